import qs from 'qs'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import type { Log } from '../log.ts'
import { getPortal, type Portal } from '../portals/repository.ts'
import type { PortalToken, TokenStore } from '../portals/tokens.ts'
import type { AuthServers } from './auth-servers.ts'
import { recordCall } from './call-log.ts'
import { PortalError, TokenError } from './errors.ts'
import { failureOf, writeFailure } from './failure.ts'
import { PortalLimits } from './portal-limits.ts'
import { exchangeRest, type RestAnswer } from './rest.ts'
import { TokenRefresher } from './token-refresher.ts'

export type Params = Record<string, unknown>
export interface Command {
  method: string
  params: Params
}
export type CommandResult = { ok: true; result: unknown; next: number | null } | { ok: false; error: PortalError }

/** Called when a request is about to leave: whoever must not repeat it notes that it may now be executed. */
export type BeforeSend = () => Promise<void>

export const BATCH_SIZE = 50

export interface PortalClientParts {
  db: Db
  clock: Clock
  log: Log
  tokens: TokenStore
  authServers: AuthServers
  isLoopback: boolean
  /** How long a portal may take to answer; only tests are less patient. */
  restTimeoutMs?: number
}

/** REST clients of all portals; each call picks the portal's live tokens, waits for its bucket and is logged. */
export class PortalClients {
  readonly #parts: PortalClientParts
  readonly #refresher: TokenRefresher

  constructor(parts: PortalClientParts) {
    this.#parts = parts
    this.#refresher = new TokenRefresher(parts)
  }

