import { sql, type SqlBool } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Engine } from '../db/dialect.ts'
import { insertRows } from '../db/insert-rows.ts'
import { valuesIn } from '../db/values-in.ts'
import type { DeferredPushTable, IntakeFailureTable, WebhookMessageTable } from '../db/tables/message.ts'

export async function inSavepoint<Result>(trx: Trx, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  await sql`savepoint message`.execute(trx)
  try {
    const result = await work(trx)
    await sql`release savepoint message`.execute(trx)
    return result
  } catch (error) {
    // After a full disk, say, SQLite has rolled everything back by itself: the first error is the one to tell.
    await sql`rollback to savepoint message`.execute(trx).catch(() => undefined)
    await sql`release savepoint message`.execute(trx).catch(() => undefined)
    throw error
  }
}

const TURN = 7_240_024

/**
 * One group of messages at a time over all processes, as SQLite has it anyway: requests of one client that come to two
 * of them at one instant would not see each other. To be taken before any row is locked.
 */
export async function takeTurn(trx: Trx, engine: Engine): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${TURN})`.execute(trx)
}

export async function findMessage(db: Db | Trx, id: string): Promise<WebhookMessageTable | undefined> {
  return db.selectFrom('webhook_message').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Which of these ids came before. */
export async function listKnownMessages(trx: Trx, ids: string[]): Promise<Set<string>> {
  return valuesIn(trx, 'webhook_message', 'id', ids)
}

type NewMessage = Omit<WebhookMessageTable, 'subjectId'> & { subjectId?: string | null; parts?: string[] }

/** A message of one request names it itself; the requests of a batch get a row each. */
export async function insertMessages(trx: Trx, messages: NewMessage[]): Promise<void> {
  const rows = messages.map(({ parts: _, subjectId = null, ...message }) => ({ ...message, subjectId }))
  await insertRows(trx, 'webhook_message', rows)
  const parts = messages.flatMap(({ id: messageId, parts = [] }) =>
    [...new Set(parts)].map((subjectId) => ({ messageId, subjectId }))
  )
  if (parts.length > 0) await insertRows(trx, 'webhook_part', parts)
}

export async function markMessageRepeated(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('webhook_message')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('id', '=', id)
    .execute()
}

/** Senders try again for up to four days; ids are kept well beyond that. */
export async function deleteMessagesBefore(db: Db | Trx, before: string): Promise<void> {
  await db.deleteFrom('webhook_message').where('receivedAt', '<', before).execute()
}

export async function saveFailure(
  db: Db | Trx,
  failure: Omit<IntakeFailureTable, 'attempts' | 'replayedAt'>
): Promise<void> {
  const { code, errors, sealedBody, externalId } = failure
  await db
    .insertInto('intake_failure')
    .values({ ...failure, attempts: 1, replayedAt: null })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        code,
        errors,
        sealedBody,
        externalId,
        attempts: sql<number>`intake_failure.attempts + 1`,
        replayedAt: null
      })
    )
    .execute()
}

/** Its sender did not send it again, or it was refused again. */
export const isUnanswered = sql<SqlBool>`not exists (
  select 1 from webhook_message where webhook_message.id = intake_failure.id
)`

export async function findFailure(db: Db | Trx, id: string): Promise<IntakeFailureTable | undefined> {
  return db.selectFrom('intake_failure').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listFailures(db: Db | Trx, limit: number): Promise<IntakeFailureTable[]> {
  return db
    .selectFrom('intake_failure')
    .selectAll()
    .where('replayedAt', 'is', null)
    .orderBy('receivedAt', 'desc')
    .limit(limit)
    .execute()
}

export async function markFailureReplayed(db: Db | Trx, id: string, at: string): Promise<void> {
  await db.updateTable('intake_failure').set({ replayedAt: at }).where('id', '=', id).execute()
}

export async function deleteFailuresOf(db: Db | Trx, externalIds: string[]): Promise<void> {
  await db.deleteFrom('intake_failure').where('externalId', 'in', externalIds).execute()
}

/** Those that may be about anybody: of several requests, or of one whose id could not be read. By id, after one. */
export async function listUnnamedFailures(trx: Trx, after: string, limit: number): Promise<IntakeFailureTable[]> {
  return trx
    .selectFrom('intake_failure')
    .selectAll()
    .where('id', '>', after)
    .where((one) => one.or([one('externalId', 'is', null), one('route', '=', '/webhooks/requests/batch')]))
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function deleteFailures(trx: Trx, ids: string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('intake_failure').where('id', 'in', ids).execute()
}

export async function deleteFailuresBefore(db: Db | Trx, before: string): Promise<void> {
  await db.deleteFrom('intake_failure').where('receivedAt', '<', before).execute()
}

/** What was taken in the end is where it belongs. */
export async function deleteReplayedBefore(db: Db | Trx, before: string): Promise<void> {
  await db.deleteFrom('intake_failure').where('replayedAt', '<', before).execute()
}

export async function insertDeferred(trx: Trx, rows: DeferredPushTable[]): Promise<void> {
  await insertRows(trx, 'deferred_push', rows)
}

/** Those that came first, to be read next. */
export async function listDeferred(db: Db, limit: number): Promise<DeferredPushTable[]> {
  return db.selectFrom('deferred_push').selectAll().orderBy('requestId').limit(limit).execute()
}

/** Which of these wait to be read. */
export async function listDeferredIds(trx: Trx, externalIds: string[]): Promise<Set<string>> {
  return valuesIn(trx, 'deferred_push', 'externalId', externalIds)
}

/** Takes them out: whoever gets a row here is the only one who stores its request. */
export async function takeDeferred(
  trx: Trx,
  by: 'requestId' | 'externalId',
  values: string[]
): Promise<DeferredPushTable[]> {
  if (values.length === 0) return []
  const rows = await trx.deleteFrom('deferred_push').where(by, 'in', values).returningAll().execute()
  return rows.sort((one, other) => (one.requestId < other.requestId ? -1 : 1))
}
