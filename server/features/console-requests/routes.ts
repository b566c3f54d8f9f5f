import { Router } from 'express'
import * as contract from '../../../shared/contract/console-requests.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { findClient, type NormalisePhone } from './find-client.ts'
import { findByExternalId, listStaffRequests } from './list-requests.ts'
import { showRequest } from './show-request.ts'

/** What staff read about requests. */
export function consoleRequestRoutes(
  ctx: AppContext,
  { staff }: Guards,
  intake: { normalisePhone: NormalisePhone }
): Router {
  const router = Router()
  route(router, contract.listStaffRequests, staff, ({ query }) => listStaffRequests(ctx, query))
  route(router, contract.findByExternalId, staff, ({ body }) => findByExternalId(ctx, body.externalId))
  route(router, contract.getRequestStory, staff, ({ params }) => showRequest(ctx, params.id))
  route(router, contract.findClient, staff, ({ caller, body }) =>
    findClient(ctx, { caller, ...body }, intake.normalisePhone)
  )
  return router
}
