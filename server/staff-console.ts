import { Router } from 'express'
import type { AppContext } from './context.ts'
import { consoleAnalyticsRoutes } from './features/console-analytics/routes.ts'
import { consoleAuditRoutes } from './features/console-audit/routes.ts'
import { consolePartnerRoutes } from './features/console-partners/routes.ts'
import { consolePolicyRoutes } from './features/console-policy/routes.ts'
import type { RatingRules } from './features/console-policy/try-policy.ts'
import { consoleRecordRoutes } from './features/console-records/routes.ts'
import { consoleRequestRoutes } from './features/console-requests/routes.ts'
import { consoleReviewRoutes } from './features/console-reviews/routes.ts'
import { consoleUntakenRoutes } from './features/console-untaken/routes.ts'
import { consoleVisibilityRoutes } from './features/console-visibility/routes.ts'
import { consoleRoutes } from './features/console/routes.ts'
import { normalisePhone } from './features/intake/contact-checks.ts'
import { eraseRequest, withdrawRequest } from './features/intake/close-request.ts'
import { reviewWin } from './features/outcomes/review-win.ts'
import { voidReservation } from './features/outcomes/void-reservation.ts'
import { liftSuspension, suspendPartner } from './features/partners/suspend-partner.ts'
import { cellsOf, defaultChance, shareWon } from './features/ratings/expected-chance.ts'
import { contributionOf, levelOf, standingOf } from './features/ratings/rules.ts'
import { decideDispute } from './features/reservations/decide-dispute.ts'
import type { Guards } from './http/guards.ts'

/** The console of staff: where its features meet the use cases of others. */
export function staffConsole(ctx: AppContext, guards: Guards): Router {
  return Router().use(
    consoleRequestRoutes(ctx, guards, { normalisePhone }),
    consoleUntakenRoutes(ctx, guards),
    consoleVisibilityRoutes(ctx, guards),
    consoleRecordRoutes(ctx, guards),
    consoleAuditRoutes(ctx, guards),
    consoleAnalyticsRoutes(ctx, guards),
    consolePolicyRoutes(ctx, guards, ratingRules),
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

/** The ratings' own rules over data that the what-if has read in bulk. */
const ratingRules: RatingRules = {
  standing: (reservations, now, policy) =>
    standingOf(
      reservations.map((one) => contributionOf(one, now, policy)),
      policy
    ),
  level: levelOf,
  chance: (cells, reservation, policy) => {
    for (const wanted of cellsOf(reservation)) {
      const inside = cells.filter((cell) =>
        Object.entries(wanted).every(([name, value]) => cell[name as keyof typeof cell] === value)
      )
      const sum = (field: 'closed' | 'won') => inside.reduce((total, cell) => total + cell[field], 0)
      const share = shareWon({ closed: sum('closed'), won: sum('won') }, policy)
      if (share !== null) return share
    }
    return defaultChance(reservation, policy)
  }
}
