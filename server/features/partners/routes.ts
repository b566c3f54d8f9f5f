import { Router } from 'express'
import { partnerWebhook } from '../../../shared/contract/staff-webhooks.ts'
import type { AppContext } from '../../context.ts'
import { KIB, staffWebhook } from '../../webhooks/staff-webhook.ts'
import { upsertPartner } from './upsert-partner.ts'

/** Stands before any parser of JSON bodies: the signature is over the bytes. */
export function partnerRoutes(ctx: AppContext): Router {
  const router = Router()
  staffWebhook(ctx, router, {
    path: '/webhooks/partners',
    limit: 256 * KIB,
    schema: partnerWebhook,
    prepare:
      ({ data, timestamp }) =>
      (trx) =>
        upsertPartner(ctx, trx, data, new Date(timestamp).toISOString()),
    present: (reply, duplicate) => ({ ...reply, duplicate })
  })
  return router
}
