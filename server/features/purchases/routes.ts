import { Router } from 'express'
import { purchaseWebhook } from '../../../shared/contract/staff-webhooks.ts'
import type { AppContext } from '../../context.ts'
import { KIB, staffWebhook } from '../../webhooks/staff-webhook.ts'
import { recordPurchase } from './record-purchase.ts'

/** Stands before any parser of JSON bodies: the signature is over the bytes. */
export function purchaseRoutes(ctx: AppContext): Router {
  const router = Router()
  staffWebhook(ctx, router, {
    path: '/webhooks/purchases',
    limit: 256 * KIB,
    schema: purchaseWebhook,
    prepare:
      ({ data, timestamp }) =>
      (trx) =>
        recordPurchase(ctx, trx, data, new Date(timestamp).toISOString()),
    present: (reply, duplicate) => ({ ...reply, duplicate })
  })
  return router
}
