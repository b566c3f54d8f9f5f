import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../simulation/random.ts'
import type { Tenant } from '../support/install.ts'
import { aPushedRequest } from '../support/pushed.ts'
import type { StaffAnswer } from '../support/staff.ts'
import { moveSomething } from './crm-people.ts'
import type { ProcessWorld } from './process-world.ts'

const SENDERS = 8
/** Agents look at the newest requests, so that many want the same. */
const WINDOW = 12
const AWAY_MS = 150
const REFUSALS = new Set(['request_full', 'request_closed', 'own_request'])

interface Pushed {
  webhookId: string
  payload: Record<string, unknown>
}

/** Staff, agents and people in the CRM at work; it remembers what was asked for and what was promised. */
export class Load {
  readonly pushed = new Map<string, Pushed>()
  /** externalId → id, of every webhook that was answered 202. */
  readonly accepted = new Map<string, string>()
  /** Reservation → its tenant and request, of every one that was answered 2xx. */
  readonly reserved = new Map<string, { tenant: Tenant; requestId: string }>()
  /** Answers that nobody should get. */
  readonly unexpected: string[] = []
  cut = 0
  moves = 0
  readonly #world: ProcessWorld
  readonly #random: Random
  readonly #open: string[] = []
  #isRunning = false
  #loops: Promise<void>[] = []

  constructor(world: ProcessWorld, random: Random) {
    this.#world = world
    this.#random = random
  }

  /** One new request, sent once; accepted when it is answered 202. */
  async pushOnce(): Promise<StaffAnswer> {
    const externalId = this.#newRequest()
    const { webhookId, payload } = this.pushed.get(externalId)!
    const answer = await this.#world.staff.post('/webhooks/requests', payload, webhookId, this.#world.clock.now())
    if (answer.status === 202) this.accepted.set(externalId, String(answer.body.id))
    return answer
  }

  /** A request that somebody else pushed before. */
  noteEarlier(externalId: string): void {
    this.pushed.set(externalId, { webhookId: '', payload: {} })
  }

  start(): void {
    this.#isRunning = true
    const { tenants } = this.#world
    for (let sender = 0; sender < SENDERS; sender++) this.#loop(() => this.#push(), 80)
    for (const tenant of tenants) this.#loop(() => this.#reserve(tenant), tenant.portal.limits ? 3_000 : 600)
    this.#loop(async () => {
      if (await moveSomething(tenants, this.#random)) this.moves++
    }, 250)
  }

  async stop(): Promise<void> {
    this.#isRunning = false
    await Promise.all(this.#loops)
    this.#loops = []
  }

  /** While the server is away, it is tried again soon. */
  #loop(work: () => Promise<void>, meanPauseMs: number): void {
    const run = async (): Promise<void> => {
      while (this.#isRunning) {
        const cut = this.cut
        await work()
        await pause(this.#random.below(this.cut > cut ? AWAY_MS : 2 * meanPauseMs))
      }
    }
    this.#loops.push(run())
  }

  /** A broken connection says nothing: the sender sends the same again, or gives up. */
  async #push(): Promise<void> {
    const again = this.#random.chance(0.1) ? [...this.accepted.keys()].at(-1) : undefined
    const externalId = again ?? this.#newRequest()
    for (let attempt = 0; attempt < 20 && this.#isRunning; attempt++) {
      if (await this.#send(externalId, again !== undefined)) return
      await pause(this.#random.below(2 * AWAY_MS))
    }
  }

  #newRequest(): string {
    const data = aPushedRequest({ budget: { amount: 3000, currency: 'EUR' } })
    const externalId = String(data.externalId)
    const timestamp = this.#world.clock.now().toISOString()
    this.pushed.set(externalId, { webhookId: randomUUID(), payload: { type: 'request.created', timestamp, data } })
    return externalId
  }

  async #send(externalId: string, isRepeated: boolean): Promise<boolean> {
    const { webhookId, payload } = this.pushed.get(externalId)!
    const sent = await this.#attempt(() =>
      this.#world.staff.post('/webhooks/requests', payload, webhookId, this.#world.clock.now())
    )
    if (!sent) return false
    const { status, body } = sent
    const known = this.accepted.get(externalId)
    if (status !== 202) this.unexpected.push(`webhook ${status} ${JSON.stringify(body)}`)
    else if (known !== undefined && (known !== body.id || body.duplicate !== true))
      this.unexpected.push(`repeated webhook ${externalId}: first ${known}, then ${JSON.stringify(body)}`)
    else if (!isRepeated) {
      this.accepted.set(externalId, String(body.id))
      if (body.state === 'open') this.#open.push(String(body.id))
      else this.unexpected.push(`webhook answered ${JSON.stringify(body)}`)
    }
    return true
  }

  async #reserve(tenant: Tenant): Promise<void> {
    const requestId = this.#open.at(-1 - Math.floor(this.#random.below(WINDOW)))
    if (requestId === undefined) return
    const answer = await this.#attempt(() => tenant.agent.reserve(requestId))
    if (!answer) return
    if (answer.status === 201 || answer.status === 200)
      this.reserved.set(String(answer.body.reservation.id), { tenant, requestId })
    else if (!REFUSALS.has(String(answer.body.code))) this.unexpected.push(`reserve ${answer.status} ${answer.text}`)
  }

  async #attempt<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await call()
    } catch (error) {
      if (!isCut(error)) this.unexpected.push(String(error))
      this.cut++
      return undefined
    }
  }
}

/** Connection refused, reset or ended in the middle of an answer. */
const isCut = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof TypeError && (error.message === 'fetch failed' || error.message === 'terminated'))
