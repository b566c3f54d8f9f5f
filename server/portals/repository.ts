import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { PortalTable, PortalUserTable, SessionTable, SettingsTable } from '../db/tables/portal.ts'

export type Portal = PortalTable

export async function findPortal(db: Db | Trx, memberId: string): Promise<Portal | undefined> {
  return db.selectFrom('portal').selectAll().where('memberId', '=', memberId).executeTakeFirst()
}

export async function getPortal(db: Db | Trx, memberId: string): Promise<Portal> {
  return db.selectFrom('portal').selectAll().where('memberId', '=', memberId).executeTakeFirstOrThrow()
}

/** Takes the portal's row lock until the transaction ends. */
export async function lockPortal(trx: Trx, memberId: string): Promise<Portal | undefined> {
  return trx.updateTable('portal').set({ memberId }).where('memberId', '=', memberId).returningAll().executeTakeFirst()
}

export async function insertPortal(db: Db | Trx, portal: Portal): Promise<void> {
  await db
    .insertInto('portal')
    .values(portal)
    .onConflict((conflict) => conflict.column('memberId').doNothing())
    .execute()
}

export async function updatePortal(db: Db | Trx, memberId: string, changes: Partial<Portal>): Promise<void> {
  await db.updateTable('portal').set(changes).where('memberId', '=', memberId).execute()
}

export async function listPortalsOfPartner(db: Db | Trx, partnerCode: string): Promise<Portal[]> {
  return db.selectFrom('portal').selectAll().where('partnerCode', '=', partnerCode).execute()
}

/**
 * Fills the portal's leaky bucket by one call if it then stays within `burst`; it drains by `perSecond`.
 * One statement, so that all processes share the bucket. Answers whether the call may be made.
 */
export async function takeCall(
  db: Db,
  memberId: string,
  now: Date,
  bucket: { burst: number; perSecond: number }
): Promise<boolean> {
  const portal = await getPortal(db, memberId)
  const seconds = Math.max(0, (now.getTime() - Date.parse(portal.bucketAt)) / 1000)
  const level = Math.max(0, portal.bucketLevel - seconds * bucket.perSecond)
  if (level + 1 > bucket.burst) return false
  const { numUpdatedRows } = await db
    .updateTable('portal')
    .set({ bucketLevel: level + 1, bucketAt: now.toISOString() })
    .where('memberId', '=', memberId)
    .where('bucketAt', '=', portal.bucketAt)
    .where('bucketLevel', '=', portal.bucketLevel)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertSession(db: Db | Trx, session: SessionTable): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

export async function notePerson(db: Db | Trx, person: PortalUserTable): Promise<void> {
  const { name, lang, seenAt } = person
  await db
    .insertInto('portal_user')
    .values(person)
    .onConflict((conflict) => conflict.columns(['memberId', 'userId']).doUpdateSet({ name, lang, seenAt }))
    .execute()
}

export async function findSession(db: Db, tokenHash: string): Promise<SessionTable | undefined> {
  return db.selectFrom('session').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
}

export async function deleteSessionsOf(db: Db | Trx, memberId: string): Promise<void> {
  await db.deleteFrom('session').where('memberId', '=', memberId).execute()
}

export async function deleteSessionsBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<', before).execute()
}

export async function findSettings(db: Db | Trx, memberId: string): Promise<SettingsTable | undefined> {
  return db.selectFrom('settings').selectAll().where('memberId', '=', memberId).executeTakeFirst()
}

export async function saveSettingsRow(trx: Trx, row: Omit<SettingsTable, 'roundRobin'>): Promise<void> {
  await trx
    .insertInto('settings')
    .values({ ...row, roundRobin: 0 })
    .onConflict((conflict) =>
      conflict
        .column('memberId')
        .doUpdateSet({ document: row.document, updatedAt: row.updatedAt, updatedBy: row.updatedBy })
    )
    .execute()
}

/** Counts the round robin up and answers the turn. */
export async function nextTurn(db: Db | Trx, memberId: string): Promise<number> {
  const row = await db
    .updateTable('settings')
    .set({ roundRobin: sql<number>`"roundRobin" + 1` })
    .where('memberId', '=', memberId)
    .returning('roundRobin')
    .executeTakeFirst()
  return row?.roundRobin ?? 0
}

/** Portals whose next sweep is due; those that can't be worked with are left out. */
export async function listDueSweeps(db: Db, now: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('portal')
    .select('memberId')
    .where('nextSweepAt', '<=', now)
    .where('status', '=', 'installed')
    .where('trouble', 'is', null)
    .orderBy('nextSweepAt')
    .limit(limit)
    .execute()
  return rows.map((row) => row.memberId)
}

/** Troubled portals that nobody has looked at since; one that was blocked by hand is left alone for long. */
export async function listTroubled(db: Db, now: Date, lookedAtBefore: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('portal')
    .select('memberId')
    .where('trouble', 'is not', null)
    .where((held) => held.or([held('heldUntil', 'is', null), held('heldUntil', '<=', now.toISOString())]))
    .where('status', '=', 'installed')
    .where('updatedAt', '<', lookedAtBefore)
    .limit(limit)
    .execute()
  return rows.map((row) => row.memberId)
}

export async function countPortalsByTrouble(db: Db): Promise<{ trouble: string; portals: number }[]> {
  const rows = await db
    .selectFrom('portal')
    .select((portal) => ['trouble', portal.fn.countAll<number>().as('portals')])
    .where('trouble', 'is not', null)
    .groupBy('trouble')
    .execute()
  return rows.map(({ trouble, portals }) => ({ trouble: trouble!, portals: Number(portals) }))
}

/** Takes away what lets us act there and, when it is to be clean, the settings too. */
export async function wipePortal(trx: Trx, memberId: string, options: { isClean: boolean }): Promise<void> {
  const tables = ['session', 'portal_token', 'portal_budget'] as const
  for (const table of options.isClean ? ([...tables, 'settings', 'portal_user'] as const) : tables)
    await trx.deleteFrom(table).where('memberId', '=', memberId).execute()
}
