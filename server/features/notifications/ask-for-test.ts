import type { AppContext } from '../../context.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { findSettings } from '../../portals/repository.ts'
import { settingsOf } from '../../portals/settings.ts'
import { recipientsOf } from './rules.ts'
import { noticeQueue } from './spread-requests.ts'

/** Sends a test notice to the chosen agents, or to the asking admin; answers to whom. */
export async function askForTest(ctx: AppContext, { portal, user }: PartnerCaller): Promise<{ userIds: number[] }> {
  const { memberId } = portal
  const settings = settingsOf((await findSettings(ctx.db, memberId))?.document)
  await enqueue(
    ctx.db,
    'agent.notify',
    { memberId, subjectId: String(user.id), notice: 'test' },
    { now: ctx.clock.now(), queue: noticeQueue(memberId), dedupeKey: `notify:${memberId}:test` }
  )
  return { userIds: recipientsOf(settings.notifications.userIds, user.id) }
}
