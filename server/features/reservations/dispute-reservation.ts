import type { DisputeReason } from '../../../shared/codes.ts'
import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import { newId } from '../../ids.ts'
import { lockPartner } from '../../partners/repository.ts'
import { addHistory, findDispute, findOwnReservation, insertDispute } from './repository.ts'

/** Asks staff to void a reservation; asking again while one is there answers that one. */
export async function disputeReservation(
  ctx: AppContext,
  caller: PartnerCaller,
  input: { id: string; reason: DisputeReason; comment: string | null }
) {
  const at = ctx.clock.now().toISOString()
  return transact(ctx.db, async (trx) => {
    await lockPartner(trx, caller.partner.code)
    const reservation = await findOwnReservation(trx, caller.partner.code, input.id)
    if (!reservation) throw new AppError('not_found')
    const known = await findDispute(trx, reservation.id)
    if (known) return known
    const { user, partner, portal } = caller
    const { reason, comment } = input
    const dispute = {
      ...{ id: newId(), reservationId: reservation.id, reason, comment, state: 'open' as const, createdAt: at },
      ...{ createdBy: user.id, decidedAt: null, decidedBy: null, decision: null }
    }
    await insertDispute(trx, dispute)
    await addHistory(trx, {
      reservationId: reservation.id,
      at,
      kind: 'disputed',
      cause: 'agent',
      by: user.name,
      detail: reason
    })
    await audit(trx, {
      ...{ at, kind: 'reservation.disputed', memberId: portal.memberId, userId: user.id },
      ...{ partnerCode: partner.code, subjectId: reservation.requestId, reason }
    })
    await announce(trx, 'reservation.changed', reservation.id, { partnerCode: partner.code }, at)
    return dispute
  })
}
