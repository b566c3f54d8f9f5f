import type { WebhookRecord } from '../../../shared/contract/console-records.ts'
import { audit } from '../../audit/audit.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import type { Caller } from '../../http/caller.ts'
import { withoutAnyContact } from '../../requests/without-contact.ts'
import { replayFailure } from '../../webhooks/replay.ts'
import { presentWebhooks } from './list-webhooks.ts'
import { findWebhook } from './repository.ts'

interface Replayed {
  state: 'replayed' | 'failed'
  answer: unknown
  record: WebhookRecord
}

/** Takes a failed message once more; one that fails again keeps its new error. */
export async function replayWebhook(
  ctx: AppContext,
  input: { caller: Caller; id: string; reason: string }
): Promise<Replayed> {
  const { caller, id, reason } = input
  const failure = await findWebhook(ctx.db, id)
  if (!failure) throw new AppError('not_found')
  if (failure.state === 'replayed') throw new AppError('wrong_state', { detail: 'it was replayed already' })
  const at = ctx.clock.now().toISOString()
  const { portal, user } = caller
  await transact(ctx.db, (trx) =>
    audit(trx, {
      ...{ at, kind: 'webhook.replayed', memberId: portal.memberId, userId: user.id, subjectId: id },
      reason: withoutAnyContact(reason)
    })
  )
  try {
    const answer = await replayFailure(ctx, id)
    return { state: 'replayed', answer, record: await recordOf(ctx, id) }
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    return { state: 'failed', answer: null, record: await recordOf(ctx, id) }
  }
}

const recordOf = async (ctx: AppContext, id: string): Promise<WebhookRecord> =>
  (await presentWebhooks(ctx, [(await findWebhook(ctx.db, id))!]))[0]!
