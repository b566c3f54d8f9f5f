import { Router } from 'express'
import { testNotifications } from '../../../shared/contract/settings.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { askForTest } from './ask-for-test.ts'

export function notificationRoutes(ctx: AppContext, guards: Guards): Router {
  const router = Router()
  route(router, testNotifications, guards.partnerAdmin, ({ caller }) => askForTest(ctx, caller))
  return router
}
