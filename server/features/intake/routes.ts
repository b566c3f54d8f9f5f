import { Router } from 'express'
import {
  pushedRequest,
  requestBatchWebhook,
  requestWebhook,
  type RequestWebhook
} from '../../../shared/contract/staff-webhooks.ts'
import type { AppContext } from '../../context.ts'
import type { FieldError } from '../../errors.ts'
import { fieldErrors } from '../../http/field-errors.ts'
import type { Trx } from '../../db/database.ts'
import { keepFailureIn } from '../../webhooks/failures.ts'
import type { AnyWork, Work } from '../../webhooks/joint-work.ts'
import { KIB, staffWebhook } from '../../webhooks/staff-webhook.ts'
import { portalSourceRoutes } from './portal-routes.ts'
import { eraseRequest, withdrawRequest } from './close-request.ts'
import { inSlices } from './in-slices.ts'
import { prepareRequest } from './prepare-request.ts'
import { receiveRequest, receiveRequests, type Push, type RequestReply } from './receive-request.ts'

const REQUESTS = '/webhooks/requests'

type BatchResult =
  | { index: number; id: string; state: RequestReply['state'] }
  | { index: number; code: 'validation_failed'; errors: FieldError[] }

/** Stands before any parser of JSON bodies: the signature is over the bytes. */
export function intakeRoutes(ctx: AppContext): Router {
  const router = Router()
  router.use(portalSourceRoutes(ctx))
  const together = (trx: Trx, pushes: Push[]) => receiveRequests(ctx, trx, pushes)
  staffWebhook(ctx, router, {
    path: REQUESTS,
    limit: 256 * KIB,
    schema: requestWebhook,
    prepare: (message) => prepareMessage(ctx, message, together),
    present: (reply, duplicate) => ({ ...reply, duplicate })
  })
  staffWebhook(ctx, router, {
    path: '/webhooks/requests/batch',
    limit: 2048 * KIB,
    schema: requestBatchWebhook,
    prepare: ({ data, timestamp }, id) => prepareBatch(ctx, data, { id, timestamp }),
    present: (reply) => reply
  })
  return router
}

const utc = (timestamp: string): string => new Date(timestamp).toISOString()

function prepareMessage(
  ctx: AppContext,
  { type, timestamp, data }: RequestWebhook,
  together: (trx: Trx, pushes: Push[]) => Promise<RequestReply[]>
): AnyWork<RequestReply> {
  const pushedAt = utc(timestamp)
  switch (type) {
    case 'request.created':
    case 'request.updated': {
      const item = { prepared: prepareRequest(ctx, data), pushedAt }
      return { item, together, alone: (trx) => receiveRequest(ctx, trx, item) }
    }
    case 'request.withdrawn':
      return (trx) => withdrawRequest(ctx, trx, { ...data, pushedAt })
    case 'request.erased':
      return (trx) => eraseRequest(ctx, trx, { ...data, pushedAt })
  }
}

async function prepareBatch(
  ctx: AppContext,
  items: unknown[],
  message: { id: string; timestamp: string | undefined }
): Promise<Work<{ results: BatchResult[] }>> {
  const pushedAt = utc(message.timestamp ?? ctx.clock.now().toISOString())
  const prepared = await inSlices(items, (item) => {
    const parsed = pushedRequest.safeParse(item)
    return parsed.success ? prepareRequest(ctx, parsed.data) : parsed.error
  })
  return async (trx) => {
    const good = prepared.flatMap((one) => ('issues' in one ? [] : [{ prepared: one, pushedAt }]))
    const replies = await receiveRequests(ctx, trx, good)
    const results: BatchResult[] = []
    for (const [index, one] of prepared.entries())
      if ('issues' in one) {
        const errors = fieldErrors(one, `data.${index}`)
        const body = Buffer.from(JSON.stringify({ type: 'request.created', timestamp: pushedAt, data: items[index] }))
        const failed = { id: `${message.id}#${index}`, route: REQUESTS, externalId: externalIdIn(items[index]), body }
        await keepFailureIn(ctx, trx, { ...failed, code: 'validation_failed', errors })
        results.push({ index, code: 'validation_failed', errors })
      } else results.push({ index, ...replies.shift()! })
    return { results }
  }
}

function externalIdIn(item: unknown): string | null {
  const { externalId } = (typeof item === 'object' ? (item ?? {}) : {}) as { externalId?: unknown }
  return typeof externalId === 'string' ? externalId.slice(0, 200) : null
}
