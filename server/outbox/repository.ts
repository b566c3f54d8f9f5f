import { sql } from 'kysely'
import { engineOf, type Db, type Trx } from '../db/database.ts'
import { isUniqueViolation } from '../db/dialect.ts'
import type { JobTable } from '../db/tables/message.ts'
import { transactQuietly } from '../db/transaction.ts'
import { newId } from '../ids.ts'

export type Job = JobTable

export async function insertJob(db: Db | Trx, job: Job): Promise<void> {
  const insert = db.insertInto('job').values(job)
  if (job.dedupeKey === null) await insert.execute()
  else
    await insert
      .onConflict((conflict) =>
        conflict
          .column('dedupeKey')
          .where('lockedBy', 'is', null)
          .doUpdateSet({
            dueAt: sql<string>`case when job."dueAt" > excluded."dueAt" then excluded."dueAt" else job."dueAt" end`
          })
      )
      .execute()
}

interface Claim {
  now: string
  until: string
  worker: string
  limit: number
  /** Of these queues only, or of all but these. */
  queues?: { only: string[] } | { except: string[] }
}

/**
 * Claims due jobs, at most one a queue; the claim counts the attempt. The unique index on the queue of locked
 * jobs decides between processes that claim at once: the loser simply gets nothing this time.
 */
export async function claimJobs(db: Db, claim: Claim): Promise<Job[]> {
  const isFutile = claim.limit <= 0 || (claim.queues && 'only' in claim.queues && claim.queues.only.length === 0)
  if (isFutile || (await oldestDue(db, claim.now)) === undefined) return []
  try {
    return await transactQuietly(db, async (trx) => {
      const due = await dueJobs(trx, claim, engineOf(db) === 'postgres')
      if (due.length === 0) return []
      return trx
        .updateTable('job')
        .set({ lockedBy: claim.worker, lockedUntil: claim.until, attempts: sql<number>`attempts + 1` })
        .where('id', 'in', due)
        .where('lockedBy', 'is', null)
        .returningAll()
        .execute()
    })
  } catch (error) {
    if (isUniqueViolation(error)) return []
    throw error
  }
}

async function dueJobs(trx: Trx, { now, limit, queues }: Claim, canSkipLocked: boolean): Promise<string[]> {
  let query = claimable(trx, now)
    .select(['id', 'queue'])
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit * 4)
  if (queues && 'only' in queues) query = query.where('queue', 'in', queues.only)
  else if (queues && queues.except.length > 0)
    query = query.where((of) => of.or([of('queue', 'is', null), of('queue', 'not in', queues.except)]))
  const rows = await (canSkipLocked ? query.forUpdate().skipLocked() : query).execute()
  const taken = new Set<string>()
  const chosen: string[] = []
  for (const row of rows) {
    if (row.queue !== null && taken.has(row.queue)) continue
    if (row.queue !== null) taken.add(row.queue)
    chosen.push(row.id)
    if (chosen.length === limit) break
  }
  return chosen
}

/** Due, and no job of the same queue is running. */
const claimable = (db: Db | Trx, now: string) =>
  db
    .selectFrom('job')
    .where('lockedBy', 'is', null)
    .where('dueAt', '<=', now)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('job as busy')
            .select('busy.id')
            .where('busy.lockedBy', 'is not', null)
            .whereRef('busy.queue', '=', 'job.queue')
        )
      )
    )

/** Due time of the oldest job that a worker could take now: what waits behind its own portal is not among them. */
export async function oldestClaimable(db: Db, now: string): Promise<string | undefined> {
  return (await claimable(db, now).select('dueAt').orderBy('dueAt').limit(1).executeTakeFirst())?.dueAt
}

/** When the request of a burst came that has waited longest to be read. */
export async function oldestDeferred(db: Db): Promise<string | undefined> {
  const first = db.selectFrom('deferred_push').select('receivedAt').orderBy('requestId').limit(1)
  return (await first.executeTakeFirst())?.receivedAt
}

/** Keeps a claim of a long job alive; false when another process took it over. */
export async function extendClaim(db: Db, job: Job, until: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ lockedUntil: until })
    .where('id', '=', job.id)
    .where('lockedBy', '=', job.lockedBy)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function completeJob(db: Db, job: Job): Promise<void> {
  await db.deleteFrom('job').where('id', '=', job.id).where('lockedBy', '=', job.lockedBy).execute()
}

/** Puts the job back. When a twin waits already, that twin is this work and the job goes. */
export async function releaseJob(
  db: Db,
  job: Job,
  retry: { dueAt: string; error: string | null; attemptSpent: boolean }
): Promise<void> {
  const release = (trx: Db | Trx) =>
    trx
      .updateTable('job')
      .set({
        lockedBy: null,
        lockedUntil: null,
        dueAt: retry.dueAt,
        lastError: retry.error,
        attempts: retry.attemptSpent ? job.attempts : job.attempts - 1
      })
      .where('id', '=', job.id)
      .where('lockedBy', '=', job.lockedBy)
      .execute()
  try {
    await release(db)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    await completeJob(db, job)
  }
}

/**
 * Jobs whose process died. Those that this process runs are not among them, even when its clock leaps.
 * Released one by one, since a waiting twin may make one of them superfluous.
 */
export async function releaseStaleJobs(db: Db, now: string, isRunning: (id: string) => boolean): Promise<number> {
  const locked = await db
    .selectFrom('job')
    .selectAll()
    .where('lockedBy', 'is not', null)
    .where('lockedUntil', '<', now)
    .limit(200)
    .execute()
  const stale = locked.filter((job) => !isRunning(job.id))
  for (const job of stale) await releaseJob(db, job, { dueAt: now, error: 'the process stopped', attemptSpent: true })
  return stale.length
}

/** Writes a job and takes it back before anybody could see it. Throws when the store takes no writes. */
export async function probeStore(db: Db, now: Date): Promise<void> {
  const at = now.toISOString()
  const job = { id: newId(), kind: 'probe', payload: '{}', queue: null, dedupeKey: null, dueAt: at, attempts: 0 }
  await transactQuietly(db, async (trx) => {
    await insertJob(trx, { ...job, lockedBy: null, lockedUntil: null, lastError: null, createdAt: at })
    await trx.deleteFrom('job').where('id', '=', job.id).execute()
  })
}

/** Due time of the oldest job that waits although it is due. */
export async function oldestDue(db: Db, now: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('job')
    .select('dueAt')
    .where('lockedBy', 'is', null)
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(1)
    .executeTakeFirst()
  return row?.dueAt
}

export async function countWaitingJobs(db: Db, queue: string): Promise<number> {
  const row = await db
    .selectFrom('job')
    .select((count) => count.fn.countAll<number>().as('jobs'))
    .where('queue', '=', queue)
    .executeTakeFirstOrThrow()
  return Number(row.jobs)
}
