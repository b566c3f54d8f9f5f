import type { Db, Trx } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { JobKind, JobPayload } from './kinds.ts'
import { insertJob } from './repository.ts'

export interface JobOptions {
  now: Date
  /** Earliest start; now when left out. */
  dueAt?: string
  /** Jobs of a queue run one at a time, over all processes. A portal's queue is its `member_id`. */
  queue?: string
  /** A waiting job with this key is moved to the earlier time instead of being doubled. */
  dedupeKey?: string
}

/** Puts work into the outbox within the caller's transaction: either both are there or neither. */
export async function enqueue<Kind extends JobKind>(
  db: Db | Trx,
  kind: Kind,
  payload: JobPayload<Kind>,
  options: JobOptions
): Promise<void> {
  const now = options.now.toISOString()
  await insertJob(db, {
    id: newId(),
    kind,
    payload: JSON.stringify(payload),
    queue: options.queue ?? null,
    dedupeKey: options.dedupeKey ?? null,
    dueAt: options.dueAt ?? now,
    attempts: 0,
    lockedBy: null,
    lockedUntil: null,
    lastError: null,
    createdAt: now
  })
}
