import { Router } from 'express'
import * as contract from '../../../shared/contract/console-reviews.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { listStaffDisputes, listStaffPendingWins } from './list-reviews.ts'
import { decideWin, settleDispute, voidByStaff, type ReviewActions } from './review-reservation.ts'

/** What staff decide about reservations: disputes, wins, voids. */
export function consoleReviewRoutes(ctx: AppContext, { staff }: Guards, actions: ReviewActions): Router {
  const router = Router()
  route(router, contract.listDisputes, staff, ({ query }) => listStaffDisputes(ctx, query))
  route(router, contract.decideDispute, staff, ({ caller, params, body }) =>
    settleDispute(ctx, { caller, ...params, ...body }, actions)
  )
  route(router, contract.listPendingWins, staff, ({ query }) => listStaffPendingWins(ctx, query))
  route(router, contract.decideWin, staff, ({ caller, params, body }) =>
    decideWin(ctx, { caller, ...params, ...body }, actions)
  )
  route(router, contract.voidReservation, staff, ({ caller, params, body }) =>
    voidByStaff(ctx, { caller, ...params, ...body }, actions)
  )
  return router
}
