import { Router } from 'express'
import * as contract from '../../../shared/contract/erasures.ts'
import type { OwnReservation } from '../../../shared/contract/reservations.ts'
import type { AppContext } from '../../context.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { confirmErasure } from './confirm-erasure.ts'
import { listToldErasures } from './list-erasures.ts'

type GetOwnReservation = (ctx: AppContext, caller: PartnerCaller, id: string) => Promise<OwnReservation>

export function erasureRoutes(ctx: AppContext, guards: Guards, getOwnReservation: GetOwnReservation): Router {
  const router = Router()
  route(router, contract.confirmErasure, guards.partner, async ({ caller, params }) => {
    await confirmErasure(ctx, caller, params.id)
    return getOwnReservation(ctx, caller, params.id)
  })
  route(router, contract.listErasures, guards.staff, ({ query }) => listToldErasures(ctx, query))
  return router
}
