import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const TICK_MS = 5

interface Loss {
  code: string
  startedAt: number
  endedAt: number
}

/** Callers who open a connection of their own for each call, and try nothing twice. */
export class FreshCallers {
  readonly losses: Loss[] = []
  calls = 0
  longestMs = 0
  readonly #url: string
  #isRunning = true
  readonly #done: Promise<void>

  constructor(url: string, perSecond: number) {
    this.#url = url
    this.#done = this.#pour(perSecond)
  }

  async stop(): Promise<void> {
    this.#isRunning = false
    await this.#done
  }

  async #pour(perSecond: number): Promise<void> {
    const startedAt = performance.now()
    const running: Promise<void>[] = []
    while (this.#isRunning) {
      const due = ((performance.now() - startedAt) / 1000) * perSecond
      for (; this.calls < due; this.calls++) running.push(this.#call())
      await pause(TICK_MS)
    }
    await Promise.all(running)
  }

  async #call(): Promise<void> {
    const startedAt = performance.now()
    const outcome = await new Promise<string>((resolve) => {
      const call = request(this.#url, { agent: false }, (response) => {
        response.once('end', () => resolve(response.statusCode === 200 ? '' : String(response.statusCode))).resume()
        response.once('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)))
      })
      call.once('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)))
      call.end()
    })
    const endedAt = performance.now()
    if (outcome === '') this.longestMs = Math.max(this.longestMs, endedAt - startedAt)
    else this.losses.push({ code: outcome, startedAt, endedAt })
  }
}
