import { PortalError } from '../../bitrix24/errors.ts'
import { noteTrouble } from '../../bitrix24/note-trouble.ts'
import { after, MINUTE } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { findPortal, listTroubled, updatePortal } from '../../portals/repository.ts'
import { prepare } from './finish-installation.ts'

/** After an update or a trouble: what is missing on the portal is put back. Throws what may pass by waiting. */
export async function reconcilePortal(ctx: AppContext, memberId: string): Promise<void> {
  const portal = await findPortal(ctx.db, memberId)
  if (portal?.status !== 'installed') return
  await prepare(ctx, ctx.portals.of(memberId))
  await updatePortal(ctx.db, memberId, { trouble: null, updatedAt: ctx.clock.now().toISOString() })
}

/** Asks the portal whether the app works there now; answers so. An event about payment carries no proof itself. */
export async function verifyPortal(ctx: AppContext, memberId: string): Promise<boolean> {
  try {
    await ctx.portals.of(memberId).call('app.info')
    await updatePortal(ctx.db, memberId, { trouble: null, updatedAt: ctx.clock.now().toISOString() })
    return true
  } catch (error) {
    if (!(error instanceof PortalError) || !(error.kind === 'gone' || error.kind === 'no_token')) throw error
    await noteTrouble(ctx.db, memberId, error, ctx.clock.now())
    return false
  }
}

const AT_ONCE = 100

/** A portal in trouble is asked now and then: its plan may have been paid, its deliveries wait. */
export async function checkTroubledPortals(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now()
  for (const memberId of await listTroubled(ctx.db, after(now, -ctx.policy.sweepMinutes * MINUTE), AT_ONCE))
    await transact(ctx.db, async (trx) => {
      await updatePortal(trx, memberId, { updatedAt: now.toISOString() })
      await enqueue(trx, 'portal.verify', { memberId }, { now, queue: memberId, dedupeKey: `verify:${memberId}` })
    })
}
