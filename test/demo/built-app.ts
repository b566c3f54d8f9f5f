import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Clock } from '../../server/clock.ts'
import type * as Config from '../../server/config/config.ts'
import type { Env } from '../../server/config/env.ts'
import type * as Logs from '../../server/log.ts'
import type * as Start from '../../server/start.ts'
import type { RunningApp } from '../../server/start.ts'
import { eventually } from '../support/wait.ts'

const BUILD = new URL('../../dist/server/', import.meta.url)
const ENTRY = fileURLToPath(new URL('main.js', BUILD))

/** The build, started in this process with a clock and a log of the caller's. */
export async function startBuilt(env: Env, parts: { clock: Clock; logLevel: string }): Promise<RunningApp> {
  const load = async (file: string): Promise<any> => import(new URL(file, BUILD).href)
  const { startApp } = (await load('start.js')) as typeof Start
  const { readConfig } = (await load('config/config.js')) as typeof Config
  const { createLog } = (await load('log.js')) as typeof Logs
  return startApp(readConfig(env), { clock: parts.clock, log: createLog(parts.logLevel) })
}

/** The app as it runs in production: the build, in a process of its own. */
export class BuiltApp {
  readonly logFile: string
  readonly #child: ChildProcess
  readonly #ended: Promise<void>

  private constructor(env: Record<string, string>, folder: string) {
    this.logFile = join(folder, 'app.log')
    // In a group of its own: Ctrl+C reaches it through `stop` only, after the portals' pages have been closed.
    const child = spawn(process.execPath, [ENTRY], { env: { PATH: process.env.PATH, ...env }, detached: true })
    const log = createWriteStream(this.logFile)
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    this.#child = child
    this.#ended = new Promise((resolve) => child.once('exit', () => resolve()))
  }

  static async start(env: Record<string, string>, folder: string): Promise<BuiltApp> {
    if (!existsSync(ENTRY)) throw new Error('There is no build: run `npm run build` first.')
    const app = new BuiltApp(env, folder)
    await eventually('the app', async () => {
      if (app.hasEnded) return true
      return (await fetch(`${env.PUBLIC_URL}/readyz`)).ok
    })
    if (app.hasEnded) throw new Error(`The app did not start:\n${readFileSync(app.logFile, 'utf8')}`)
    return app
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  get ended(): Promise<void> {
    return this.#ended
  }

  async stop(): Promise<void> {
    if (!this.hasEnded) this.#child.kill('SIGTERM')
    await this.#ended
  }

  /** When there is no time to ask: its children too. */
  kill(): void {
    if (this.#child.pid !== undefined && !this.hasEnded) process.kill(-this.#child.pid, 'SIGKILL')
  }
}