  /** Acts with an admin's token; `userId` is tried first. */
  of(memberId: string, userId?: number): PortalClient {
    return new PortalClient(this.#parts, this.#refresher, memberId, userId)
  }

  /** One call with a token that is not stored, where the auth server named the portal. Somebody waits: it does not queue. */
  async callWith(
    portal: { memberId: string; clientEndpoint: string },
    accessToken: string,
    method: string
  ): Promise<unknown> {
    const { clock, restTimeoutMs } = this.#parts
    await new PortalLimits(this.#parts).countCall(portal.memberId)
    const limits = { now: clock.now(), timeoutMs: restTimeoutMs }
    const answer = await exchangeRest(portal.clientEndpoint, method, {}, accessToken, limits)
    return answer.result
  }
}

export class PortalClient {
  readonly memberId: string
  readonly #parts: PortalClientParts
  readonly #limits: PortalLimits
  readonly #refresher: TokenRefresher
  readonly #userId: number | undefined

  constructor(parts: PortalClientParts, refresher: TokenRefresher, memberId: string, userId?: number) {
    this.#parts = parts
    this.#limits = new PortalLimits(parts)
    this.#refresher = refresher
    this.memberId = memberId
    this.#userId = userId
  }

  /** Throws `PortalError`. */
  async call(method: string, params: Params = {}, beforeSend?: BeforeSend): Promise<unknown> {
    return (await this.#send(method, params, beforeSend)).result
  }

  /** Runs any number of commands, 50 a call; each has its own result, a missing one is ambiguous. */
  async batch(commands: Record<string, Command>): Promise<Record<string, CommandResult>> {
    const results: Record<string, CommandResult> = {}
    const entries = Object.entries(commands)
    for (let from = 0; from < entries.length; from += BATCH_SIZE)
      Object.assign(results, await this.#sendBatch(entries.slice(from, from + BATCH_SIZE)))
    return results
  }

  /** A command whose method has to rest does not go with the others. */
  async #sendBatch(entries: [string, Command][]): Promise<Record<string, CommandResult>> {
    const resting = await this.#limits.resting(this.memberId, [...new Set(entries.map(([, { method }]) => method))])
    const restingResults = entries.flatMap(([name, { method }]): [string, CommandResult][] => {
      const error = resting.get(method)
      return error ? [[name, { ok: false, error }]] : []
    })
    const results = Object.fromEntries(restingResults)
    const going = entries.filter(([name]) => !(name in results))
    return going.length === 0 ? results : { ...results, ...(await this.#sendCommands(going)) }
  }

  async #sendCommands(entries: [string, Command][]): Promise<Record<string, CommandResult>> {
    const cmd = Object.fromEntries(
      entries.map(([name, { method, params }]) => [
        name,
        `${method}?${qs.stringify(params, { arrayFormat: 'indices' })}`
      ])
    )
    const answer = await this.#send('batch', { halt: 0, cmd })
    const results = answer.commands(Object.keys(cmd), this.#parts.clock.now())
    await this.#limits.noteBatch(this.memberId, entries, answer.times, results)
    return results
  }

  async #send(method: string, params: Params, beforeSend?: BeforeSend): Promise<RestAnswer> {
    const portal = await getPortal(this.#parts.db, this.memberId)
    if (portal.status === 'uninstalled') throw new PortalError('gone', 'NOT_INSTALLED', 'The app was uninstalled')
    this.#limits.mustNotBeHeld(portal)
    const restingError = (await this.#limits.resting(this.memberId, [method])).get(method)
    if (restingError) throw restingError
    let lastError: TokenError | undefined
    for (const token of await this.#tokens()) {
      try {
        return await this.#sendWith(portal, token, method, params, beforeSend)
      } catch (error) {
        if (!(error instanceof TokenError)) throw error
        lastError = error
      }
    }
    throw new PortalError(
      'no_token',
      lastError?.code ?? 'NO_TOKEN',
      'No administrator’s access to the portal works any more'
    )
  }

  async #tokens(): Promise<PortalToken[]> {
    const tokens = await this.#parts.tokens.list(this.#parts.db, this.memberId)
    return tokens.sort((one, other) => Number(other.userId === this.#userId) - Number(one.userId === this.#userId))
  }

  /** A refused token is renewed once and the call repeated, which is safe: a 401 was not executed. */
  async #sendWith(
    portal: Portal,
    stored: PortalToken,
    method: string,
    params: Params,
    beforeSend?: BeforeSend
  ): Promise<RestAnswer> {
    let token = await this.#refresher.fresh(portal, stored)
    let [hasMoved, isRenewed] = [false, false]
    for (;;) {
      try {
        await this.#limits.waitForBucket(this.memberId)
        await beforeSend?.()
        return await this.#exchange(portal.clientEndpoint, token, method, params)
      } catch (error) {
        if (error instanceof PortalError && error.code === 'REDIRECT' && !hasMoved) {
          portal = await this.#refresher.relocate(portal, token)
          hasMoved = true
          continue
        }
        if (!(error instanceof TokenError)) throw error
        if (!error.isRefreshable || isRenewed) {
          await this.#parts.tokens.markDead(this.#parts.db, token, this.#parts.clock.now().toISOString())
          throw error
        }
        token = await this.#refresher.renew(portal, token)
        isRenewed = true
      }
    }
  }

  async #exchange(endpoint: string, token: PortalToken, method: string, params: Params): Promise<RestAnswer> {
    const { db, clock, log, restTimeoutMs } = this.#parts
    const startedAt = clock.now()
    const note = (status: number | null, outcome: string, detail: string | null, failure: string | null = null) =>
      recordCall(db, log, { memberId: this.memberId, method, startedAt, status, outcome, detail, failure, params })
    try {
      const answer = await exchangeRest(endpoint, method, params, token.accessToken, {
        now: clock.now(),
        timeoutMs: restTimeoutMs
      })
      note(200, 'ok', null)
      await this.#limits.noteTimes(this.memberId, [[method, answer.time]])
      return answer
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      const outcome = error instanceof PortalError ? error.kind : 'token'
      note(null, outcome, `${code ?? ''} ${message}`.trim(), writeFailure(failureOf(error)))
      throw error instanceof PortalError ? await this.#limits.noteRefusal(this.memberId, method, error) : error
    }
  }
}
