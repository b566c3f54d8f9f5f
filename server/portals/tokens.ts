import type { Db, Trx } from '../db/database.ts'
import type { PortalTokenTable } from '../db/tables/portal.ts'
import type { Keys } from '../vault/keys.ts'
import { seal, unsealAny } from '../vault/seal.ts'

export interface PortalToken {
  memberId: string
  userId: number
  accessToken: string
  refreshToken: string | null
  expiresAt: string
}

/** Tokens of the admins of portals, encrypted at rest. */
export class TokenStore {
  readonly #keys: Keys

  constructor(keys: Keys) {
    this.#keys = keys
  }

  /** Overwrites; a missing refresh token keeps the stored one, since only some sources carry it. */
  async save(db: Db | Trx, token: PortalToken, at: string): Promise<void> {
    const context = `${token.memberId}:${token.userId}`
    const row = {
      memberId: token.memberId,
      userId: token.userId,
      accessToken: seal(this.#keys.of('token'), token.accessToken, context),
      expiresAt: token.expiresAt,
      isDead: 0,
      refreshLockedUntil: null,
      updatedAt: at
    }
    const refreshToken = token.refreshToken
      ? { refreshToken: seal(this.#keys.of('token'), token.refreshToken, context) }
      : {}
    await db
      .insertInto('portal_token')
      .values({ refreshToken: null, ...row, ...refreshToken })
      .onConflict((conflict) => conflict.columns(['memberId', 'userId']).doUpdateSet({ ...row, ...refreshToken }))
      .execute()
  }

  /** Live tokens, the most recently renewed first. */
  async list(db: Db | Trx, memberId: string): Promise<PortalToken[]> {
    const rows = await db
      .selectFrom('portal_token')
      .selectAll()
      .where('memberId', '=', memberId)
      .where('isDead', '=', 0)
      .orderBy('updatedAt', 'desc')
      .orderBy('userId')
      .execute()
    return rows.map((row) => this.#open(row))
  }

  /** Live tokens of installed portals that nobody has renewed since. */
  async listIdle(db: Db, since: string, limit: number): Promise<Pick<PortalToken, 'memberId' | 'userId'>[]> {
    return db
      .selectFrom('portal_token')
      .innerJoin('portal', 'portal.memberId', 'portal_token.memberId')
      .select(['portal_token.memberId', 'portal_token.userId'])
      .where('portal.status', '=', 'installed')
      .where('portal.trouble', 'is', null)
      .where('portal_token.isDead', '=', 0)
      .where('portal_token.updatedAt', '<', since)
      .limit(limit)
      .execute()
  }

  async find(db: Db | Trx, memberId: string, userId: number): Promise<PortalToken | undefined> {
    const row = await this.#row(db, memberId, userId)
    return row && this.#open(row)
  }

  /** Only what was refused dies: by now there may be a newer token of the same user. */
  async markDead(db: Db | Trx, token: PortalToken, at: string): Promise<void> {
    const row = await this.#row(db, token.memberId, token.userId)
    if (!row || this.#open(row).accessToken !== token.accessToken) return
    await db
      .updateTable('portal_token')
      .set({ isDead: 1, updatedAt: at })
      .where('memberId', '=', token.memberId)
      .where('userId', '=', token.userId)
      .where('accessToken', '=', row.accessToken)
      .execute()
  }

  /** One refresh at a time for a token, across processes. */
  async lockRefresh(db: Db, token: PortalToken, now: string, until: string): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('portal_token')
      .set({ refreshLockedUntil: until })
      .where('memberId', '=', token.memberId)
      .where('userId', '=', token.userId)
      .where((or) => or.or([or('refreshLockedUntil', 'is', null), or('refreshLockedUntil', '<', now)]))
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }

  async unlockRefresh(db: Db, token: PortalToken): Promise<void> {
    await db
      .updateTable('portal_token')
      .set({ refreshLockedUntil: null })
      .where('memberId', '=', token.memberId)
      .where('userId', '=', token.userId)
      .execute()
  }

  /** Seals all tokens with the present key; answers how many there are. */
  async reseal(db: Db | Trx): Promise<number> {
    const rows = await db.selectFrom('portal_token').selectAll().execute()
    for (const row of rows) {
      const context = `${row.memberId}:${row.userId}`
      const anew = (sealed: string) =>
        seal(this.#keys.of('token'), unsealAny(this.#keys.all('token'), sealed, context), context)
      await db
        .updateTable('portal_token')
        .set({ accessToken: anew(row.accessToken), refreshToken: row.refreshToken && anew(row.refreshToken) })
        .where('memberId', '=', row.memberId)
        .where('userId', '=', row.userId)
        .execute()
    }
    return rows.length
  }

  async #row(db: Db | Trx, memberId: string, userId: number): Promise<PortalTokenTable | undefined> {
    return db
      .selectFrom('portal_token')
      .selectAll()
      .where('memberId', '=', memberId)
      .where('userId', '=', userId)
      .where('isDead', '=', 0)
      .executeTakeFirst()
  }

  #open(row: PortalTokenTable): PortalToken {
    const context = `${row.memberId}:${row.userId}`
    const open = (sealed: string) => unsealAny(this.#keys.all('token'), sealed, context).toString()
    return {
      memberId: row.memberId,
      userId: row.userId,
      accessToken: open(row.accessToken),
      refreshToken: row.refreshToken && open(row.refreshToken),
      expiresAt: row.expiresAt
    }
  }
}
