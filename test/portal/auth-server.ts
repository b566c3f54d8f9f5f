import type { IncomingMessage, ServerResponse } from 'node:http'
import { AuthFaults, type AuthFaultSpec } from './auth-faults.ts'
import { isoInZone } from './clock.ts'
import { listen, type Listener, readBody, readParams } from './http-listener.ts'
import { asText, param, type Params } from './php.ts'
import { timeBlock } from './rest/time-block.ts'
import { ACCESS_SECONDS, type TokenRecord } from './tokens.ts'
import { randomCode } from './secrets.ts'
import type { World } from './world.ts'

interface Answer {
  status: number
  body: Params
}

const CODE_MILLISECONDS = 30_000

/** The OAuth server of the cloud: `/oauth/token/` and its own `/rest/app.info`. */
export class AuthServer {
  readonly faults = new AuthFaults()
  readonly requests: Array<{ path: string; params: Params; at: number; status: number; error: string | null }> = []
  readonly #world: World
  readonly #codes = new Map<string, { memberId: string; userId: number; expiresAt: number }>()
  #listener: Listener | undefined
  readonly #refreshes = new Map<string, number>()

  constructor(world: World) {
    this.#world = world
  }

  async listen(port?: number): Promise<void> {
    this.#listener = await listen((request, response) => void this.#handle(request, response), port)
  }

  async close(): Promise<void> {
    await this.#listener?.close()
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#listener?.port ?? 0}`
  }

  /** `SERVER_ENDPOINT` */
  get endpoint(): string {
    return `${this.origin}/rest/`
  }

  /** Successful refreshes of a portal's tokens. */
  refreshesOf(memberId: string): number {
    return this.#refreshes.get(memberId) ?? 0
  }

  get failedRefreshes(): number {
    return this.requests.filter((entry) => entry.path === '/oauth/token' && entry.error !== null).length
  }

  revoke(accessToken: string): void {
    this.#world.tokens.revoke(accessToken)
  }

  expire(accessToken: string): void {
    this.#world.tokens.expire(accessToken)
  }

