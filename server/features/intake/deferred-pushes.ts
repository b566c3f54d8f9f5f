import { requestWebhook, type PushedRequest } from '../../../shared/contract/staff-webhooks.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import type { DeferredPushTable } from '../../db/tables/message.ts'
import { compiled } from '../../http/compiled.ts'
import { newId } from '../../ids.ts'
import { keepFailureIn } from '../../webhooks/failures.ts'
import { seal, unsealAny } from '../../vault/seal.ts'
import { insertDeferred, listDeferredIds, takeDeferred } from '../../webhooks/repository.ts'
import { prepareRequest } from './prepare-request.ts'
import { receiveRequest, receiveRequests, type Push, type RequestReply } from './receive-request.ts'
import { listKnown } from './repository.ts'

export const REQUESTS = '/webhooks/requests'

/** A valid message about a request, as it came. */
export interface Deferral {
  data: PushedRequest
  body: Buffer
  messageId: string
  pushedAt: string
}

/**
 * Puts new requests on disk unread and answers `held`, which they are until somebody has read them. Of a known one
 * there is something to compare with, so that its message is read at once.
 */
export async function deferPushes(ctx: AppContext, trx: Trx, deferrals: Deferral[]): Promise<RequestReply[]> {
  const ids = deferrals.map(({ data }) => data.externalId)
  const known = await listKnown(trx, ids)
  for (const id of await listDeferredIds(trx, ids)) known.add(id)
  const fresh = new Map<Deferral, DeferredPushTable>()
  for (const deferral of deferrals) {
    const { externalId } = deferral.data
    if (!known.has(externalId)) fresh.set(deferral, rowOf(ctx, deferral))
    known.add(externalId)
  }
  await insertDeferred(trx, [...fresh.values()])
  const replies: RequestReply[] = []
  for (const deferral of deferrals) {
    const row = fresh.get(deferral)
    replies.push(row ? { id: row.requestId, state: 'held' } : await readNow(ctx, trx, deferral))
  }
  return replies
}

function rowOf(ctx: AppContext, { data, body, messageId, pushedAt }: Deferral): DeferredPushTable {
  const requestId = newId()
  const sealedBody = seal(ctx.keys.of('contact'), body, requestId)
  const receivedAt = ctx.clock.now().toISOString()
  return { requestId, externalId: data.externalId, messageId, sealedBody, pushedAt, receivedAt }
}

async function readNow(ctx: AppContext, trx: Trx, { data, pushedAt }: Deferral): Promise<RequestReply> {
  await admitDeferred(ctx, trx, [data.externalId])
  return receiveRequest(ctx, trx, { prepared: prepareRequest(ctx, data), pushedAt })
}

/** Before anything else happens to these requests, what was put off about them is done. */
export async function admitDeferred(ctx: AppContext, trx: Trx, externalIds: string[]): Promise<void> {
  await storeTaken(ctx, trx, await takeDeferred(trx, 'externalId', externalIds), (row) => tryToRead(ctx, row))
}

/** Stores what was read of the rows that were taken out; what could not be read is parked. */
export async function storeTaken(
  ctx: AppContext,
  trx: Trx,
  rows: DeferredPushTable[],
  read: (row: DeferredPushTable) => Push | null
): Promise<void> {
  const pushes: Push[] = []
  for (const row of rows) {
    const push = read(row)
    if (push) pushes.push(push)
    else await park(ctx, trx, row)
  }
  await receiveRequests(ctx, trx, pushes)
}

/** Null for what can't be read: a fault of ours, since it was valid when it came. */
export function tryToRead(ctx: AppContext, row: DeferredPushTable): Push | null {
  try {
    const message = compiled(requestWebhook).parse(JSON.parse(bodyOf(ctx, row).toString('utf8')))
    if (message.type !== 'request.created' && message.type !== 'request.updated') return null
    const prepared = prepareRequest(ctx, message.data)
    const { requestId, pushedAt, receivedAt } = row
    return { prepared: { ...prepared, receivedAt: prepared.receivedAt ?? receivedAt }, pushedAt, requestId }
  } catch (error) {
    ctx.log.error({ err: error, requestId: row.requestId }, 'a deferred request could not be read')
    return null
  }
}

/** It goes where staff find what failed, and can be replayed from there. */
async function park(ctx: AppContext, trx: Trx, row: DeferredPushTable): Promise<void> {
  const { messageId: id, externalId } = row
  const errors = [{ path: '', message: 'It was taken in a burst and could not be read afterwards' }]
  await keepFailureIn(ctx, trx, { id, route: REQUESTS, externalId, body: bodyOf(ctx, row), code: 'internal', errors })
}

const bodyOf = (ctx: AppContext, { sealedBody, requestId }: DeferredPushTable): Buffer =>
  unsealAny(ctx.keys.all('contact'), sealedBody, requestId)
