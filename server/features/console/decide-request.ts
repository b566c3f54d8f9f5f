import type { AuditKind } from '../../../shared/codes.ts'
import type { StaffRequest } from '../../../shared/contract/console-requests.ts'
import { audit } from '../../audit/audit.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import type { Caller } from '../../http/caller.ts'
import { presentForStaff } from '../../requests/present-staff.ts'
import { lockRequestById, type RequestRow } from '../../requests/repository.ts'
import { withoutContact } from '../../requests/without-contact.ts'
import type { Refusal } from './rules.ts'

/** What a member of staff decides about a request, and why. */
export interface StaffDecision {
  caller: Caller
  id: string
  reason: string
}

/** How every decision goes: lock, check, note who and why, do it; one transaction. */
export async function decideRequest(
  ctx: AppContext,
  decision: StaffDecision,
  kind: AuditKind,
  work: {
    refusal: (request: RequestRow, trx: Trx) => Promise<Refusal | null> | Refusal | null
    apply: (trx: Trx, request: RequestRow, at: string) => Promise<RequestRow>
    /** What the log keeps with staff's words. */
    note?: (words: string) => string
  }
): Promise<StaffRequest> {
  const at = ctx.clock.now().toISOString()
  return transact(ctx.db, async (trx) => {
    const request = await lockRequestById(trx, decision.id)
    if (!request) throw new AppError('not_found')
    const refusal = await work.refusal(request, trx)
    if (refusal) throw new AppError(refusal.code, refusal.details)
    const words = await withoutContact(ctx.vault, trx, request, decision.reason)
    const reason = work.note ? work.note(words) : words
    await audit(trx, { at, kind, ...actorOf(decision.caller), subjectId: request.id, reason })
    return presentForStaff(await work.apply(trx, request, at))
  })
}

export const actorOf = ({ portal, user }: Caller) => ({ memberId: portal.memberId, userId: user.id })
