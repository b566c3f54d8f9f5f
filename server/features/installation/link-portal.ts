import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { findPartnerByActivationCode } from '../../partners/repository.ts'
import { lockPortal, updatePortal } from '../../portals/repository.ts'

/** Ties a portal to the partner whose activation code an admin entered. A portal that belongs to another stays there. */
export async function linkPortal(
  ctx: AppContext,
  input: { memberId: string; userId: number; activationCode: string }
): Promise<void> {
  const at = ctx.clock.now().toISOString()
  const codeHashes = ctx.keys.hashes('activation-code', input.activationCode)
  await transact(ctx.db, async (trx) => {
    const partner = await findPartnerByActivationCode(trx, codeHashes)
    if (!partner)
      throw new AppError('unknown_activation_code', {
        errors: [{ path: 'activationCode', message: 'no partner has this activation code' }]
      })
    const portal = await lockPortal(trx, input.memberId)
    if (portal?.partnerCode === partner.code) return
    if (portal?.partnerCode) throw new AppError('portal_taken')
    await updatePortal(trx, input.memberId, { partnerCode: partner.code, linkedBy: 'code', updatedAt: at })
    await announce(trx, 'rating.changed', partner.code, { partnerCode: partner.code }, at)
    await audit(trx, {
      ...{ at, kind: 'portal.linked', memberId: input.memberId, userId: input.userId },
      ...{ partnerCode: partner.code, reason: 'activation_code' }
    })
  })
}
