import { Router } from 'express'
import * as contract from '../../../shared/contract/console-partners.ts'
import type { AppContext } from '../../context.ts'
import type { Caller } from '../../http/caller.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { listStaffPartners } from './list-partners.ts'
import { showPartner } from './show-partner.ts'

interface Sanction {
  code: string
  reason: string
  by: { memberId: string; userId: number }
}

/** What the owner of the registry does for staff; staff-console.ts gives it. */
export interface PartnerActions {
  suspend: (sanction: Sanction & { until: string }) => Promise<void>
  lift: (sanction: Sanction) => Promise<void>
}

export function consolePartnerRoutes(ctx: AppContext, { staff }: Guards, actions: PartnerActions): Router {
  const router = Router()
  const by = ({ portal, user }: Caller) => ({ memberId: portal.memberId, userId: user.id })
  route(router, contract.listPartners, staff, ({ query }) => listStaffPartners(ctx, query))
  route(router, contract.getPartner, staff, ({ params }) => showPartner(ctx, params.code))
  route(router, contract.suspendPartner, staff, async ({ caller, params, body }) => {
    await actions.suspend({ ...params, ...body, by: by(caller) })
    return showPartner(ctx, params.code)
  })
  route(router, contract.liftSuspension, staff, async ({ caller, params, body }) => {
    await actions.lift({ ...params, ...body, by: by(caller) })
    return showPartner(ctx, params.code)
  })
  return router
}
