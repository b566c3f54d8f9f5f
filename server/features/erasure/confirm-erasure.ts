import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import { findRequest } from '../../requests/repository.ts'
import { addHistory, findOwn, insertConfirmation } from './repository.ts'

/** Keeps a partner's word that the erased client is in its systems no more. */
export async function confirmErasure(ctx: AppContext, caller: PartnerCaller, reservationId: string): Promise<void> {
  const at = ctx.clock.now().toISOString()
  const { portal, user, partner } = caller
  await transact(ctx.db, async (trx) => {
    const reservation = await findOwn(trx, partner.code, reservationId)
    if (!reservation) throw new AppError('not_found')
    const request = await findRequest(trx, reservation.requestId)
    if (request?.state !== 'erased') throw new AppError('wrong_state', { detail: 'the client’s data is not erased' })
    const confirmation = { reservationId, at, memberId: portal.memberId, userId: user.id, userName: user.name }
    if (!(await insertConfirmation(trx, confirmation))) return
    await addHistory(trx, { reservationId, at, by: user.name })
    await audit(trx, {
      ...{ at, kind: 'erasure.confirmed', memberId: portal.memberId, userId: user.id },
      ...{ partnerCode: partner.code, subjectId: request.id, reason: `reservation ${reservationId}` }
    })
    await announce(trx, 'reservation.changed', reservationId, { partnerCode: partner.code }, at)
  })
}
