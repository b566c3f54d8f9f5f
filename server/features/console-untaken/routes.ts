import { Router } from 'express'
import { listUntaken } from '../../../shared/contract/console-untaken.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { listUntakenRequests } from './list-untaken.ts'

/** Requests that nobody took. */
export function consoleUntakenRoutes(ctx: AppContext, { staff }: Guards): Router {
  const router = Router()
  route(router, listUntaken, staff, ({ query }) => listUntakenRequests(ctx, query))
  return router
}
