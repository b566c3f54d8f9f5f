import type { AuditKind } from '../../../shared/codes.ts'
import { audit } from '../../audit/audit.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import type { Caller } from '../../http/caller.ts'
import { withoutContact } from '../../requests/without-contact.ts'
import { presentDispute, presentReviewed } from './present.ts'
import { findDispute, findReviewed, type ReviewedRow } from './repository.ts'

/** What the owners of reservations and outcomes do when staff have decided; app.ts gives it. */
export interface ReviewActions {
  voidReservation: (input: { reservationId: string; reason: string; by: string }) => Promise<void>
  reviewWin: (input: {
    reservationId: string
    decision: 'confirm' | 'refuse'
    by: string
    reason: string
  }) => Promise<void>
  decideDispute: (input: {
    id: string
    decision: 'upheld' | 'rejected'
    words: string
    by: { name: string; memberId: string; userId: number }
  }) => Promise<void>
}

interface Review {
  caller: Caller
  id: string
  reason: string
}

/** An upheld dispute voids first: a crash in between leaves an open dispute to decide again, never a half one. */
export async function settleDispute(
  ctx: AppContext,
  { caller, id, reason, decision }: Review & { decision: 'upheld' | 'rejected' },
  actions: ReviewActions
) {
  const dispute = await findDispute(ctx.db, id)
  if (!dispute) throw new AppError('not_found')
  if (dispute.disputeState !== 'open') throw new AppError('wrong_state', { detail: `it is ${dispute.disputeState}` })
  const words = await wordsOn(ctx, dispute, reason)
  const { name } = caller.user
  if (decision === 'upheld')
    await actions.voidReservation({ reservationId: dispute.id, reason: dispute.disputeReason, by: name })
  const by = { name, memberId: caller.portal.memberId, userId: caller.user.id }
  await actions.decideDispute({ id, decision, words, by })
  return presentDispute((await findDispute(ctx.db, id))!)
}

export async function voidByStaff(ctx: AppContext, { caller, id, reason }: Review, actions: ReviewActions) {
  const row = await need(ctx, id)
  if (row.outcome === 'void') throw new AppError('wrong_state', { detail: 'it is void' })
  const words = await wordsOn(ctx, row, reason)
  await note(ctx, caller, row, 'reservation.voided', words)
  await actions.voidReservation({ reservationId: id, reason: words, by: caller.user.name })
  return presentReviewed(await need(ctx, id))
}

/** A win may be refused after it was counted, too; it is open again then. */
export async function decideWin(
  ctx: AppContext,
  { caller, id, reason, decision }: Review & { decision: 'confirm' | 'refuse' },
  actions: ReviewActions
) {
  const row = await need(ctx, id)
  const isPending = row.review === 'win_pending'
  if (!isPending && !(decision === 'refuse' && row.outcome === 'won'))
    throw new AppError('wrong_state', { detail: 'there is no win to decide about' })
  const words = await wordsOn(ctx, row, reason)
  await note(ctx, caller, row, decision === 'confirm' ? 'win.confirmed' : 'win.refused', words)
  await actions.reviewWin({ reservationId: id, decision, by: caller.user.name, reason: words })
  return presentReviewed(await need(ctx, id))
}

async function need(ctx: AppContext, reservationId: string): Promise<ReviewedRow> {
  const row = await findReviewed(ctx.db, reservationId)
  if (!row) throw new AppError('not_found')
  return row
}

const wordsOn = (ctx: AppContext, { requestId, country }: ReviewedRow, reason: string): Promise<string> =>
  withoutContact(ctx.vault, ctx.db, { id: requestId, country }, reason)

async function note(ctx: AppContext, caller: Caller, row: ReviewedRow, kind: AuditKind, reason: string): Promise<void> {
  const at = ctx.clock.now().toISOString()
  const { partnerCode, requestId } = row
  const { portal, user } = caller
  await transact(ctx.db, (trx) =>
    audit(trx, { at, kind, memberId: portal.memberId, userId: user.id, partnerCode, subjectId: requestId, reason })
  )
}
