import type { PushedPurchase } from '../../../shared/contract/staff-webhooks.ts'
import { normaliseProof } from '../../../shared/proof.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import type { PurchaseTable } from '../../db/tables/reservation.ts'
import { AppError } from '../../errors.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { findPartner } from '../../partners/repository.ts'
import { seal } from '../../vault/seal.ts'
import { listPortalsWithReservations, lockPurchase, savePurchase } from './repository.ts'

export interface PurchaseReply {
  id: string
  state: 'recorded' | 'reversed'
}

/** Keeps a sale, and has the outcomes of everybody looked at whom it may confirm or refute. */
export async function recordPurchase(
  ctx: AppContext,
  trx: Trx,
  pushed: PushedPurchase,
  pushedAt: string
): Promise<PurchaseReply> {
  const known = await lockPurchase(trx, pushed.externalId)
  if (known && pushedAt < known.pushedAt) return replyFor(known)
  if (!(await findPartner(trx, pushed.partnerCode))) throw unknownPartner()
  const purchase = rowOf(ctx, pushed, pushedAt)
  await savePurchase(trx, purchase)
  for (const partnerCode of new Set([known?.partnerCode ?? pushed.partnerCode, pushed.partnerCode]))
    await syncOutcomes(ctx, trx, partnerCode)
  return replyFor(purchase)
}

const replyFor = ({ externalId, isReversed }: PurchaseTable): PurchaseReply => ({
  id: externalId,
  state: isReversed ? 'reversed' : 'recorded'
})

const unknownPartner = () =>
  new AppError('validation_failed', {
    errors: [{ path: 'data.partnerCode', message: 'unknown partner', issue: 'unknown_partner' }]
  })

function rowOf(ctx: AppContext, pushed: PushedPurchase, pushedAt: string): PurchaseTable {
  const proof = normaliseProof(pushed.proof ?? pushed.clientPortal ?? '')
  return {
    externalId: pushed.externalId,
    partnerCode: pushed.partnerCode,
    requestExternalId: pushed.requestExternalId ?? null,
    proofHash: proof === '' ? null : ctx.keys.hash('proof', proof),
    sealedProof: proof === '' ? null : seal(ctx.keys.of('proof'), proof, pushed.externalId),
    amount: pushed.amount?.amount ?? null,
    currency: pushed.amount?.currency ?? null,
    at: pushed.at,
    isReversed: pushed.reversed ? 1 : 0,
    receivedAt: ctx.clock.now().toISOString(),
    pushedAt
  }
}

async function syncOutcomes(ctx: AppContext, trx: Trx, partnerCode: string): Promise<void> {
  const now = ctx.clock.now()
  for (const memberId of await listPortalsWithReservations(trx, partnerCode)) {
    const options = { now, queue: memberId, dedupeKey: `outcome:${memberId}` }
    await enqueue(trx, 'outcome.sync', { memberId, cause: 'purchase' }, options)
  }
}
