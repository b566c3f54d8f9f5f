import { setTimeout as pause } from 'node:timers/promises'
import { after } from '../clock.ts'
import { updatePortal, type Portal } from '../portals/repository.ts'
import type { PortalToken } from '../portals/tokens.ts'
import type { RefreshedToken } from './auth-servers.ts'
import { PortalError, TokenError } from './errors.ts'
import type { PortalClientParts } from './portal-client.ts'

const LOCK_MS = 20_000
const POLL_MS = 100

/**
 * Renews access tokens: only when expired, one at a time for a token over all processes, stored before used.
 * The auth server gives a new refresh token each time and kills the old one.
 */
export class TokenRefresher {
  readonly #parts: PortalClientParts
  readonly #running = new Map<string, Promise<PortalToken>>()

  constructor(parts: PortalClientParts) {
    this.#parts = parts
  }

  async fresh(portal: Portal, token: PortalToken): Promise<PortalToken> {
    return Date.parse(token.expiresAt) > this.#parts.clock.now().getTime() ? token : this.renew(portal, token)
  }

  /** A token other than the refused one: renewed here, or by somebody else meanwhile. */
  async renew(portal: Portal, refused: PortalToken): Promise<PortalToken> {
    const key = `${refused.memberId}:${refused.userId}`
    const running = this.#running.get(key)
    if (running) return running
    const renewal = this.#renewLocked(portal, refused).finally(() => this.#running.delete(key))
    this.#running.set(key, renewal)
    return renewal
  }

  async #renewLocked(portal: Portal, refused: PortalToken): Promise<PortalToken> {
    const { db, clock, tokens } = this.#parts
    const deadline = Date.now() + 2 * LOCK_MS
    for (;;) {
      const stored = await tokens.find(db, refused.memberId, refused.userId)
      if (!stored) throw new TokenError('dead_token', false)
      if (stored.accessToken !== refused.accessToken) return stored
      const now = clock.now()
      if (await tokens.lockRefresh(db, stored, now.toISOString(), after(now, LOCK_MS)))
        return this.#renewAlone(portal, refused)
      if (Date.now() > deadline)
        throw new PortalError('not_sent', 'REFRESH_BUSY', 'The token is being renewed elsewhere')
      await pause(POLL_MS)
    }
  }

  /** Somebody may have renewed it between our look and our lock: trading the old pair again would kill the new one. */
  async #renewAlone(portal: Portal, refused: PortalToken): Promise<PortalToken> {
    const { db, tokens } = this.#parts
    const stored = await tokens.find(db, refused.memberId, refused.userId)
    if (stored && stored.accessToken === refused.accessToken) return this.#exchange(portal, stored)
    await tokens.unlockRefresh(db, refused)
    if (!stored) throw new TokenError('dead_token', false)
    return stored
  }

  async #exchange(portal: Portal, token: PortalToken): Promise<PortalToken> {
    const { db, clock, tokens, authServers } = this.#parts
    if (!token.refreshToken) {
      await tokens.markDead(db, token, clock.now().toISOString())
      throw new TokenError('no_refresh_token', false)
    }
    try {
      const renewed = await authServers.refresh(portal.authServer, token.refreshToken)
      return await this.#store(portal, token, renewed)
    } catch (error) {
      await tokens.unlockRefresh(db, token)
      if (error instanceof PortalError && error.code.toLowerCase() === 'invalid_grant') {
        await tokens.markDead(db, token, clock.now().toISOString())
        throw new TokenError(error.code, false)
      }
      // Nothing was sent to the portal itself, whatever became of the renewal.
      if (error instanceof PortalError && error.kind === 'ambiguous')
        throw new PortalError('not_sent', error.code, 'The auth server can not be reached')
      throw error
    }
  }

  async #store(portal: Portal, token: PortalToken, renewed: RefreshedToken): Promise<PortalToken> {
    const { db, clock, tokens } = this.#parts
    const now = clock.now()
    if (renewed.memberId !== null && renewed.memberId !== portal.memberId)
      throw new PortalError('overload', 'FOREIGN_TOKEN', 'The auth server answered with a token of another portal')
    const fresh = {
      ...token,
      accessToken: renewed.accessToken,
      refreshToken: renewed.refreshToken,
      expiresAt: after(now, renewed.expiresInS * 1000)
    }
    await tokens.save(db, fresh, now.toISOString())
    if (renewed.clientEndpoint !== null && renewed.clientEndpoint !== portal.clientEndpoint)
      await this.#move(portal, renewed.clientEndpoint)
    return fresh
  }

  /**
   * A portal that redirects was renamed. The redirect's target is not trusted with a token:
   * the auth server is asked where the portal is now.
   */
  async relocate(portal: Portal, token: PortalToken): Promise<Portal> {
    const verified = await this.#parts.authServers.verify(portal.authServer, token.accessToken).catch(() => undefined)
    if (!verified || verified.memberId !== portal.memberId || verified.clientEndpoint === portal.clientEndpoint)
      throw new PortalError('ambiguous', 'REDIRECTED', 'The portal redirects, and its new address is not known yet')
    return this.#move(portal, verified.clientEndpoint)
  }

  async #move(portal: Portal, clientEndpoint: string): Promise<Portal> {
    const moved = {
      clientEndpoint,
      domain: new URL(clientEndpoint).host,
      updatedAt: this.#parts.clock.now().toISOString()
    }
    await updatePortal(this.#parts.db, portal.memberId, moved)
    this.#parts.log.info({ memberId: portal.memberId, domain: moved.domain }, 'a portal moved')
    return { ...portal, ...moved }
  }
}
