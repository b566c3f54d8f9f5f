import { Router } from 'express'
import { getDemand } from '../../../shared/contract/demand.ts'
import { getRequest, listRequests } from '../../../shared/contract/requests.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { getFeedRequest, listFeedPage } from './list-feed.ts'
import { showDemand } from './show-demand.ts'

export function feedRoutes(ctx: AppContext, guards: Guards): Router {
  const router = Router()
  route(router, listRequests, guards.partner, ({ caller, query }) => listFeedPage(ctx, caller, query))
  route(router, getRequest, guards.partner, ({ caller, params }) => getFeedRequest(ctx, caller, params.id))
  route(router, getDemand, guards.partner, () => showDemand(ctx))
  return router
}
