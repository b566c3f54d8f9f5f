import { BlockList, isIP } from 'node:net'
import { z } from 'zod'
import { isLoopbackHost, type Config } from '../config/config.ts'
import { networkError, PortalError } from './errors.ts'
import { get, post } from './http.ts'

const TIMEOUT_MS = 10_000

/** The auth server's answer to `app.info`; a portal's own differs (platform.md §2.6). */
const appInfo = z.object({
  result: z.object({
    client_id: z.string(),
    user_id: z.coerce.number().int().positive(),
    install: z.object({
      member_id: z.string().min(1),
      client_endpoint: z.url(),
      domain: z.string().nullish(),
      status: z.string().nullish(),
      installed: z.unknown().optional()
    })
  })
})

const refreshed = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  member_id: z.string().nullish(),
  client_endpoint: z.string().nullish(),
  expires_in: z.coerce.number().positive().catch(3600)
})

export interface VerifiedToken {
  memberId: string
  userId: number
  /** REST root of the portal with a closing slash. */
  clientEndpoint: string
  /** Host of the portal, with its port. */
  domain: string
  licence: string | null
}

export interface RefreshedToken {
  accessToken: string
  refreshToken: string
  memberId: string | null
  clientEndpoint: string | null
  expiresInS: number
}

/** The token is not one that this app got from Bitrix24. */
export class ForgedToken extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(`The access token was not accepted: ${reason}`)
    this.name = 'ForgedToken'
    this.reason = reason
  }
}

/** The OAuth servers of the allow-list. No other host ever gets a token or the client secret. */
export class AuthServers {
  readonly #config: Config

  constructor(config: Config) {
    this.#config = config
  }

  /** The allowed origin that a `SERVER_ENDPOINT` names; undefined for any other. */
  allowed(serverEndpoint: string): string | undefined {
    if (!URL.canParse(serverEndpoint)) return undefined
    const { origin } = new URL(serverEndpoint)
    return this.#config.bitrix24.authServers.find((server) => server === origin)
  }

  get all(): readonly string[] {
    return this.#config.bitrix24.authServers
  }

  /**
   * Asks the auth server whose token this is. Throws `ForgedToken` when it is not ours or does not match,
   * `PortalError` when the server can't be asked.
   */
  async verify(authServer: string, accessToken: string): Promise<VerifiedToken> {
    if (!this.all.includes(authServer)) throw new ForgedToken('the auth server is not one of Bitrix24')
    const answer = await get(`${authServer}/rest/app.info?auth=${encodeURIComponent(accessToken)}`, TIMEOUT_MS).catch(
      (error: unknown) => {
        throw networkError(error)
      }
    )
    if (answer.body === undefined || answer.status >= 500)
      throw new PortalError('ambiguous', `HTTP_${answer.status}`, 'The auth server gave no answer')
    const parsed = appInfo.safeParse(answer.body)
    if (!parsed.success || 'error' in answer.body) throw new ForgedToken(codeOf(answer.body))
    const { client_id, user_id, install } = parsed.data.result
    if (client_id !== this.#config.bitrix24.clientId) throw new ForgedToken('it belongs to another application')
    const clientEndpoint = this.portalEndpoint(install.client_endpoint)
    if (!clientEndpoint) throw new ForgedToken('the portal has no acceptable address')
    return {
      memberId: install.member_id,
      userId: user_id,
      clientEndpoint,
      domain: new URL(clientEndpoint).host,
      licence: install.status ?? null
    }
  }

  /** Trades a refresh token. The answer must be stored before it is used: the old token is dead by then. */
  async refresh(authServer: string, refreshToken: string): Promise<RefreshedToken> {
    if (!this.all.includes(authServer))
      throw new PortalError('gone', 'AUTH_SERVER', 'The portal’s auth server is not one of Bitrix24')
    const { clientId, clientSecret } = this.#config.bitrix24
    const form = {
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken
    }
    const answer = await post(`${authServer}/oauth/token/`, { form }, TIMEOUT_MS).catch((error: unknown) => {
      throw networkError(error)
    })
    const parsed = refreshed.safeParse(answer.body)
    if (parsed.success) {
      const { data } = parsed
      return {
        accessToken: data.access_token,
        refreshToken: data.refresh_token,
        memberId: data.member_id ?? null,
        clientEndpoint: data.client_endpoint ? (this.portalEndpoint(data.client_endpoint) ?? null) : null,
        expiresInS: data.expires_in
      }
    }
    throw refusalOf(codeOf(answer.body), answer.status)
  }

  /**
   * https, or http where everything is loopback; with a closing slash. A portal of one's own may have any address and
   * port, but for those that mean this very machine or its cloud.
   */
  portalEndpoint(url: string): string | undefined {
    if (!URL.canParse(url)) return undefined
    const { protocol, hostname, username, origin, pathname } = new URL(url)
    const { isLoopback } = this.#config
    const isAllowed = isLoopback
      ? protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))
      : protocol === 'https:' && !isOwnMachine(hostname)
    if (!isAllowed || username) return undefined
    return origin + (pathname.endsWith('/') ? pathname : `${pathname}/`)
  }
}

const OWN_MACHINE = new BlockList()
OWN_MACHINE.addSubnet('0.0.0.0', 8)
OWN_MACHINE.addSubnet('127.0.0.0', 8)
OWN_MACHINE.addSubnet('169.254.0.0', 16)
OWN_MACHINE.addSubnet('::', 127, 'ipv6')
OWN_MACHINE.addSubnet('fe80::', 10, 'ipv6')

/** A URL writes every spelling of an IPv4 address in one way; an IPv6 address may hold one. */
function isOwnMachine(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const kind = isIP(host)
  if (kind === 0) return host === 'localhost' || host.endsWith('.localhost')
  return OWN_MACHINE.check(host, kind === 6 ? 'ipv6' : 'ipv4')
}

const codeOf = (body: Record<string, unknown> | undefined): string =>
  typeof body?.error === 'string' && body.error !== '' ? body.error : 'unexpected answer'

/** `wrong_client` comes with HTTP 200; statuses say little here (platform.md §2.5). */
function refusalOf(code: string, status: number): PortalError {
  switch (code.toLowerCase()) {
    case 'invalid_grant':
      return new PortalError('refused', code, 'The refresh token is no longer valid')
    case 'payment_required':
    case 'not_installed':
    case 'invalid_client':
      return new PortalError('gone', code, 'The app is no longer available on the portal')
    case 'wrong_client':
    case 'invalid_scope':
    case 'insufficient_scope':
    case 'invalid_request':
      return new PortalError('overload', code, 'The auth server refuses this app')
    default:
      return new PortalError('ambiguous', `HTTP_${status}`, 'The auth server gave no answer')
  }
}
