import cluster, { type Worker } from 'node:cluster'
import type { Log } from './log.ts'

/** After this many starts in a row that came to nothing it is not tried again. */
const MOST_FAILED_STARTS = 10
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000
const START_MS = 120_000
const STOP_MS = 25_000
/** Replaced children that may wait for idle connections at once. */
const MOST_RETIRING = 4

/**
 * Keeps the listening socket and runs the app in a child, so that an update refuses no connection:
 * on SIGHUP a new child (with the code that then lies there) starts, and only when it is ready does the old one
 * finish its calls, wait until its connections have gone, and leave. SIGTERM stops all. A child that dies is replaced.
 */
export class Supervisor {
  readonly #log: Log
  readonly #ready = new WeakSet<Worker>()
  #current: Worker | undefined
  #retiring: Worker[] = []
  #failedStarts = 0
  #hasWorked = false
  #isStopping = false
  #isHandingOver = false
  #isHandOverWanted = false

  constructor(log: Log) {
    this.#log = log
    // Children accept on the shared socket themselves: no hop through this process.
    cluster.schedulingPolicy = cluster.SCHED_NONE
  }

  start(): void {
    this.#startAnew()
    process.on('SIGHUP', () => void this.#handOver())
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => this.#stop(signal))
  }

  #startAnew(): void {
    const worker = this.#fork()
    this.#current = worker
    worker.once('exit', (code, signal) => this.#replace(worker, code, signal))
  }

  #fork(): Worker {
    const worker = cluster.fork()
    worker.on('message', (message) => {
      if (message !== 'ready') return
      this.#ready.add(worker)
      this.#hasWorked = true
      this.#failedStarts = 0
    })
    worker.once('exit', (code) => {
      if (this.#isStopping && living().length === 0) process.exit(code ?? 0)
    })
    return worker
  }

  /** Once SIGHUP came while another hand-over went on, the code may be newer than what that one started. */
  async #handOver(): Promise<void> {
    this.#isHandOverWanted = true
    if (this.#isHandingOver) return
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
      next.process.kill('SIGKILL')
      return
    }
    if (this.#isStopping) return
    const before = living().filter((worker) => worker !== next && !this.#retiring.includes(worker))
    this.#current = next
    next.once('exit', (code, signal) => this.#replace(next, code, signal))
    for (const worker of before) this.#retire(worker)
  }

  #retire(worker: Worker): void {
    this.#retiring.push(worker)
    worker.once('exit', () => {
      this.#retiring = this.#retiring.filter((other) => other !== worker)
    })
    if (worker.isConnected()) worker.send('retire', () => undefined)
    for (const oldest of this.#retiring.slice(0, -MOST_RETIRING)) oldest.process.kill('SIGTERM')
  }

  #replace(worker: Worker, code: number | null, signal: string | null): void {
    if (worker !== this.#current || this.#isStopping) return
    if (!this.#ready.has(worker)) this.#failedStarts++
    const refusesItself = !this.#hasWorked && signal === null
    if (this.#failedStarts > 0 && (refusesItself || this.#failedStarts >= MOST_FAILED_STARTS)) {
      this.#log.fatal({ code, signal, starts: this.#failedStarts }, 'the app does not start; its last words are above')
      process.exit(code || 1)
    }
    this.#log.error({ code, signal }, 'the app ended; it is started again')
    const pause = this.#failedStarts === 0 ? 0 : FIRST_PAUSE_MS * 2 ** this.#failedStarts
    setTimeout(
      () => {
        if (!this.#isStopping && this.#current === worker) this.#startAnew()
      },
      Math.min(pause, LONGEST_PAUSE_MS)
    )
  }

  #stop(signal: NodeJS.Signals): void {
    this.#isStopping = true
    this.#log.info({ signal }, 'stopping')
    if (living().length === 0) process.exit(0)
    for (const worker of living()) worker.process.kill('SIGTERM')
    setTimeout(() => {
      for (const worker of living()) worker.process.kill('SIGKILL')
    }, STOP_MS).unref()
  }

  #becomesReady(worker: Worker): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), START_MS)
      const settle = (isReady: boolean) => {
        clearTimeout(timer)
        resolve(isReady)
      }
      worker.on('message', (message) => {
        if (message === 'ready') settle(true)
      })
      worker.once('exit', () => settle(false))
    })
  }
}

const living = (): Worker[] =>
  Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined && !worker.isDead()) as Worker[]
