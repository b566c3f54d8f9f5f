import { PortalError } from '../../server/bitrix24/errors.ts'
import type { BeforeSend, Command, CommandResult, Params, PortalClient } from '../../server/bitrix24/portal-client.ts'
import type { Crashes } from './crashes.ts'
import type { Random } from './random.ts'
import type { SimClock } from './sim-clock.ts'

/** What becomes of a call. */
const FATES = {
  done: 40,
  lostBefore: 10,
  lostAfter: 10,
  appliedLate: 12,
  noId: 3,
  throttled: 6,
  notSent: 5,
  refused: 4,
  gone: 3,
  noToken: 3,
  overload: 1
}
type Fate = keyof typeof FATES

/** The platform lets a request run for so long. */
const LONGEST_RUN_MS = 60_000
/** From the note that it may leave to its arrival. */
const LONGEST_ROAD_MS = 900

interface Parts {
  clock: SimClock
  random: Random
  crashes: Crashes
  mode: 'classic' | 'simple'
}

/** A portal's CRM and all the trouble on the way to it, in simulated time. */
export class FakePortal {
  readonly memberId: string
  readonly items: { entityTypeId: number; originId: string; id: number; fields: Params }[] = []
  readonly tasks: { ownerTypeId: number; ownerId: number; subject: string; id: number }[] = []
  /** Something that happens while a call is under way. */
  meanwhile: () => Promise<void> = () => Promise.resolve()
  /** Faults strike until then. */
  isHealthy = false
  readonly #parts: Parts
  #nextId = 1

  constructor(memberId: string, parts: Parts) {
    this.memberId = memberId
    this.#parts = parts
  }

  get client(): PortalClient {
    const { memberId } = this
    return {
      memberId,
      call: (method: string, params: Params = {}, beforeSend?: BeforeSend) => this.#call(method, params, beforeSend),
      batch: (commands: Record<string, Command>) => this.#batch(commands)
    } as unknown as PortalClient
  }

  async #batch(commands: Record<string, Command>): Promise<Record<string, CommandResult>> {
    const result = (method: string) =>
      method === 'crm.settings.mode.get' ? (this.#parts.mode === 'simple' ? 2 : 1) : []
    await this.#travel('batch', {})
    return Object.fromEntries(
      Object.entries(commands).map(([name, { method }]) => [name, { ok: true, result: result(method), next: null }])
    )
  }

  async #call(method: string, params: Params, beforeSend?: BeforeSend): Promise<unknown> {
    this.#parts.crashes.point()
    await beforeSend?.()
    return this.#travel(method, params)
  }

  /** Out, perhaps carried out, and back, with a chance to be struck on each leg. */
  async #travel(method: string, params: Params): Promise<unknown> {
    const { clock, random, crashes } = this.#parts
    const fate = this.isHealthy ? 'done' : random.pick(FATES)
    crashes.point()
    clock.pass(random.below(LONGEST_ROAD_MS))
    const answer = this.#arrive(fate, method, params)
    if (random.chance(0.2)) await this.meanwhile()
    clock.pass(random.below(random.chance(0.1) ? 65_000 : 2_000))
    crashes.point()
    if (fate === 'noId') return {}
    if (fate === 'done') return answer
    throw this.#errorOf(fate)
  }

  #arrive(fate: Fate, method: string, params: Params): unknown {
    const { clock, random } = this.#parts
    if (fate === 'appliedLate') clock.after(random.below(LONGEST_RUN_MS), () => void this.#run(method, params))
    return ['done', 'lostAfter', 'noId'].includes(fate) ? this.#run(method, params) : undefined
  }

  #errorOf(fate: Fate): PortalError {
    const { clock, random } = this.#parts
    switch (fate) {
      case 'throttled':
        return new PortalError('throttled', 'X', 'later', new Date(clock.now().getTime() + 60_000).toISOString())
      case 'notSent':
        return new PortalError('not_sent', 'ECONNREFUSED', 'not reached')
      case 'refused':
        return new PortalError('refused', 'X', 'a field is required')
      case 'gone':
        return new PortalError('gone', 'PAYMENT_REQUIRED', 'ended')
      case 'noToken':
        return new PortalError('no_token', 'X', 'no token')
      case 'overload':
        return new PortalError('overload', 'OVERLOAD_LIMIT', 'blocked')
      default:
        return new PortalError('ambiguous', random.chance(0.5) ? 'TimeoutError' : 'HTTP_500', 'no answer')
    }
  }

  #run(method: string, params: any): unknown {
    const id = this.#nextId
    switch (method) {
      case 'crm.item.add': {
        const { entityTypeId, fields } = params
        this.items.push({ entityTypeId, originId: fields.originId, id, fields })
        this.#nextId += 1
        return { item: { id } }
      }
      case 'crm.item.list': {
        const originId = params.filter['=originId']
        return {
          items: this.items.filter((one) => one.entityTypeId === params.entityTypeId && one.originId === originId)
        }
      }
      case 'crm.activity.todo.add':
        this.tasks.push({ ownerTypeId: params.ownerTypeId, ownerId: params.ownerId, subject: params.title, id })
        this.#nextId += 1
        return { id }
      case 'crm.activity.list':
        return this.tasks
          .filter((one) => one.ownerTypeId === params.filter.OWNER_TYPE_ID && one.ownerId === params.filter.OWNER_ID)
          .map((one) => ({ ID: String(one.id), SUBJECT: one.subject }))
      default:
        return true
    }
  }
}
