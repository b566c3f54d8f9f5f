import { randomUUID } from 'node:crypto'
import type { ApiClient } from '../support/api-client.ts'
import { aPushedRequest, message } from '../support/pushed.ts'
import type { RecordedWorld } from './recorded-world.ts'

/** What the server promised, and how long the log was when the promise arrived. */
export type Promised = { position: number } & (
  | { kind: 'webhook'; messageId: string; requestId: string; externalId: string; /** In `users`. */ revision: number }
  | { kind: 'reservation'; reservationId: string; requestId: string }
)

export interface LoadSize {
  webhooks: number
  reservations: number
  senders: number
}

/** One webhook in five tells news of a request that is known. */
const UPDATES = 5

/** Webhooks and reservations side by side, as many as asked for; answers what was promised. */
export async function runLoad(world: RecordedWorld, size: LoadSize): Promise<Promised[]> {
  const promised: Promised[] = []
  const open: Extract<Promised, { kind: 'webhook' }>[] = []
  let [webhooks, reservations] = [0, 0]

  async function sendWebhooks(): Promise<void> {
    const own: typeof open = []
    while (webhooks < size.webhooks) {
      const known = ++webhooks % UPDATES === 0 ? own[webhooks % own.length] : undefined
      const revision = webhooks
      const externalId = known?.externalId ?? randomUUID()
      const [type, id] = [known ? 'request.updated' : 'request.created', randomUUID()]
      const body = message(type, { ...aPushedRequest({ externalId, users: revision }) })
      const answer = await world.staff.send('/webhooks/requests', body, { id })
      if (answer.status !== 202) throw new Error(`a webhook was answered with ${answer.status}`)
      const requestId = answer.body.id as string
      const one = { kind: 'webhook', messageId: id, requestId, externalId, revision } as const
      const done = { ...one, position: world.position }
      promised.push(done)
      if (known) continue
      own.push(done)
      open.push(done)
    }
  }

  async function reserve(agent: ApiClient): Promise<void> {
    let next = 0
    while (reservations < size.reservations) {
      const one = open[next]
      if (!one) {
        if (webhooks >= size.webhooks && next >= open.length) return
        await new Promise((resolve) => setImmediate(resolve))
        continue
      }
      next += 1
      const answer = await agent.reserve(one.requestId)
      if (answer.status === 409) continue
      const { reservation } = answer.expect(201)
      reservations += 1
      const { position } = world
      promised.push({ kind: 'reservation', reservationId: reservation.id, requestId: one.requestId, position })
    }
  }

  await Promise.all([...Array.from({ length: size.senders }, sendWebhooks), ...world.agents.map(reserve)])
  return promised
}
