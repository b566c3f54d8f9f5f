import type { Db, Trx } from '../../db/database.ts'
import type { SavedFilterTable } from '../../db/tables/portal.ts'

export interface Owner {
  memberId: string
  userId: number
}

export async function listSaved(db: Db | Trx, { memberId, userId }: Owner): Promise<SavedFilterTable[]> {
  return db
    .selectFrom('saved_filter')
    .selectAll()
    .where('memberId', '=', memberId)
    .where('userId', '=', userId)
    .orderBy('id')
    .execute()
}

export async function upsertSaved(trx: Trx, saved: SavedFilterTable): Promise<void> {
  const { filters, seenAt } = saved
  await trx
    .insertInto('saved_filter')
    .values(saved)
    .onConflict((conflict) => conflict.columns(['memberId', 'userId', 'name']).doUpdateSet({ filters, seenAt }))
    .execute()
}

export async function markSeen(db: Db, { memberId, userId }: Owner, id: string, seenAt: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('saved_filter')
    .set({ seenAt })
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteSaved(db: Db, { memberId, userId }: Owner, id: string): Promise<void> {
  await db
    .deleteFrom('saved_filter')
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .where('userId', '=', userId)
    .execute()
}
