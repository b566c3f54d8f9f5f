import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The app serves the built client also in tests; it is built here unless that was done before. */
export async function ensureClientIsBuilt(): Promise<void> {
  if (existsSync(`${ROOT}dist/client/index.html`)) return
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: ROOT })
}

/** The demo's past is lived through by the compiled server. */
export async function ensureAppIsBuilt(): Promise<void> {
  await ensureClientIsBuilt()
  if (existsSync(`${ROOT}dist/server/main.js`)) return
  await promisify(execFile)('npm', ['run', 'build:server'], { cwd: ROOT })
}
