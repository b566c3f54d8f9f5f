import { Router } from 'express'
import type { AppContext } from './context.ts'
import { consolePartnerRoutes } from './features/console-partners/routes.ts'
import { consoleRequestRoutes } from './features/console-requests/routes.ts'
import { consoleReviewRoutes } from './features/console-reviews/routes.ts'
import { consoleVisibilityRoutes } from './features/console-visibility/routes.ts'
import { consoleRoutes } from './features/console/routes.ts'
import { eraseRequest, withdrawRequest } from './features/intake/close-request.ts'
import { reviewWin } from './features/outcomes/review-win.ts'
import { voidReservation } from './features/outcomes/void-reservation.ts'
import { liftSuspension, suspendPartner } from './features/partners/suspend-partner.ts'
import { decideDispute } from './features/reservations/decide-dispute.ts'
import type { Guards } from './http/guards.ts'

/** The console of staff: where its features meet the use cases of others. */
export function staffConsole(ctx: AppContext, guards: Guards): Router {
  return Router().use(
    consoleRequestRoutes(ctx, guards),
    consoleVisibilityRoutes(ctx, guards),
    consolePartnerRoutes(ctx, guards, {
      suspend: (sanction) => suspendPartner(ctx, sanction),
      lift: (sanction) => liftSuspension(ctx, sanction)
    }),
    consoleReviewRoutes(ctx, guards, {
      voidReservation: (input) => voidReservation(ctx, input),
      reviewWin: (input) => reviewWin(ctx, input),
      decideDispute: (input) => decideDispute(ctx, input)
    }),
    consoleRoutes(ctx, guards, {
      withdraw: (trx, closing) => withdrawRequest(ctx, trx, closing),
      erase: (trx, closing) => eraseRequest(ctx, trx, closing)
    })
  )
}
