import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { updatePortal, wipePortal, type Portal } from '../../portals/repository.ts'
import { deleteCallsOf, deleteEventsOf, forgetUsers } from './repository.ts'

/**
 * Ends an installation: sessions and tokens go at once, in every case, since both are dead at Bitrix24.
 * Waiting jobs find the portal gone and settle by themselves. CLEAN also takes the settings and all that tells of the portal's users. Reservations are the partner's and stay.
 */
export async function uninstallPortal(
  ctx: AppContext,
  trx: Trx,
  portal: Portal,
  options: { isClean: boolean }
): Promise<void> {
  const { memberId } = portal
  const at = ctx.clock.now().toISOString()
  await updatePortal(trx, memberId, {
    status: 'uninstalled',
    uninstalledAt: at,
    applicationTokenHash: null,
    trouble: null,
    heldUntil: null,
    nextSweepAt: null,
    steps: '[]',
    updatedAt: at
  })
  await wipePortal(trx, memberId, options)
  if (options.isClean) {
    await deleteEventsOf(trx, memberId)
    await deleteCallsOf(trx, memberId)
    await forgetUsers(trx, memberId)
  }
  if (portal.partnerCode !== null)
    await announce(trx, 'rating.changed', portal.partnerCode, { partnerCode: portal.partnerCode }, at)
  await audit(trx, { at, kind: 'portal.uninstalled', memberId, reason: options.isClean ? 'clean' : 'settings_kept' })
}
