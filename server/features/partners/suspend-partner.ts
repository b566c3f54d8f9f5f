import type { AuditKind } from '../../../shared/codes.ts'
import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { isSuspended, type Suspension } from '../../partners/eligibility.ts'
import type { Partner } from '../../partners/repository.ts'
import { changeSuspension, lockKnownPartner } from './repository.ts'

interface Sanction {
  code: string
  reason: string
  by: { memberId: string; userId: number }
}

/** Suspends from the console; a later push of the registry leaves it. */
export async function suspendPartner(
  ctx: AppContext,
  sanction: Sanction & { until: Suspension['until'] }
): Promise<void> {
  const { until, reason } = sanction
  if (until !== 'permanent' && Date.parse(until) <= ctx.clock.now().getTime())
    throw new AppError('validation_failed', { errors: [{ path: 'until', message: 'a time to come is expected' }] })
  await change(ctx, sanction, 'partner.suspended', `until ${until}: ${reason}`, (trx, { code }) =>
    changeSuspension(trx, code, { staffSuspendedUntil: until, staffSuspensionReason: reason })
  )
}

/** Ends whatever suspends the partner now, pushed or set here. */
export async function liftSuspension(ctx: AppContext, sanction: Sanction): Promise<void> {
  await change(ctx, sanction, 'partner.suspension_lifted', sanction.reason, (trx, partner) => {
    if (!isSuspended(partner, ctx.clock.now())) throw new AppError('wrong_state', { detail: 'it is not suspended' })
    const nothing = { suspendedUntil: null, suspensionReason: null }
    return changeSuspension(trx, partner.code, { ...nothing, staffSuspendedUntil: null, staffSuspensionReason: null })
  })
}

async function change(
  ctx: AppContext,
  { code, by }: Sanction,
  kind: AuditKind,
  reason: string,
  apply: (trx: Trx, partner: Partner) => Promise<void>
): Promise<void> {
  const at = ctx.clock.now().toISOString()
  await transact(ctx.db, async (trx) => {
    const partner = await lockKnownPartner(trx, code)
    if (!partner) throw new AppError('not_found')
    await apply(trx, partner)
    await audit(trx, { at, kind, ...by, partnerCode: code, subjectId: code, reason })
    await announce(trx, 'rating.changed', code, { partnerCode: code }, at)
  })
}
