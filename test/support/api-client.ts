import type { EmulatedPortal } from '../portal/bitrix24.ts'

/** An answer of our API; `expect` fails with the whole body, so that a failing test says why. */
export class ApiAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string

  constructor(status: number, headers: Headers, text: string) {
    this.status = status
    this.headers = headers
    this.text = text
  }

  get body(): any {
    return JSON.parse(this.text)
  }

  expect(status: number): any {
    if (this.status !== status) throw new Error(`expected ${status}, got ${this.status}: ${this.text.slice(0, 2000)}`)
    return this.text === '' ? undefined : this.body
  }
}

/** What the frame does: a session for an access token, calls with it, a new session when it has run out. */
export class ApiClient {
  readonly origin: string
  readonly portal: EmulatedPortal
  readonly userId: number
  token = ''
  me: any

  private constructor(origin: string, portal: EmulatedPortal, userId: number) {
    this.origin = origin
    this.portal = portal
    this.userId = userId
  }

  static async open(origin: string, portal: EmulatedPortal, userId: number): Promise<ApiClient> {
    const client = new ApiClient(origin, portal, userId)
    await client.#openSession()
    return client
  }

  get(path: string): Promise<ApiAnswer> {
    return this.#call('GET', path)
  }

  post(path: string, body?: unknown): Promise<ApiAnswer> {
    return this.#call('POST', path, body)
  }

  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer> {
    return this.#call('PUT', path, body, headers)
  }

  /** Reserves with the rules accepted. */
  reserve(requestId: string): Promise<ApiAnswer> {
    return this.post(`/api/requests/${requestId}/reservation`, { acceptContactRules: '1' })
  }

  async #call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer> {
    const send = () => call(this.origin, method, path, body, { ...headers, authorization: `Bearer ${this.token}` })
    const answer = await send()
    if (answer.status !== 401) return answer
    await this.#openSession()
    return send()
  }

  async #openSession(): Promise<void> {
    const answer = await call(this.origin, 'POST', '/api/session', {
      memberId: this.portal.memberId,
      domain: this.portal.domain,
      accessToken: this.portal.issueToken(this.userId).accessToken,
      serverEndpoint: this.portal.world.authServer.endpoint,
      lang: this.portal.lang
    })
    const { token, me } = answer.expect(200)
    this.token = token as string
    this.me = me
  }
}

export async function call(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {}
): Promise<ApiAnswer> {
  const response = await fetch(origin + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  return new ApiAnswer(response.status, response.headers, await response.text())
}
