import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { addHistory, closeDispute, getReservation, lockDispute } from './repository.ts'

export interface DisputeDecision {
  id: string
  decision: 'upheld' | 'rejected'
  /** What the partner reads. */
  words: string
  by: { name: string; memberId: string; userId: number }
}

/** Closes a dispute with staff's words. What an upheld one does to the reservation is the outcomes' business. */
export async function decideDispute(ctx: AppContext, { id, decision, words, by }: DisputeDecision): Promise<void> {
  const at = ctx.clock.now().toISOString()
  await transact(ctx.db, async (trx) => {
    const dispute = await lockDispute(trx, id)
    if (!dispute) throw new AppError('not_found')
    if (dispute.state !== 'open') throw new AppError('wrong_state', { detail: `the dispute is ${dispute.state}` })
    const { reservationId } = dispute
    const { partnerCode, requestId } = await getReservation(trx, reservationId)
    await closeDispute(trx, id, { state: decision, decidedAt: at, decidedBy: by.name, decision: words })
    await addHistory(trx, {
      ...{ reservationId, at, kind: `dispute_${decision}`, cause: 'staff', by: by.name },
      detail: words
    })
    await audit(trx, {
      ...{ at, kind: `dispute.${decision}`, memberId: by.memberId, userId: by.userId },
      ...{ partnerCode, subjectId: requestId, reason: words }
    })
    await announce(trx, 'reservation.changed', reservationId, { partnerCode }, at)
  })
}
