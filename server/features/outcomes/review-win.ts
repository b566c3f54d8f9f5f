import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { insertHistory, lockReservation } from './repository.ts'

/** Staff vouch for a win that nobody seems to have worked for, or refuse one; the CRM is then looked at anew. */
export async function reviewWin(
  ctx: AppContext,
  input: { reservationId: string; decision: 'confirm' | 'refuse'; by: string; reason: string | null }
): Promise<void> {
  const { reservationId, decision, by, reason } = input
  await transact(ctx.db, async (trx) => {
    const row = await lockReservation(trx, reservationId)
    if (!row) throw new AppError('not_found')
    const now = ctx.clock.now()
    const kind = decision === 'confirm' ? 'win_confirmed' : 'win_refused'
    const entry = { id: newId(), reservationId, at: now.toISOString(), kind, cause: 'staff' } as const
    await insertHistory(trx, { ...entry, by, detail: reason })
    const { memberId } = row
    const dedupeKey = `outcome:${memberId}:staff`
    await enqueue(trx, 'outcome.sync', { memberId, cause: 'staff' }, { now, queue: memberId, dedupeKey })
  })
}
