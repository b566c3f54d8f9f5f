import type { StaffRequest } from '../../../shared/contract/console-requests.ts'
import type { AppContext } from '../../context.ts'
import { changeRequest } from '../../requests/repository.ts'
import { decideRequest, type StaffDecision } from './decide-request.ts'
import { dropRefusal } from './rules.ts'

/** Closes a held request that is none; its contact goes when the time of closed requests is over. */
export function dropRequest(ctx: AppContext, decision: StaffDecision): Promise<StaffRequest> {
  return decideRequest(ctx, decision, 'request.dropped', {
    refusal: dropRefusal,
    apply: (trx, request, at) => changeRequest(trx, request.id, { state: 'dropped', closedAt: at, updatedAt: at })
  })
}
