import type { StaffRequest } from '../../../shared/contract/console-requests.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { findRequest } from '../../requests/repository.ts'
import { decideRequest, type StaffDecision } from './decide-request.ts'
import { eraseRefusal, withdrawRefusal } from './rules.ts'

/** The intake's own way to end a request; app.ts gives it. */
export type CloseRequest = (
  trx: Trx,
  closing: { externalId: string; reason: undefined; pushedAt: string }
) => Promise<unknown>

export function withdrawRequest(
  ctx: AppContext,
  decision: StaffDecision,
  withdraw: CloseRequest
): Promise<StaffRequest> {
  return decideRequest(ctx, decision, 'request.withdrawn_by_staff', {
    refusal: withdrawRefusal,
    apply: async (trx, { id, externalId }, at) => {
      await withdraw(trx, { externalId, reason: undefined, pushedAt: at })
      return (await findRequest(trx, id))!
    }
  })
}

export function eraseRequest(ctx: AppContext, decision: StaffDecision, erase: CloseRequest): Promise<StaffRequest> {
  return decideRequest(ctx, decision, 'request.erased_by_staff', {
    refusal: eraseRefusal,
    apply: async (trx, { id, externalId }, at) => {
      await erase(trx, { externalId, reason: undefined, pushedAt: at })
      return (await findRequest(trx, id))!
    }
  })
}
