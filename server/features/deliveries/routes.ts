import { Router } from 'express'
import { redeliver as redeliverEndpoint, type OwnReservation } from '../../../shared/contract/reservations.ts'
import type { AppContext } from '../../context.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { redeliver } from './redeliver.ts'

/** Reads the reservation as it is then; given by app.ts, since it is another feature's. */
export type ReadReservation = (ctx: AppContext, caller: PartnerCaller, id: string) => Promise<OwnReservation>

export function deliveryRoutes(ctx: AppContext, guards: Guards, read: ReadReservation): Router {
  const router = Router()
  route(router, redeliverEndpoint, guards.partner, async ({ caller, params }) => {
    await redeliver(ctx, caller, params.id)
    return read(ctx, caller, params.id)
  })
  return router
}
