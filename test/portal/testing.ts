import { EmulatedBitrix24, type EmulatedPortal, type PortalOptions } from './bitrix24.ts'
import { listen, type Listener, readBody } from './http-listener.ts'
import { asMap, asText, formatPhp, parsePhp, type Params } from './php.ts'

export interface Reply {
  status: number
  body: Params
  /** `body.result` as a map */
  result: Params
  error: unknown
}

/** Calls a portal as an application would, without any SDK. */
export class RestClient {
  readonly portal: EmulatedPortal
  accessToken: string

  constructor(portal: EmulatedPortal, userId = 1) {
    this.portal = portal
    this.accessToken = portal.issueToken(userId).accessToken
  }

  call(method: string, params: Params = {}): Promise<Reply> {
    return this.send(method, JSON.stringify({ ...params, auth: this.accessToken }), 'application/json')
  }

  form(method: string, params: Params): Promise<Reply> {
    const body = formatPhp({ ...params, auth: this.accessToken })
    return this.send(method, body, 'application/x-www-form-urlencoded')
  }

  async send(method: string, body: string, contentType: string): Promise<Reply> {
    const headers = { 'content-type': contentType, connection: 'close' }
    const response = await fetch(this.portal.endpoint + method, { method: 'POST', headers, body, redirect: 'manual' })
    const answer = asMap(await response.json())
    return { status: response.status, body: answer, result: asMap(answer.result), error: answer.error }
  }

  async addLead(fields: Params = {}): Promise<number> {
    const { result } = await this.call('crm.item.add', { entityTypeId: 1, fields: { title: 'A lead', ...fields } })
    return Number(asMap(result.item).id)
  }

  async addDeal(fields: Params = {}): Promise<number> {
    const { result } = await this.call('crm.item.add', { entityTypeId: 2, fields: { title: 'A deal', ...fields } })
    return Number(asMap(result.item).id)
  }
}

export interface Received {
  path: string
  text: string
  body: Params
}

/** An application that notes what it is sent and answers 200. */
export class Receiver {
  readonly received: Received[] = []
  #listener: Listener | undefined

  static async start(): Promise<Receiver> {
    const receiver = new Receiver()
    receiver.#listener = await listen((request, response) => {
      void readBody(request).then((text) => {
        receiver.received.push({ path: request.url ?? '', text, body: parsePhp(text) })
        response.setHeader('content-type', 'text/html').end('<p>the application</p>')
      })
    })
    return receiver
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#listener?.port ?? 0}`
  }

  /** Names of the events that came, in order of arrival. */
  get events(): string[] {
    return this.received.map((entry) => asText(entry.body.event)).filter((name) => name !== '')
  }

  clear(): void {
    this.received.length = 0
  }

  async stop(): Promise<void> {
    await this.#listener?.close()
  }
}

export interface TestWorld {
  world: EmulatedBitrix24
  portal: EmulatedPortal
  app: Receiver
  rest: RestClient
  /** moves the world's clock */
  pass(milliseconds: number): void
  stop(): Promise<void>
}

/** One portal, one application, a clock that only moves by hand. */
export async function startWorld(options: Partial<PortalOptions> = {}): Promise<TestWorld> {
  let now = Date.parse('2026-03-02T09:00:00Z')
  const app = await Receiver.start()
  const world = await EmulatedBitrix24.start({ clock: () => now })
  world.setApp({ appUrl: `${app.origin}/app`, installUrl: `${app.origin}/install` })
  const portal = await world.addPortal({ name: 'Nordwind', ...options })
  const rest = new RestClient(portal)
  return {
    world,
    portal,
    app,
    rest,
    pass: (milliseconds) => {
      now += milliseconds
    },
    stop: async () => {
      await world.stop()
      await app.stop()
    }
  }
}

/** Binds events and finishes the installation, so that events flow. */
export async function install({ portal, rest, app }: TestWorld, events: string[]): Promise<void> {
  await portal.openInstaller()
  for (const event of events) await rest.call('event.bind', { event, handler: `${app.origin}/events` })
  await portal.completeInstallation()
  app.clear()
}
