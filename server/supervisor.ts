import cluster, { type Worker } from 'node:cluster'
import type { Log } from './log.ts'

const SHORTEST_LIFE_MS = 5_000
const RESTART_PAUSE_MS = 500

/**
 * Keeps the listening socket and runs the app in a child, so that an update refuses no connection:
 * on SIGHUP a new child (with the code that then lies there) starts, and only when it is ready does the old
 * one finish its calls and go. SIGTERM stops all. A child that dies is replaced.
 */
export class Supervisor {
  readonly #log: Log
  #current: Worker | undefined
  #isStopping = false

  constructor(log: Log) {
    this.#log = log
    // Children accept on the shared socket themselves: no hop through this process.
    cluster.schedulingPolicy = cluster.SCHED_NONE
  }

  start(): void {
    this.#current = this.#fork()
    process.on('SIGHUP', () => void this.#handOver())
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => this.#stop(signal))
  }

  #fork(): Worker {
    const worker = cluster.fork()
    const startedAt = Date.now()
    worker.once('exit', (code) => this.#onExit(worker, code, Date.now() - startedAt))
    return worker
  }

  async #handOver(): Promise<void> {
    if (this.#isStopping) return
    const previous = this.#current
    this.#log.info('handing over to a new process')
    const next = this.#fork()
    if (!(await becomesReady(next))) {
      this.#log.error('the new process did not start; the old one goes on')
      return
    }
    this.#current = next
    previous?.process.kill('SIGTERM')
  }

  #onExit(worker: Worker, code: number, lifeMs: number): void {
    if (worker !== this.#current) return
    if (this.#isStopping) process.exit(code)
    if (lifeMs < SHORTEST_LIFE_MS) {
      this.#log.fatal({ code }, 'the app did not start')
      process.exit(code || 1)
    }
    this.#log.error({ code }, 'the app ended; it is started again')
    setTimeout(() => {
      if (!this.#isStopping) this.#current = this.#fork()
    }, RESTART_PAUSE_MS)
  }

  #stop(signal: NodeJS.Signals): void {
    this.#isStopping = true
    this.#log.info({ signal }, 'stopping')
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
    if (this.#current?.isDead() ?? true) process.exit(0)
  }
}

function becomesReady(worker: Worker): Promise<boolean> {
  return new Promise((resolve) => {
    worker.once('message', (message) => resolve(message === 'ready'))
    worker.once('exit', () => resolve(false))
  })
}
