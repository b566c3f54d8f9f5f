import type { Clock } from './clock.ts'
import { randomToken } from './secrets.ts'

export const ACCESS_SECONDS = 3600
const REFRESH_MILLISECONDS = 180 * 86_400_000

export type TokenState = 'live' | 'expired' | 'revoked' | 'uninstalled' | 'unknown'

export interface TokenRecord {
  accessToken: string
  refreshToken: string | null
  memberId: string
  userId: number
  clientId: string
  expiresAt: number
  refreshExpiresAt: number
  refreshUsed: boolean
  state: 'live' | 'revoked' | 'uninstalled'
}

/** All tokens of the world. The portals and the auth server look into the same book, as in the cloud. */
export class TokenBook {
  readonly #byAccess = new Map<string, TokenRecord>()
  readonly #byRefresh = new Map<string, TokenRecord>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  issue(owner: { memberId: string; userId: number; clientId: string }, withRefresh = true): TokenRecord {
    const now = this.#clock()
    const record: TokenRecord = {
      ...owner,
      accessToken: randomToken(),
      refreshToken: withRefresh ? randomToken() : null,
      expiresAt: now + ACCESS_SECONDS * 1000,
      refreshExpiresAt: now + REFRESH_MILLISECONDS,
      refreshUsed: false,
      state: 'live'
    }
    this.#byAccess.set(record.accessToken, record)
    if (record.refreshToken) this.#byRefresh.set(record.refreshToken, record)
    return record
  }

  find(accessToken: string): TokenRecord | undefined {
    return this.#byAccess.get(accessToken)
  }

  stateOf(accessToken: string): TokenState {
    const record = this.#byAccess.get(accessToken)
    if (!record) return 'unknown'
    if (record.state !== 'live') return record.state
    return record.expiresAt <= this.#clock() ? 'expired' : 'live'
  }

  /** A refresh token works once: the second use is refused, whoever comes second. */
  exchange(refreshToken: string): TokenRecord | 'invalid' | 'uninstalled' {
    const old = this.#byRefresh.get(refreshToken)
    if (old?.state === 'uninstalled') return 'uninstalled'
    if (!old || old.refreshUsed || old.state !== 'live' || old.refreshExpiresAt <= this.#clock()) return 'invalid'
    old.refreshUsed = true
    return this.issue({ memberId: old.memberId, userId: old.userId, clientId: old.clientId })
  }

  findByRefresh(refreshToken: string): TokenRecord | undefined {
    return this.#byRefresh.get(refreshToken)
  }

  expire(accessToken: string): void {
    const record = this.#byAccess.get(accessToken)
    if (record) record.expiresAt = 0
  }

  expireAll(memberId: string): void {
    for (const record of this.#byAccess.values()) if (record.memberId === memberId) record.expiresAt = 0
  }

  revoke(accessToken: string): void {
    const record = this.#byAccess.get(accessToken)
    if (record) record.state = 'revoked'
  }

  revokePortal(memberId: string): void {
    for (const record of this.#byAccess.values()) if (record.memberId === memberId) record.state = 'uninstalled'
  }

  revokeUser(memberId: string, userId: number): void {
    for (const record of this.#byAccess.values())
      if (record.memberId === memberId && record.userId === userId) record.state = 'revoked'
  }
}
