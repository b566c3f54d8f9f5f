import { hash } from 'node:crypto'
import { z } from 'zod'
import { CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import { pushedRequest, type PushedRequest } from '../../../shared/contract/staff-webhooks.ts'
import { readEvent } from '../../bitrix24/events.ts'
import { objectOf } from '../../bitrix24/rest.ts'
import type { IntakeSource } from '../../config/intake-file.ts'
import type { AppContext } from '../../context.ts'
import type { WebhookMessageTable } from '../../db/tables/message.ts'
import { AppError } from '../../errors.ts'
import { fieldErrors } from '../../http/field-errors.ts'
import { newId } from '../../ids.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { JOB_KINDS, type JobPayload } from '../../outbox/kinds.ts'
import { commitQueueOf } from '../../webhooks/commit-queue.ts'
import { describeRefusal, keepFailure } from '../../webhooks/failures.ts'
import { insertMessages } from '../../webhooks/repository.ts'
import { mapFields, type ReadField } from './map-fields.ts'
import { findSourceById, isSameSecret, type NamedSource } from './portal-source.ts'
import { prepareRequest } from './prepare-request.ts'
import { receiveRequest, type RequestReply } from './receive-request.ts'

export const PORTAL_ROUTE = '/webhooks/bitrix24'

/** A robot of a portal's automation: the fields stand in the query, the item's id in the body. */
export async function receiveRobotCall(
  ctx: AppContext,
  { id, source }: NamedSource,
  call: { query: Record<string, string>; body: unknown }
): Promise<RequestReply> {
  const body = objectOf(call.body)
  if (objectOf(body.auth).member_id !== source.portal) throw new AppError('forbidden')
  const documentId = documentIdOf(body.document_id)
  return takeQuery(ctx, { id, source }, { query: call.query, itemId: documentId })
}

type RobotCall = { query: Record<string, string>; itemId?: string | undefined }

const takeQuery = (ctx: AppContext, named: NamedSource, call: RobotCall, replayed?: string): Promise<RequestReply> =>
  takeMapped(ctx, named, {
    read: (name) => (Object.hasOwn(call.query, name) ? call.query[name] : undefined),
    itemId: call.itemId,
    original: call,
    failureId: replayed ?? newId(),
    isReplay: replayed !== undefined
  })

/** `["crm", "CCrmDocumentLead", "LEAD_1505"]` → `1505`. */
function documentIdOf(value: unknown): string | undefined {
  const text = z.array(z.string()).safeParse(Object.values(objectOf(value)).concat(Array.isArray(value) ? value : []))
  return text.success ? /_(\d+)$/.exec(text.data[2] ?? '')?.[1] : undefined
}

/** Maps, checks and takes a request in. What can't be mapped is kept with its error. */
export async function takeMapped(
  ctx: AppContext,
  { id, source }: NamedSource,
  item: { read: ReadField; itemId: string | undefined; original: unknown; failureId: string; isReplay?: boolean }
): Promise<RequestReply> {
  const pushedAt = ctx.clock.now().toISOString()
  const route = `${PORTAL_ROUTE}#${id}`
  const body = Buffer.from(JSON.stringify(item.original))
  const data = mapFields(source.fields, item.read)
  const externalId = data.externalId ?? item.itemId
  if (typeof externalId === 'string') data.externalId = `b24:${source.portal}:${externalId}`
  try {
    const prepared = prepareRequest(ctx, parsePushed(data))
    return await commitQueueOf(ctx.db).submit(async (trx) => {
      const reply = await receiveRequest(ctx, trx, { prepared, pushedAt })
      if (!item.isReplay) await insertMessages(trx, [messageOf(ctx, { route, body }, reply)])
      return reply
    })
  } catch (error) {
    if (error instanceof AppError && error.status < 500)
      await keepFailure(ctx, {
        id: item.failureId,
        ...{ route, body },
        externalId: typeof data.externalId === 'string' ? data.externalId : null,
        ...describeRefusal(error)
      })
    throw error
  }
}

function messageOf(
  ctx: AppContext,
  { route, body }: { route: string; body: Buffer },
  reply: RequestReply
): WebhookMessageTable {
  const receivedAt = ctx.clock.now().toISOString()
  const answered = { status: 202, answer: JSON.stringify(reply), receivedAt, attempts: 1, subjectId: reply.id }
  return { id: newId(), route, bodyHash: hash('sha256', body, 'base64url'), ...answered }
}

export function parsePushed(data: unknown): PushedRequest {
  const parsed = pushedRequest.safeParse(data)
  if (!parsed.success) throw new AppError('validation_failed', { errors: fieldErrors(parsed.error, 'data') })
  return parsed.data
}

const robotCall = z.object({ query: z.record(z.string(), z.string()), itemId: z.string().optional() })

/** Maps a kept call anew, or reads the item again: the configuration may have been repaired since. */
export async function replayPortalCall(
  ctx: AppContext,
  body: Buffer,
  failure: { id: string; route: string }
): Promise<unknown> {
  const id = failure.route.slice(PORTAL_ROUTE.length + 1)
  const source = findSourceById(ctx, id)
  if (!source) throw new AppError('not_found', { detail: 'This source is no longer configured' })
  const original: unknown = JSON.parse(body.toString())
  const call = robotCall.safeParse(original)
  if (call.success) return takeQuery(ctx, { id, source }, call.data, failure.id)
  const job = JOB_KINDS['intake.read'].parse(original)
  await enqueueReading(ctx, job)
  return job
}

async function enqueueReading(ctx: AppContext, job: JobPayload<'intake.read'>): Promise<void> {
  const { source, itemId } = job
  const options = { now: ctx.clock.now(), queue: `intake:${source}`, dedupeKey: `intake:${source}:${itemId}` }
  await commitQueueOf(ctx.db).submit((trx) => enqueue(trx, 'intake.read', job, options))
}

/** An outbound webhook says only which item changed: a job reads it. Answered once that job is on disk. */
export async function receiveCrmEvent(ctx: AppContext, { id, source }: NamedSource, body: unknown): Promise<void> {
  const event = readEvent(body)
  if (source.kind !== 'event' || !event || event.memberId !== source.portal) throw new AppError('forbidden')
  if (!isSameSecret(event.applicationToken ?? '', source.applicationToken)) throw new AppError('forbidden')
  const fields = objectOf(event.data.FIELDS)
  const itemId = Number(fields.ID)
  if (!isOfSource(event.name, fields, source.entityTypeId) || !Number.isSafeInteger(itemId) || itemId <= 0) return
  await enqueueReading(ctx, { source: id, itemId })
}

/** Deletions are left alone: a request lives on without the item that it came from. */
function isOfSource(event: string, fields: Record<string, unknown>, entityTypeId: IntakeEntity): boolean {
  if (event.endsWith('DELETE')) return false
  if (event.startsWith('ONCRMLEAD')) return entityTypeId === CRM_LEAD
  if (event.startsWith('ONCRMDEAL')) return entityTypeId === CRM_DEAL
  return event.startsWith('ONCRMDYNAMICITEM') && Number(fields.ENTITY_TYPE_ID) === entityTypeId
}
type IntakeEntity = Extract<IntakeSource, { kind: 'event' }>['entityTypeId']
