import { createHmac, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { message, aPushedRequest } from '../support/pushed.ts'
import type { ProcessWorld } from './process-world.ts'

const SLOW_CALLERS = 16
const LONGEST_IDLE_MS = 6_000

/**
 * Callers on connections that stay open, some hardly ever idle, some for seconds. Nobody tries anything twice:
 * whatever does not get its answer is lost.
 */
export class SteadyCallers {
  readonly failures: string[] = []
  calls = 0
  accepted = 0
  readonly #world: ProcessWorld
  readonly #busy = new Agent({ keepAlive: true, maxSockets: 48 })
  readonly #startedAt = performance.now()
  #isRunning = true
  #loops: Promise<void>[] = []

  constructor(world: ProcessWorld, perSecond: number) {
    this.#world = world
    this.#loops = [this.#pour(perSecond), ...Array.from({ length: SLOW_CALLERS }, () => this.#callNowAndThen())]
  }

  /** Answers how many calls a second there were. */
  async stop(): Promise<number> {
    this.#isRunning = false
    const seconds = (performance.now() - this.#startedAt) / 1000
    await Promise.all(this.#loops)
    return this.calls / seconds
  }

  async #pour(perSecond: number): Promise<void> {
    const startedAt = performance.now()
    const running: Promise<void>[] = []
    for (let sent = 0; this.#isRunning;) {
      const due = ((performance.now() - startedAt) / 1000) * perSecond
      for (; sent < due; sent++) running.push(sent % 3 === 0 ? this.#push(this.#busy) : this.#look(this.#busy))
      await pause(5)
    }
    await Promise.all(running)
    this.#busy.destroy()
  }

  async #callNowAndThen(): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (this.#isRunning) {
      await this.#push(agent)
      await pause(Math.random() * LONGEST_IDLE_MS)
    }
    agent.destroy()
  }

  #look(agent: Agent): Promise<void> {
    return this.#call(agent, 'GET', '/readyz', {}, undefined, 200)
  }

  async #push(agent: Agent): Promise<void> {
    const body = JSON.stringify(message('request.created', aPushedRequest()))
    const id = randomUUID()
    const timestamp = String(Math.floor(Date.now() / 1000))
    const key = Buffer.from(this.#world.env.STAFF_WEBHOOK_SECRETS!.slice('whsec_'.length), 'base64')
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...{ 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
    }
    await this.#call(agent, 'POST', '/webhooks/requests', headers, body, 202)
  }

  #call(
    agent: Agent,
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | undefined,
    expected: number
  ): Promise<void> {
    this.calls++
    return new Promise((resolve) => {
      const call = request(this.#world.origin + path, { method, agent, headers }, (response) => {
        response.resume()
        response.once('end', () => {
          if (response.statusCode !== expected)
            this.failures.push(`${method} ${path} was answered ${response.statusCode}`)
          else if (expected === 202) this.accepted++
          resolve()
        })
        response.once('error', (error) => this.#lose(`${method} ${path} ${error.message}`, resolve))
      })
      call.once('error', (error) =>
        this.#lose(`${method} ${path} ${error.message}${call.reusedSocket ? ' on a kept connection' : ''}`, resolve)
      )
      call.end(body)
    })
  }

  #lose(what: string, resolve: () => void): void {
    this.failures.push(what)
    resolve()
  }
}
