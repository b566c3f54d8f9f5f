import { defineConfig } from 'vite'

/** What npm, the supervisor and the demo load by name. */
const ENTRIES = ['main', 'child', 'start', 'log', 'config/config']
const COMMANDS = ['backup', 'check-audit', 'copy-store', 'rotate-keys']

/** Half of a start was finding two thousand modules, so they are put together. Native code stays where it is. */
export default defineConfig({
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(
        [...ENTRIES, ...COMMANDS.map((name) => `commands/${name}`)].map((name) => [name, `server/${name}.ts`])
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' }
    }
  }
})
