import { createHash } from 'node:crypto'
import type { Request, Router } from 'express'
import type { z } from 'zod'
import type { AppContext } from '../context.ts'
import type { Trx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { fieldErrors } from '../http/field-errors.ts'
import { bytesOf, parseJson, rawJson } from '../http/raw-body.ts'
import { guardedRoutes } from '../http/route.ts'
import { checkStaffSignature } from '../http/staff-signature.ts'
import { commitQueueOf, type Work } from './commit-queue.ts'
import { describeRefusal, keepFailure } from './failures.ts'
import { registerReplay } from './replay.ts'
import { findMessage, insertMessage, markMessageRepeated } from './repository.ts'

export const KIB = 1024

interface StaffWebhook<Schema extends z.ZodType, Reply> {
  path: string
  /** Bytes. */
  limit: number
  schema: Schema
  /** Does what needs no store; the work that it answers runs in a shared transaction. */
  prepare: (body: z.output<Schema>, messageId: string) => Work<Reply>
  present: (reply: Reply, isDuplicate: boolean) => unknown
}

interface Message {
  id: string
  route: string
  body: Buffer
}

/** Binds a staff webhook: content type → size → signature → JSON → schema → once a `webhook-id`, on disk → 202. */
export function staffWebhook<Schema extends z.ZodType, Reply>(
  ctx: AppContext,
  router: Router,
  webhook: StaffWebhook<Schema, Reply>
): void {
  const queue = commitQueueOf(ctx.db)
  guardedRoutes.set(`POST ${webhook.path}`, 'staffSignature')
  router.post(webhook.path, ...rawJson(webhook.limit), async (request, response) => {
    const message = authenticate(ctx, request, webhook.path)
    const work = await prepare(ctx, webhook, message)
    const { reply, isDuplicate } = await queue.submit((trx) => answerOnce(ctx, trx, message, work))
    response.status(202).set('cache-control', 'no-store').json(webhook.present(reply, isDuplicate))
  })
  registerReplay(ctx, webhook.path, (body, failure) => {
    return queue.submit(parse(webhook, body, failure.id))
  })
  router.all(webhook.path, (_request, response) => {
    response.set('allow', 'POST')
    throw new AppError('method_not_allowed')
  })
}

function authenticate(ctx: AppContext, request: Request, route: string): Message {
  const body = bytesOf(request)
  const check = checkStaffSignature(request.headers, body, ctx.config.staff.webhookSecrets, ctx.clock.now())
  if (!check.valid) throw new AppError('unauthenticated', { detail: check.reason })
  return { id: check.id, route, body }
}

async function prepare<Schema extends z.ZodType, Reply>(
  ctx: AppContext,
  webhook: StaffWebhook<Schema, Reply>,
  message: Message
): Promise<Work<Reply>> {
  try {
    return parse(webhook, message.body, message.id)
  } catch (error) {
    if (error instanceof AppError)
      await keepFailure(ctx, { ...message, externalId: externalIdOf(message.body), ...describeRefusal(error) })
    throw error
  }
}

function parse<Schema extends z.ZodType, Reply>(
  webhook: StaffWebhook<Schema, Reply>,
  body: Buffer,
  id: string
): Work<Reply> {
  const parsed = webhook.schema.safeParse(parseJson(body))
  if (!parsed.success) throw new AppError('validation_failed', { errors: fieldErrors(parsed.error) })
  return webhook.prepare(parsed.data, id)
}

/** A repeated `webhook-id` gets the first answer and does nothing. Refusals are not remembered: they did nothing. */
async function answerOnce<Reply>(
  ctx: AppContext,
  trx: Trx,
  message: Message,
  work: Work<Reply>
): Promise<{ reply: Reply; isDuplicate: boolean }> {
  const bodyHash = createHash('sha256').update(message.body).digest('base64url')
  const known = await findMessage(trx, message.id)
  if (known) {
    if (known.bodyHash !== bodyHash || known.route !== message.route) throw new AppError('webhook_id_reused')
    await markMessageRepeated(trx, known.id)
    return { reply: JSON.parse(known.answer) as Reply, isDuplicate: true }
  }
  const reply = await work(trx)
  await insertMessage(trx, {
    id: message.id,
    route: message.route,
    bodyHash,
    status: 202,
    answer: JSON.stringify(reply),
    receivedAt: ctx.clock.now().toISOString(),
    attempts: 1
  })
  return { reply, isDuplicate: false }
}

/** The id in a body that is otherwise wrong, so that an erasure finds it. */
function externalIdOf(body: Buffer): string | null {
  const found = /"externalId"\s*:\s*"((?:[^"\\]|\\.){1,200})"/.exec(body.toString('utf8'))
  return found?.[1] ?? null
}
