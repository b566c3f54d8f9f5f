import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

export interface StaffAnswer {
  status: number
  body: Record<string, unknown>
  headers: Headers
}

/** Staff's tool: signs by the official package, and by nothing of ours. */
export class StaffTool {
  readonly #origin: string
  readonly #webhook: Webhook

  constructor(origin: string, secret: string) {
    this.#origin = origin
    this.#webhook = new Webhook(secret)
  }

  async post(path: string, payload: unknown, id: string = randomUUID(), at: Date = new Date()): Promise<StaffAnswer> {
    const body = JSON.stringify(payload)
    const response = await fetch(this.#origin + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': this.#webhook.sign(id, at, body)
      },
      body
    })
    const answer = (await response.json()) as Record<string, unknown>
    return { status: response.status, body: answer, headers: response.headers }
  }

  push(data: Record<string, unknown>, type = 'request.created', at?: Date): Promise<StaffAnswer> {
    return this.post('/webhooks/requests', { type, timestamp: (at ?? new Date()).toISOString(), data }, undefined, at)
  }

  upsertPartner(data: Record<string, unknown>, at?: Date): Promise<StaffAnswer> {
    const timestamp = (at ?? new Date()).toISOString()
    return this.post('/webhooks/partners', { type: 'partner.upserted', timestamp, data }, undefined, at)
  }

  recordPurchase(data: Record<string, unknown>, at?: Date): Promise<StaffAnswer> {
    const timestamp = (at ?? new Date()).toISOString()
    return this.post('/webhooks/purchases', { type: 'purchase.recorded', timestamp, data }, undefined, at)
  }
}
