import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { aliases, compiledLocales, defines } from './vite.config.ts'

const patient = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{server,shared,manifest}/**/*.test.ts', 'test/*.test.ts'],
          testTimeout: 30_000
        }
      },
      {
        plugins: [compiledLocales(), vue()],
        define: defines,
        resolve: { alias: aliases },
        test: { name: 'client', include: ['client/**/*.test.ts'], environment: 'happy-dom' }
      },
      { test: { name: 'portal', include: ['test/portal/**/*.test.ts'], ...patient } },
      { test: { name: 'repositories', include: ['test/repositories/**/*.test.ts'], ...patient } },
      { test: { name: 'flows', include: ['test/flows/**/*.test.ts'], ...patient } },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], fileParallelism: false, ...patient } }
    ]
  }
})
