import { Router } from 'express'
import * as contract from '../../../shared/contract/reservations.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { disputeReservation } from './dispute-reservation.ts'
import { presentReservation } from './present.ts'
import { getOwnReservation, listOwnReservations, placeOf } from './read-reservations.ts'
import { findOwnReservation, readViews } from './repository.ts'
import { reserveRequest } from './reserve-request.ts'

export function reservationRoutes(ctx: AppContext, guards: Guards): Router {
  const router = Router()
  route(router, contract.reserveRequest, guards.partner, async ({ caller, params, body }) => {
    const acceptedRules = body.acceptContactRules ?? null
    const { isNew, reservationId, contact } = await reserveRequest(ctx, { caller, requestId: params.id, acceptedRules })
    const [view] = await readViews(ctx.db, [(await findOwnReservation(ctx.db, caller.partner.code, reservationId))!])
    const reservation = presentReservation(view!, placeOf(ctx, caller))
    return { status: isNew ? 201 : 200, body: { reservation, contact } }
  })
  route(router, contract.listReservations, guards.partner, ({ caller, query }) =>
    listOwnReservations(ctx, caller, query)
  )
  route(router, contract.getReservation, guards.partner, ({ caller, params }) =>
    getOwnReservation(ctx, caller, params.id)
  )
  route(router, contract.disputeReservation, guards.partner, ({ caller, params, body }) =>
    disputeReservation(ctx, caller, { id: params.id, reason: body.reason, comment: body.comment ?? null })
  )
  return router
}
