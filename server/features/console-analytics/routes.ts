import { Router } from 'express'
import { getAnalytics } from '../../../shared/contract/console-records.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { countRequests } from './count-requests.ts'

export function consoleAnalyticsRoutes(ctx: AppContext, { staff }: Guards): Router {
  const router = Router()
  route(router, getAnalytics, staff, ({ query }) => countRequests(ctx, query))
  return router
}
