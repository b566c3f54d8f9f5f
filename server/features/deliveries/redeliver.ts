import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { enqueueNote } from './note-on-card.ts'
import { addHistory, findDelivery, findOwn, listParked, listUnnoted, updateDelivery } from './repository.ts'

/** "Send again" after a failure. Steps that may have been executed are looked up, never repeated blindly. */
export async function redeliver(ctx: AppContext, caller: PartnerCaller, reservationId: string): Promise<void> {
  const now = ctx.clock.now()
  const at = now.toISOString()
  await transact(ctx.db, async (trx) => {
    const found = await findOwn(trx, caller.partner.code, reservationId)
    if (!found) throw new AppError('not_found')
    const { delivery, reservation } = found
    if (delivery.state === 'delivered' || delivery.state === 'pending') return
    await updateDelivery(trx, reservationId, {
      state: 'pending',
      error: null,
      failure: null,
      nextAttemptAt: at,
      updatedAt: at
    })
    await addHistory(trx, { reservationId, at, kind: 'sent_again', cause: 'agent', by: caller.user.name, detail: null })
    await enqueueDelivery(trx, reservationId, reservation.memberId, now)
    await announce(trx, 'reservation.changed', reservationId, { partnerCode: reservation.partnerCode }, at)
  })
}

/** When a portal works again, so do its deliveries, and the notes for cards that found it away. */
export async function reviveDeliveries(ctx: AppContext, memberId: string): Promise<void> {
  const now = ctx.clock.now()
  const at = now.toISOString()
  for (const reservationId of await listParked(ctx.db, memberId))
    await transact(ctx.db, async (trx) => {
      const found = await findDelivery(trx, reservationId)
      if (found?.delivery.state !== 'parked' && found?.delivery.state !== 'retrying') return
      await updateDelivery(trx, reservationId, { state: 'pending', nextAttemptAt: at, updatedAt: at })
      await enqueueDelivery(trx, reservationId, memberId, now)
      await announce(trx, 'reservation.changed', reservationId, { partnerCode: found.reservation.partnerCode }, at)
    })
  await reviveNotes(ctx, memberId)
}

async function reviveNotes(ctx: AppContext, memberId: string): Promise<void> {
  const now = ctx.clock.now()
  for (const { reservationId, notes } of await listUnnoted(ctx.db, memberId))
    for (const note of notes) await enqueueNote(ctx.db, { reservationId, note }, memberId, now)
}

const enqueueDelivery = (trx: Parameters<typeof enqueue>[0], reservationId: string, memberId: string, now: Date) =>
  enqueue(trx, 'delivery.send', { reservationId }, { now, queue: memberId, dedupeKey: `delivery:${reservationId}` })
