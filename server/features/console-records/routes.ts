import { Router } from 'express'
import * as contract from '../../../shared/contract/console-records.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { listWebhookParts } from './list-webhook-parts.ts'
import { listWebhookLog } from './list-webhooks.ts'
import { replayWebhook } from './replay-webhook.ts'

/** The webhook log. */
export function consoleRecordRoutes(ctx: AppContext, { staff }: Guards): Router {
  const router = Router()
  route(router, contract.listWebhooks, staff, ({ query }) => listWebhookLog(ctx, query))
  route(router, contract.listWebhookParts, staff, ({ params, query }) => listWebhookParts(ctx, { ...params, ...query }))
  route(router, contract.replayWebhook, staff, ({ caller, params, body }) =>
    replayWebhook(ctx, { caller, ...params, ...body })
  )
  return router
}
