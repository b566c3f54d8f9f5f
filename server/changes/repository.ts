import type { StreamEvent } from '../../shared/contract/stream.ts'
import type { Db, Trx } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { ChangeTable } from '../db/tables/message.ts'

/** Who is told: one partner, or every partner whose locations cover the place. */
export type Audience = { partnerCode: string } | { country: string; subdivision: string | null }
export type Change = Omit<ChangeTable, 'seq'> & { seq: number }

/** Notes news for the streams, in the transaction that makes it true. */
export async function announce(
  trx: Trx,
  kind: StreamEvent,
  subjectId: string,
  audience: Audience,
  at: string
): Promise<void> {
  await announceAll(trx, [{ kind, subjectId, audience, at }])
}

export interface News {
  kind: StreamEvent
  subjectId: string
  audience: Audience
  at: string
}

export async function announceAll(trx: Trx, news: News[]): Promise<void> {
  const nobody = { partnerCode: null, country: null, subdivision: null }
  const rows = news.map(({ kind, subjectId, audience, at }) => ({ kind, subjectId, at, ...nobody, ...audience }))
  await insertRows(trx, 'change', rows)
}

/** Pieces of news by their numbers: those of them that are there by now. */
export async function listChangesAt(db: Db, seqs: number[]): Promise<Change[]> {
  return db.selectFrom('change').selectAll().where('seq', 'in', seqs).orderBy('seq').execute()
}

export async function listChangesAfter(db: Db, seq: number, limit = 1000): Promise<Change[]> {
  return db.selectFrom('change').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()
}

/** The newest piece of news; null when there is none. */
export async function lastChange(db: Db): Promise<number | null> {
  const row = await db.selectFrom('change').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? null
}

export async function deleteChangesBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('change').where('at', '<', before).execute()
}
