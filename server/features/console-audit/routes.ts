import { Router } from 'express'
import { listAudit } from '../../../shared/contract/console-records.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { listAuditLog } from './list-audit.ts'

export function consoleAuditRoutes(ctx: AppContext, { staff }: Guards): Router {
  const router = Router()
  route(router, listAudit, staff, ({ query }) => listAuditLog(ctx, query))
  return router
}
