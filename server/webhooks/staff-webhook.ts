import type { IncomingHttpHeaders } from 'node:http'
import type { Router } from 'express'
import type { z } from 'zod'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { compiled } from '../http/compiled.ts'
import { fieldErrors } from '../http/field-errors.ts'
import { bytesOf, parseJson, rawJson } from '../http/raw-body.ts'
import { guardedRoutes } from '../http/route.ts'
import { checkStaffSignature } from '../http/staff-signature.ts'
import { AnswerOnce, type Message } from './answer-once.ts'
import { commitQueueOf } from './commit-queue.ts'
import { describeRefusal, keepFailure } from './failures.ts'
import { openDoor } from './front-door.ts'
import type { AnyWork } from './joint-work.ts'
import { registerReplay } from './replay.ts'

export const KIB = 1024

interface StaffWebhook<Schema extends z.ZodType, Reply> {
  path: string
  /** Bytes. */
  limit: number
  schema: Schema
  /** Does what needs no store; the work that it answers runs in a shared transaction. */
  prepare: (message: z.output<Schema>, messageId: string, body: Buffer) => AnyWork<Reply> | Promise<AnyWork<Reply>>
  present: (reply: Reply, isDuplicate: boolean) => unknown
}

/** Binds a staff webhook: content type → size → signature → JSON → schema → once a `webhook-id`, on disk → 202. */
export function staffWebhook<Schema extends z.ZodType, Reply>(
  ctx: AppContext,
  router: Router,
  webhook: StaffWebhook<Schema, Reply>
): void {
  const { path, limit } = webhook
  const queue = commitQueueOf(ctx.db)
  const once = new AnswerOnce<Reply>(ctx)
  const take = async (headers: IncomingHttpHeaders, body: Buffer): Promise<unknown> => {
    const message = authenticate(ctx, { headers, body, route: path })
    try {
      const work = await parse(webhook, body, message.id)
      const { reply, isDuplicate } = await queue.submit(once.of(message, work))
      return webhook.present(reply, isDuplicate)
    } catch (error) {
      if (error instanceof AppError && isWorthAnotherTry(error))
        await keepFailure(ctx, { ...message, externalId: externalIdOf(body), ...describeRefusal(error) })
      throw error
    }
  }
  guardedRoutes.set(`POST ${path}`, 'staffSignature')
  openDoor(ctx, { path, limit, take })
  router.post(path, ...rawJson(limit), async (request, response) => {
    const reply = await take(request.headers, bytesOf(request))
    response.status(202).set('cache-control', 'no-store').json(reply)
  })
  registerReplay(ctx, path, async (body, failure) => queue.submit(await parse(webhook, body, failure.id)))
  router.all(path, (_request, response) => {
    response.set('allow', 'POST')
    throw new AppError('method_not_allowed')
  })
}

function authenticate(
  ctx: AppContext,
  { headers, body, route }: { headers: IncomingHttpHeaders; body: Buffer; route: string }
): Message {
  const check = checkStaffSignature(headers, body, ctx.config.staff.webhookSecrets, ctx.clock.now())
  if (!check.valid) throw new AppError('unauthenticated', { detail: check.reason })
  return { id: check.id, route, body }
}

/** Not the sender's own mix-up of two messages, and not a fault of ours, after which it sends again. */
const isWorthAnotherTry = ({ code, status }: AppError): boolean => status < 500 && code !== 'webhook_id_reused'

async function parse<Schema extends z.ZodType, Reply>(
  webhook: StaffWebhook<Schema, Reply>,
  body: Buffer,
  id: string
): Promise<AnyWork<Reply>> {
  const parsed = compiled(webhook.schema).safeParse(parseJson(body))
  if (!parsed.success) throw new AppError('validation_failed', { errors: fieldErrors(parsed.error) })
  return webhook.prepare(parsed.data, id, body)
}

/** The id in a body that is otherwise wrong, so that an erasure finds it. */
function externalIdOf(body: Buffer): string | null {
  const found = /"externalId"\s*:\s*"((?:[^"\\]|\\.){1,200})"/.exec(body.toString('utf8'))
  return found?.[1] ?? null
}
