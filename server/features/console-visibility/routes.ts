import { Router } from 'express'
import * as contract from '../../../shared/contract/console-visibility.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { showVisibility } from './explain-visibility.ts'
import { listRequestAudience } from './list-audience.ts'

/** Who may see a request, when, and why not. */
export function consoleVisibilityRoutes(ctx: AppContext, { staff }: Guards): Router {
  const router = Router()
  route(router, contract.listAudience, staff, ({ params, query }) => listRequestAudience(ctx, params.id, query))
  route(router, contract.getVisibility, staff, ({ params, query }) =>
    showVisibility(ctx, { requestId: params.id, partnerCode: query.partner })
  )
  return router
}
