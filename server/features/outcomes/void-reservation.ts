import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { requestBadge, requestRating } from './apply-reading.ts'
import { insertHistory, lockReservation, updateReservation } from './repository.ts'

/**
 * Takes a reservation out of the count for good; its slot stays taken. Doing it again changes nothing. `unless` leaves
 * alone what the CRM has decided, and a win that waits for its proof.
 */
export async function voidReservation(
  ctx: AppContext,
  input: { reservationId: string; reason: string; by: string | null; unless?: 'decided' }
): Promise<void> {
  const { reservationId, reason, by, unless } = input
  await transact(ctx.db, async (trx) => {
    const row = await lockReservation(trx, reservationId)
    if (!row) throw new AppError('not_found')
    if (row.outcome === 'void') return
    if (unless === 'decided' && (row.outcome !== 'open' || row.review !== null)) return
    const now = ctx.clock.now()
    const at = now.toISOString()
    await updateReservation(trx, row.id, {
      ...{ outcome: 'void', closedAt: at, voidReason: reason },
      ...{ review: null, reviewAt: null, expected: null, reservers: null }
    })
    const entry = { id: newId(), reservationId, at, kind: 'outcome_changed', cause: 'staff' } as const
    await insertHistory(trx, { ...entry, by, detail: 'void' })
    await announce(trx, 'reservation.changed', row.id, { partnerCode: row.partnerCode }, at)
    await requestRating(trx, row.partnerCode, now)
    await requestBadge(trx, row, now)
  })
}
