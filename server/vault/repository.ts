import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { RequestContactTable } from '../db/tables/request.ts'

export async function saveSealed(db: Db | Trx, row: RequestContactTable): Promise<void> {
  await db
    .insertInto('request_contact')
    .values(row)
    .onConflict((conflict) => conflict.column('requestId').doUpdateSet(row))
    .execute()
}

/** In the words of the index over these kinds, by which SQLite knows that it may use it. */
export const isOfClient = sql<boolean>`kind in ('phone', 'email', 'company_name')`

export async function insertSealed(trx: Trx, rows: RequestContactTable[]): Promise<void> {
  await insertRows(trx, 'request_contact', rows)
}

export async function findSealed(db: Db | Trx, requestIds: string[]): Promise<RequestContactTable[]> {
  if (requestIds.length === 0) return []
  return db.selectFrom('request_contact').selectAll().where('requestId', 'in', requestIds).execute()
}

export async function deleteSealed(db: Db | Trx, requestId: string): Promise<void> {
  await db.deleteFrom('request_contact').where('requestId', '=', requestId).execute()
  await db.deleteFrom('request_fingerprint').where('requestId', '=', requestId).execute()
}

export async function copyFingerprints(trx: Trx, fromId: string, toId: string): Promise<void> {
  const rows = await trx.selectFrom('request_fingerprint').selectAll().where('requestId', '=', fromId).execute()
  if (rows.length === 0) return
  await trx
    .insertInto('request_fingerprint')
    .values(rows.map(({ kind, hash }) => ({ requestId: toId, kind, hash })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Records whose key another master key wraps. */
export async function listWrappedBefore(
  db: Db | Trx,
  keyId: string,
  limit: number
): Promise<Pick<RequestContactTable, 'requestId' | 'wrappedKey'>[]> {
  return db
    .selectFrom('request_contact')
    .select(['requestId', 'wrappedKey'])
    .where('keyId', '!=', keyId)
    .orderBy('requestId')
    .limit(limit)
    .execute()
}

export async function saveWrappedKey(
  db: Db | Trx,
  requestId: string,
  key: Pick<RequestContactTable, 'keyId' | 'wrappedKey'>
): Promise<void> {
  await db.updateTable('request_contact').set(key).where('requestId', '=', requestId).execute()
}

export async function replaceFingerprints(
  db: Db | Trx,
  requestId: string,
  fingerprints: { kind: string; hash: string }[]
): Promise<void> {
  await db.deleteFrom('request_fingerprint').where('requestId', '=', requestId).execute()
  if (fingerprints.length === 0) return
  await db
    .insertInto('request_fingerprint')
    .values(fingerprints.map(({ kind, hash }) => ({ requestId, kind, hash })))
    .execute()
}

export async function hasFingerprint(
  db: Db | Trx,
  requestId: string,
  marks: { kind: string; hash: string }[]
): Promise<boolean> {
  if (marks.length === 0) return false
  const row = await db
    .selectFrom('request_fingerprint')
    .select('kind')
    .where('requestId', '=', requestId)
    .where((one) => one.or(marks.map(({ kind, hash }) => one.and([one('kind', '=', kind), one('hash', '=', hash)]))))
    .executeTakeFirst()
  return row !== undefined
}
