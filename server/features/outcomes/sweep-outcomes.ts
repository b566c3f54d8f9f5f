import { after, DAY, MINUTE } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { transact } from '../../db/transaction.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { listDueSweeps, updatePortal } from '../../portals/repository.ts'
import type { Cause } from './plan-changes.ts'
import { clearReviews, listPortalsToReview, listUnplannedSweeps } from './repository.ts'
import { SWEPT_DAYS } from './sync-outcomes.ts'

const AT_ONCE = 200

/** Enqueues what has to be read without an event: portals whose sweep is due, and reservations whose time has come. */
export async function sweepOutcomes(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now()
  const at = now.toISOString()
  const nextSweepAt = after(now, ctx.policy.sweepMinutes * MINUTE)
  for (const memberId of await listUnplannedSweeps(ctx.db, after(now, -SWEPT_DAYS * DAY), AT_ONCE))
    await updatePortal(ctx.db, memberId, { nextSweepAt })
  for (const memberId of await listDueSweeps(ctx.db, at, AT_ONCE))
    await transact(ctx.db, async (trx) => {
      await enqueueSync(trx, memberId, 'sweep', now)
      await updatePortal(trx, memberId, { nextSweepAt })
    })
  for (const memberId of await listPortalsToReview(ctx.db, at))
    await transact(ctx.db, async (trx) => {
      await enqueueSync(trx, memberId, 'time', now)
      await clearReviews(trx, memberId, at)
    })
}

/** Keys differ by cause: a sweep looks at less than the others and must not stand for one of them. */
async function enqueueSync(trx: Trx, memberId: string, cause: Cause, now: Date): Promise<void> {
  const dedupeKey = `outcome:${memberId}:${cause}`
  await enqueue(trx, 'outcome.sync', { memberId, cause }, { now, queue: memberId, dedupeKey })
}
