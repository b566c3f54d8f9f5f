import type { Db, Trx } from '../db/database.ts'
import type { RequestContactTable } from '../db/tables/request.ts'

export async function saveSealed(db: Db | Trx, row: RequestContactTable): Promise<void> {
  await db
    .insertInto('request_contact')
    .values(row)
    .onConflict((conflict) => conflict.column('requestId').doUpdateSet(row))
    .execute()
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
