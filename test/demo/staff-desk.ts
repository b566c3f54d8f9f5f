import type { StaffAnswer } from '../support/staff.ts'
import type { DemoWorld } from './demo-world.ts'
import type { RequestData } from './make-request.ts'
import type { Pushed } from './play-history.ts'

export interface DeskRequest {
  externalId: string
  /** What the app answered last: `open`, `held`, `withdrawn`, `erased`. */
  state: string
  data: RequestData
}

export interface Message {
  kind: 'requests' | 'partners' | 'purchases'
  type: string
  data: Record<string, unknown>
}

/** What staff have pushed: the app's own store is not looked into. */
export class StaffDesk {
  readonly requests: DeskRequest[]
  readonly partners = new Map<string, Record<string, unknown>>()
  /** Requests that the visitor has pushed. */
  pushed = 0
  readonly #world: DemoWorld

  constructor(world: DemoWorld, history: Pushed[]) {
    this.#world = world
    this.requests = history.map(({ data, state }) => ({ externalId: data.externalId, state, data })).reverse()
    for (const { record } of world.tenants) this.partners.set(record.code, record)
  }

  async send({ kind, type, data }: Message): Promise<StaffAnswer> {
    const payload = { type, timestamp: new Date().toISOString(), data }
    const answer = await this.#world.staff.post(`/webhooks/${kind}`, payload)
    if (answer.status !== 202) return answer
    if (kind === 'partners') this.partners.set(String(data.code), data)
    if (kind === 'requests') this.#note(type, data, String(answer.body.state))
    return answer
  }

  #note(type: string, data: Record<string, unknown>, state: string): void {
    const externalId = String(data.externalId)
    const known = this.requests.find((request) => request.externalId === externalId)
    const isWhole = type === 'request.created' || type === 'request.updated'
    if (type === 'request.created') this.pushed += 1
    if (!known) this.requests.unshift({ externalId, state, data: data as RequestData })
    else {
      known.state = state
      if (isWhole) known.data = data as RequestData
    }
  }
}
