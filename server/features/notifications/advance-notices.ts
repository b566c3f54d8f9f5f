import type { AppContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { findRating } from '../../partners/repository.ts'
import { listPortalsOfPartner } from '../../portals/repository.ts'
import { isReleased } from '../../requests/repository.ts'
import { unlocksAt } from '../../requests/unlock.ts'
import { listPlanned } from './repository.ts'
import { noticeKey, noticeQueue } from './spread-requests.ts'

/** Moves planned notices to when the requests unlock for the partner's present level, if that is earlier. */
export async function advanceNotices(ctx: AppContext, { partnerCode }: { partnerCode: string }): Promise<void> {
  const now = ctx.clock.now()
  const level = (await findRating(ctx.db, partnerCode))?.level ?? 1
  for (const { memberId } of await listPortalsOfPartner(ctx.db, partnerCode)) {
    const queue = noticeQueue(memberId)
    for (const request of (await listPlanned(ctx.db, queue, now.toISOString())).filter(isReleased))
      await enqueue(
        ctx.db,
        'agent.notify',
        { memberId, subjectId: request.id, notice: 'request_new' },
        { now, dueAt: unlocksAt(request, level, ctx.policy), queue, dedupeKey: noticeKey(memberId, request.id) }
      )
  }
}
