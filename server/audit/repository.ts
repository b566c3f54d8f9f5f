import type { Db, Trx } from '../db/database.ts'
import type { AuditEntryTable } from '../db/tables/message.ts'

/** The update takes the row's lock on both engines. */
export async function lockHead(trx: Trx): Promise<{ seq: number; hash: string }> {
  return trx
    .updateTable('audit_head')
    .set({ id: 1 })
    .where('id', '=', 1)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
}

export async function appendEntry(trx: Trx, entry: AuditEntryTable): Promise<void> {
  await trx.insertInto('audit_entry').values(entry).execute()
  await trx.updateTable('audit_head').set({ seq: entry.seq, hash: entry.hash }).where('id', '=', 1).execute()
}

export async function listEntries(db: Db | Trx, afterSeq: number, limit: number): Promise<AuditEntryTable[]> {
  return db.selectFrom('audit_entry').selectAll().where('seq', '>', afterSeq).orderBy('seq').limit(limit).execute()
}

export async function listEntriesOf(db: Db | Trx, subjectId: string): Promise<AuditEntryTable[]> {
  return db.selectFrom('audit_entry').selectAll().where('subjectId', '=', subjectId).orderBy('seq').execute()
}

export async function readHead(db: Db): Promise<{ seq: number; hash: string }> {
  return db.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow()
}
