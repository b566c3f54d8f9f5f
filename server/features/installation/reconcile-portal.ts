import { PortalError } from '../../bitrix24/errors.ts'
import { noteTrouble } from '../../bitrix24/note-trouble.ts'
import type { AppContext } from '../../context.ts'
import { findPortal, updatePortal } from '../../portals/repository.ts'
import { prepare } from './finish-installation.ts'

/** After an update or a trouble: what is missing on the portal is put back. Throws what may pass by waiting. */
export async function reconcilePortal(ctx: AppContext, memberId: string): Promise<void> {
  const portal = await findPortal(ctx.db, memberId)
  if (portal?.status !== 'installed') return
  await prepare(ctx, ctx.portals.of(memberId))
  await updatePortal(ctx.db, memberId, { trouble: null, updatedAt: ctx.clock.now().toISOString() })
}

/** Asks the portal whether the app still works there; the event that told so carries no proof. */
export async function verifyPortal(ctx: AppContext, memberId: string): Promise<void> {
  try {
    await ctx.portals.of(memberId).call('app.info')
    await updatePortal(ctx.db, memberId, { trouble: null, updatedAt: ctx.clock.now().toISOString() })
  } catch (error) {
    if (error instanceof PortalError && error.kind === 'gone')
      await noteTrouble(ctx.db, memberId, error, ctx.clock.now())
    else throw error
  }
}
