import { Router } from 'express'
import {
  pushedRequest,
  requestBatchWebhook,
  requestWebhook,
  type RequestWebhook
} from '../../../shared/contract/staff-webhooks.ts'
import type { AppContext } from '../../context.ts'
import type { FieldError } from '../../errors.ts'
import { compiled } from '../../http/compiled.ts'
import { fieldErrors } from '../../http/field-errors.ts'
import type { Trx } from '../../db/database.ts'
import { forgetInFailures, keepFailureIn } from '../../webhooks/failures.ts'
import { commitQueueOf } from '../../webhooks/commit-queue.ts'
import type { AnyWork, JointWork, Work } from '../../webhooks/joint-work.ts'
import { KIB, staffWebhook } from '../../webhooks/staff-webhook.ts'
import { portalSourceRoutes } from './portal-routes.ts'
import { burstWatchOf } from './burst-watch.ts'
import { eraseRequest, withdrawRequest } from './close-request.ts'
import { admitDeferred, deferPushes, REQUESTS, type Deferral } from './deferred-pushes.ts'
import { inSlices } from './in-slices.ts'
import { prepareRequest } from './prepare-request.ts'
import { receiveRequests, type Push, type RequestReply } from './receive-request.ts'

type BatchResult =
  | { index: number; id: string; state: RequestReply['state'] }
  | { index: number; code: 'validation_failed'; errors: FieldError[] }

/** Stands before any parser of JSON bodies: the signature is over the bytes. */
export function intakeRoutes(ctx: AppContext): Router {
  const router = Router()
  router.use(portalSourceRoutes(ctx))
  const ways: Ways = {
    read: async (trx, pushes) => {
      await admitDeferred(ctx, trx, externalIdsOf(pushes))
      return receiveRequests(ctx, trx, pushes)
    },
    defer: (trx, deferrals) => deferPushes(ctx, trx, deferrals)
  }
  staffWebhook(ctx, router, {
    path: REQUESTS,
    limit: 256 * KIB,
    schema: requestWebhook,
    prepare: (message, id, body) => prepareMessage(ctx, message, { id, body, ways }),
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

/** What is done with messages of one kind that came together. */
interface Ways {
  read: (trx: Trx, pushes: Push[]) => Promise<RequestReply[]>
  defer: (trx: Trx, deferrals: Deferral[]) => Promise<RequestReply[]>
}

const externalIdsOf = (pushes: Push[]): string[] => pushes.map(({ prepared }) => prepared.externalId)

async function prepareMessage(
  ctx: AppContext,
  { type, timestamp, data }: RequestWebhook,
  { id, body, ways }: { id: string; body: Buffer; ways: Ways }
): Promise<AnyWork<RequestReply>> {
  const pushedAt = utc(timestamp)
  switch (type) {
    case 'request.created':
    case 'request.updated':
      if (await burstWatchOf(ctx).isBurst(commitQueueOf(ctx.db).waiting))
        return jointly({ data, body, messageId: id, pushedAt }, ways.defer)
      return jointly({ prepared: prepareRequest(ctx, data), pushedAt }, ways.read)
    case 'request.withdrawn':
      return async (trx) => {
        await admitDeferred(ctx, trx, [data.externalId])
        return withdrawRequest(ctx, trx, { ...data, pushedAt })
      }
    case 'request.erased':
      // Apart from the work, which is refused and rolled back when nothing but a failed message knows the client.
      await commitQueueOf(ctx.db).submit((trx) => forgetInFailures(ctx, trx, data.externalId))
      return async (trx) => {
        await admitDeferred(ctx, trx, [data.externalId])
        return eraseRequest(ctx, trx, { ...data, pushedAt })
      }
  }
}

const jointly = <Item, Result>(
  item: Item,
  together: (trx: Trx, items: Item[]) => Promise<Result[]>
): JointWork<Item, Result> => ({ item, together, alone: async (trx) => (await together(trx, [item]))[0]! })

async function prepareBatch(
  ctx: AppContext,
  items: unknown[],
  message: { id: string; timestamp: string | undefined }
): Promise<Work<{ results: BatchResult[] }>> {
  const pushedAt = utc(message.timestamp ?? ctx.clock.now().toISOString())
  const prepared = await inSlices(items, (item) => {
    const parsed = compiled(pushedRequest).safeParse(item)
    return parsed.success ? prepareRequest(ctx, parsed.data) : parsed.error
  })
  return async (trx) => {
    const good = prepared.flatMap((one) => ('issues' in one ? [] : [{ prepared: one, pushedAt }]))
    await admitDeferred(ctx, trx, externalIdsOf(good))
    const replies = await receiveRequests(ctx, trx, good)
    const results: BatchResult[] = []
    for (const [index, one] of prepared.entries())
      if ('issues' in one) {
        const errors = fieldErrors(one, `data.${index}`)
        const body = Buffer.from(
          JSON.stringify({ type: 'request.created', timestamp: pushedAt, data: shallow(items[index]) })
        )
        const failed = { id: `${message.id}#${index}`, route: REQUESTS, externalId: externalIdIn(items[index]), body }
        await keepFailureIn(ctx, trx, { ...failed, code: 'validation_failed', errors })
        results.push({ index, code: 'validation_failed', errors })
      } else results.push({ index, ...replies.shift()! })
    return { results }
  }
}

const DEEPEST = 50

/** What is nested deeper than any request can't be written as JSON by the engine, and says nothing. */
function shallow(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) return null
  if (Array.isArray(value)) return value.map((one) => shallow(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shallow(one, depth + 1)]))
}

function externalIdIn(item: unknown): string | null {
  const { externalId } = (typeof item === 'object' ? (item ?? {}) : {}) as { externalId?: unknown }
  return typeof externalId === 'string' ? externalId.slice(0, 200) : null
}
