import type { StaffRequest } from '../../../shared/contract/console-requests.ts'
import { announce } from '../../changes/repository.ts'
import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { changeRequest } from '../../requests/repository.ts'
import { decideRequest, type StaffDecision } from './decide-request.ts'
import { releaseRefusal } from './rules.ts'

/** Opens a held request; its time counts from now. The noted reasons stay: a later push does not hold it for them again. */
export function releaseRequest(ctx: AppContext, decision: StaffDecision): Promise<StaffRequest> {
  return decideRequest(ctx, decision, 'request.released', {
    refusal: (request) => releaseRefusal(request, ctx.clock.now()),
    apply: async (trx, request, at) => {
      const { country, subdivision } = request
      await announce(trx, 'request.new', request.id, { country, subdivision }, at)
      return changeRequest(trx, request.id, {
        state: request.freeSlots > 0 ? 'open' : 'full',
        releasedAt: at,
        expiresAt: request.wantedExpiresAt ?? after(at, ctx.policy.requestExpiryDays * DAY),
        updatedAt: at
      })
    }
  })
}
