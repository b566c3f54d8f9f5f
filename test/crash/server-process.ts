import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventually } from '../support/wait.ts'

const ENTRY = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))
const PRELOADS = ['moved-time.mjs', 'dies-with-parent.mjs'].map((file) => new URL(file, import.meta.url).href)
const READY_MS = 60_000

/** The built server as `npm start` runs it: a supervisor and its child, in a process group of their own. */
export class ServerProcess {
  readonly name: string
  readonly env: Record<string, string>
  readonly logFile: string
  readonly #origin: string
  #child: ChildProcess | undefined
  #ended: Promise<number | null> = Promise.resolve(null)
  #logFrom = 0

  constructor(name: string, env: Record<string, string>, folder: string) {
    if (!existsSync(ENTRY)) throw new Error('There is no build: run `npm run build` first.')
    this.name = name
    this.env = env
    this.logFile = join(folder, `${name}.log`)
    this.#origin = `http://127.0.0.1:${env.PORT}`
    process.once('exit', () => this.#signal('SIGKILL'))
  }

  start(): void {
    this.#logFrom = this.log.length
    const log = openSync(this.logFile, 'a')
    const env = { PATH: process.env.PATH, ...this.env }
    const child = spawn(process.execPath, [...PRELOADS.flatMap((url) => ['--import', url]), ENTRY], {
      env,
      detached: true,
      stdio: ['pipe', log, log]
    })
    closeSync(log)
    this.#child = child
    this.#ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error(`${this.name} was not started`)
    return this.#child.pid
  }

  /** The processes that do the work. */
  get childPids(): number[] {
    try {
      return execFileSync('pgrep', ['-P', String(this.pid)])
        .toString()
        .split('\n')
        .filter(Boolean)
        .map(Number)
    } catch {
      return []
    }
  }

  /** A worker alone listens nowhere: it is ready when it says so. */
  async ready(): Promise<void> {
    await eventually(
      `${this.name}: ready`,
      async () => {
        if (!this.isRunning) throw new Error(`it ended:\n${this.log.slice(-3000)}`)
        if (this.env.ROLE === 'worker') return this.log.includes('"msg":"ready"', this.#logFrom)
        return (await fetch(`${this.#origin}/healthz`, { headers: { connection: 'close' } })).ok
      },
      READY_MS
    )
  }

  get log(): string {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : ''
  }

  /** How often a child has said so since `start`. */
  get timesReady(): number {
    return this.log.slice(this.#logFrom).split('"msg":"ready"').length - 1
  }

  /** `kill -9` of everything at once. */
  async kill(): Promise<void> {
    this.#signal('SIGKILL')
    await this.#ended
  }

  /** `kill -9` of the child: the supervisor has to start another. */
  killChild(): void {
    for (const pid of this.childPids) process.kill(pid, 'SIGKILL')
  }

  hangUp(): void {
    process.kill(this.pid, 'SIGHUP')
  }

  /** Answers the exit code. */
  async stop(): Promise<number | null> {
    if (this.isRunning) process.kill(this.pid, 'SIGTERM')
    return this.#ended
  }

  get ended(): Promise<number | null> {
    return this.#ended
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.isRunning) process.kill(-this.pid, signal)
  }
}