  /** An authorization code: good for 30 seconds and one use. */
  issueCode(memberId: string, userId: number): string {
    const code = randomCode()
    this.#codes.set(code, { memberId, userId, expiresAt: this.#world.clock() + CODE_MILLISECONDS })
    return code
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [rawPath = '/', query = ''] = (request.url ?? '/').split('?')
    const path = rawPath.replaceAll(/\/+/g, '/').replace(/(\.json)?\/?$/, '')
    const params = readParams(query, request.headers['content-type'] ?? '', await readBody(request))
    const target = path === '/oauth/token' ? 'token' : path === '/rest/app.info' ? 'app.info' : 'none'
    const fault = this.faults.take(target)
    const header = request.headers.authorization ?? ''
    const answer = fault
      ? await this.#trouble(fault, request, response, target, params, header)
      : this.#answer(target, params, header)
    if (!answer) return
    const error = 'error' in answer.body ? asText(answer.body.error) : null
    this.requests.push({ path, params, at: this.#world.clock(), status: answer.status, error })
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(answer.body))
  }

  async #trouble(
    fault: AuthFaultSpec,
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
    params: Params,
    header: string
  ): Promise<Answer | undefined> {
    if (fault.kind === 'slow') {
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 1000))
      return this.#answer(target, params, header)
    }
    if (fault.kind === 'timeoutAfter' || fault.kind === 'resetAfter') this.#answer(target, params, header)
    if (fault.kind.startsWith('reset')) request.socket.resetAndDestroy()
    if (fault.kind.startsWith('reset') || fault.kind.startsWith('timeout')) return undefined
    if (fault.kind === 'html200' || fault.kind === 'plain503') {
      const status = fault.kind === 'html200' ? 200 : 503
      response.writeHead(status, { 'content-type': 'text/html' }).end('<html><h1>Service</h1></html>')
      return undefined
    }
    return this.faults.answer(fault.kind)
  }

  #answer(target: string, params: Params, header: string): Answer {
    if (target === 'token') return this.#token(params)
    if (target === 'app.info') return this.#appInfo(asText(param(params, 'auth')) || header.replace(/^Bearer /i, ''))
    return { status: 404, body: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' } }
  }

  #token(params: Params): Answer {
    const { app, tokens } = this.#world
    const grant = asText(params.grant_type)
    if (!['refresh_token', 'authorization_code'].includes(grant) || !params.client_id)
      return this.faults.answer('invalid_request')
    if (asText(params.client_id) !== app.clientId) return this.faults.answer('wrong_client')
    if (asText(params.client_secret) !== app.clientSecret) return this.faults.answer('invalid_client')
    if (grant === 'authorization_code') return this.#redeem(asText(params.code))
    const refreshToken = asText(params.refresh_token)
    const old = tokens.findByRefresh(refreshToken)
    const refusal = old ? this.#refusalFor(old) : undefined
    if (refusal) return refusal
    const record = tokens.exchange(refreshToken)
    if (record === 'uninstalled') return this.faults.answer('invalid_client')
    if (record === 'invalid') return this.faults.answer('invalid_grant')
    this.#refreshes.set(record.memberId, this.refreshesOf(record.memberId) + 1)
    return { status: 200, body: this.#tokenBody(record) }
  }

  #redeem(code: string): Answer {
    const found = this.#codes.get(code)
    this.#codes.delete(code)
    if (!found || found.expiresAt <= this.#world.clock()) return this.faults.answer('invalid_grant')
    const owner = { memberId: found.memberId, userId: found.userId, clientId: this.#world.app.clientId }
    return { status: 200, body: this.#tokenBody(this.#world.tokens.issue(owner)) }
  }

  #refusalFor(record: TokenRecord): Answer | undefined {
    const portal = this.#world.portals.find((candidate) => candidate.memberId === record.memberId)
    if (!portal || portal.isDeleted) return this.faults.answer('invalid_client')
    if (portal.plan === 'unpaid') return this.faults.answer('PAYMENT_REQUIRED')
    const user = portal.users.find((candidate) => candidate.id === record.userId)
    return user?.active ? undefined : this.faults.answer('invalid_grant')
  }

  /** `domain` is the auth server's own here, unlike everywhere else (docs: `oauth/index.md`). */
  #tokenBody(record: TokenRecord): Params {
    const portal = this.#world.portals.find((candidate) => candidate.memberId === record.memberId)
    return {
      access_token: record.accessToken,
      expires: Math.floor(record.expiresAt / 1000),
      expires_in: ACCESS_SECONDS,
      scope: this.#world.app.scope.join(','),
      domain: new URL(this.origin).host,
      server_endpoint: this.endpoint,
      status: this.#world.app.status,
      client_endpoint: portal?.endpoint ?? '',
      member_id: record.memberId,
      user_id: record.userId,
      refresh_token: record.refreshToken
    }
  }

  /** The auth server's shape, not the portal's (b24pysdk `bitrix_app_info_response.py`). */
  #appInfo(accessToken: string): Answer {
    const { tokens, app, portals, clock } = this.#world
    const record = tokens.find(accessToken)
    const portal = portals.find((candidate) => candidate.memberId === record?.memberId)
    const state = tokens.stateOf(accessToken)
    if (state === 'expired') return this.faults.answer('expired_token')
    if (state !== 'live' || !record || !portal || portal.isDeleted) return this.faults.answer('invalid_client')
    if (portal.plan === 'unpaid') return this.faults.answer('PAYMENT_REQUIRED')
    const install = {
      installed: portal.installation.isFinished,
      version: portal.installation.version,
      status: app.status,
      scope: app.scope.join(','),
      domain: portal.domain,
      uri: app.appUrl ?? '',
      client_endpoint: portal.endpoint,
      member_id: portal.memberId,
      member_type: portal.onPremise ? 'selfhosted' : 'bitrix24'
    }
    const expires = isoInZone(record.expiresAt, 'UTC')
    const result = { client_id: record.clientId, scope: install.scope, expires, install, user_id: record.userId }
    return { status: 200, body: { result, time: timeBlock(clock(), clock(), 'UTC') } }
  }
}
