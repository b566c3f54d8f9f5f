import { fork, type ChildProcess, type SendHandle } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { KeptSocket } from './http/listener.ts'
import type { Log } from './log.ts'

const CHILD = fileURLToPath(new URL('child.js', import.meta.url))

/** After this many starts in a row that came to nothing it is not tried again. */
const MOST_FAILED_STARTS = 10
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000
const START_MS = 120_000
const STOP_MS = 25_000
/** Replaced children that may wait for idle connections at once. */
const MOST_RETIRING = 4

/**
 * Runs the app in a child and keeps the socket that the first child listened on, so that no connection is refused:
 * on SIGHUP a new child (with the code that then lies there) starts, and only when it is ready does the old one
 * finish its calls, wait until its connections have gone, and leave. A child that dies is replaced, and who calls
 * meanwhile waits. Nothing is accepted here: children accept on the shared socket themselves. SIGTERM stops all.
 */
export class Supervisor {
  readonly #log: Log
  readonly #living = new Set<ChildProcess>()
  readonly #ready = new WeakSet<ChildProcess>()
  #socket: KeptSocket | undefined
  #current: ChildProcess | undefined
  #retiring: ChildProcess[] = []
  #failedStarts = 0
  #hasWorked = false
  #isStopping = false
  #isHandingOver = false
  #isHandOverWanted = false

  constructor(log: Log) {
    this.#log = log
  }

  start(): void {
    this.#startAnew()
    process.on('SIGHUP', () => void this.#handOver())
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => this.#stop(signal))
  }

  #startAnew(): void {
    const child = this.#fork()
    this.#current = child
    child.once('exit', (code, signal) => this.#replace(child, code, signal))
  }

  #fork(): ChildProcess {
    const child = fork(CHILD)
    this.#living.add(child)
    child.send('start', this.#socket as SendHandle, () => undefined)
    child.on('message', (message, socket: unknown) => {
      if (message !== 'ready') return
      this.#ready.add(child)
      this.#socket ??= socket as KeptSocket | undefined
      this.#hasWorked = true
      this.#failedStarts = 0
      if (this.#isHandOverWanted) void this.#handOver()
    })
    child.once('exit', (code) => {
      this.#living.delete(child)
      if (this.#isStopping && this.#living.size === 0) process.exit(code ?? 0)
    })
    return child
  }

  /** Once SIGHUP came while another start went on, the code may be newer than what that one started. */
  async #handOver(): Promise<void> {
    this.#isHandOverWanted = true
    if (this.#isHandingOver || !this.#hasWorked) return
    this.#isHandingOver = true
    while (this.#isHandOverWanted && !this.#isStopping) {
      this.#isHandOverWanted = false
      await this.#handOverOnce()
    }
    this.#isHandingOver = false
  }

  async #handOverOnce(): Promise<void> {
    this.#log.info('handing over to a new process')
    const next = this.#fork()
    if (!(await this.#becomesReady(next))) {
      this.#log.error('the new process did not start; the old one goes on')
      next.kill('SIGKILL')
      return
    }
    if (this.#isStopping) return
    const before = [...this.#living].filter((child) => child !== next && !this.#retiring.includes(child))
    this.#current = next
    next.once('exit', (code, signal) => this.#replace(next, code, signal))
    for (const child of before) this.#retire(child)
  }

  #retire(child: ChildProcess): void {
    this.#retiring.push(child)
    child.once('exit', () => {
      this.#retiring = this.#retiring.filter((other) => other !== child)
    })
    if (child.connected) child.send('retire', () => undefined)
    for (const oldest of this.#retiring.slice(0, -MOST_RETIRING)) oldest.kill('SIGTERM')
  }

  #replace(child: ChildProcess, code: number | null, signal: string | null): void {
    if (child !== this.#current || this.#isStopping) return
    if (!this.#ready.has(child)) this.#failedStarts++
    const refusesItself = !this.#hasWorked && signal === null
    if (this.#failedStarts > 0 && (refusesItself || this.#failedStarts >= MOST_FAILED_STARTS)) {
      this.#log.fatal({ code, signal, starts: this.#failedStarts }, 'the app does not start; its last words are above')
      process.exit(code || 1)
    }
    this.#log.error({ code, signal }, 'the app ended; it is started again')
    const pause = this.#failedStarts === 0 ? 0 : FIRST_PAUSE_MS * 2 ** this.#failedStarts
    setTimeout(
      () => {
        if (!this.#isStopping && this.#current === child) this.#startAnew()
      },
      Math.min(pause, LONGEST_PAUSE_MS)
    )
  }

  #stop(signal: NodeJS.Signals): void {
    this.#isStopping = true
    this.#log.info({ signal }, 'stopping')
    this.#socket?.close()
    if (this.#living.size === 0) process.exit(0)
    for (const child of this.#living) child.kill('SIGTERM')
    setTimeout(() => {
      for (const child of this.#living) child.kill('SIGKILL')
    }, STOP_MS).unref()
  }

  #becomesReady(child: ChildProcess): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), START_MS)
      const settle = (isReady: boolean) => {
        clearTimeout(timer)
        resolve(isReady)
      }
      child.on('message', (message) => {
        if (message === 'ready') settle(true)
      })
      child.once('exit', () => settle(false))
    })
  }
}
