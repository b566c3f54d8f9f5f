import { createHmac, randomUUID } from 'node:crypto'

export interface SentWebhook {
  id?: string
  /** Unix seconds. */
  at?: number
  secret?: Buffer
  headers?: Record<string, string | undefined>
}

/** Sends signed webhooks as staff do. */
export class StaffSender {
  readonly #origin: string
  readonly #secret: Buffer
  readonly #now: () => Date

  constructor(origin: string, secret: Buffer, now: () => Date = () => new Date()) {
    this.#origin = origin
    this.#secret = secret
    this.#now = now
  }

  async send(path: string, body: unknown, options: SentWebhook = {}): Promise<{ status: number; body: any }> {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
    const headers: Record<string, string> = { 'content-type': 'application/json', ...this.sign(bytes, options) }
    for (const [name, value] of Object.entries(options.headers ?? {}))
      if (value === undefined) delete headers[name]
      else headers[name] = value
    const response = await fetch(this.#origin + path, { method: 'POST', headers, body: new Uint8Array(bytes) })
    return { status: response.status, body: await response.json() }
  }

  sign(bytes: Buffer, { id = randomUUID(), at, secret = this.#secret }: SentWebhook = {}): Record<string, string> {
    const timestamp = String(at ?? Math.floor(this.#now().getTime() / 1000))
    const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(bytes).digest('base64')
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
  }
}
