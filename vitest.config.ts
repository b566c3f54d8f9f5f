import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { aliases, compiledLocales, defines } from './vite.config.ts'

/** What starts servers waits for them, and has the processors to itself: groups run one after the other. */
const stories = (
  name: string,
  folder: string,
  groupOrder: number,
  more: TestProjectInlineConfiguration['test'] = {}
) => ({
  test: {
    name,
    include: [`test/${folder}/**/*.test.ts`],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { groupOrder },
    ...more
  }
})
const onPostgres = { globalSetup: ['test/support/postgres-setup.ts'] }
/** A new folder of tests is a folder of flows, until it is said otherwise. */
const notFlows = ['test/{browser,crash,portal,power,repositories,simulation}/**']

/** It counts every connection of the process; those to PostgreSQL are none of its business. */
const countsConnections = ['test/flows/forged-calls.test.ts']

export default defineConfig({
  test: {
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
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
      stories('portal', 'portal', 0),
      stories('repositories', 'repositories', 1, onPostgres),
      stories('flows', '*', 2, { exclude: notFlows }),
      stories('flows-postgres', 'flows', 3, {
        ...onPostgres,
        exclude: countsConnections,
        env: { TEST_ENGINE: 'postgres' }
      }),
      stories('simulation', 'simulation', 5),
      stories('power', 'power', 6),
      stories('crash', 'crash', 7, { ...onPostgres, fileParallelism: false }),
      stories('browser', 'browser', 4, { fileParallelism: false })
    ]
  }
})
