import { Router } from 'express'
import type { AppContext } from '../../context.ts'
import { readEvent } from '../../bitrix24/events.ts'
import { AppError } from '../../errors.ts'
import { queuedBody, readQueuedBody } from '../../http/bracket-body.ts'
import { receiveEvent, type NoteCrmEvent } from './receive-event.ts'

export function eventRoutes(ctx: AppContext, noteCrmEvent: NoteCrmEvent): Router {
  const router = Router()
  router.post('/bitrix24/events', queuedBody, async (request, response) => {
    const event = readEvent(readQueuedBody(request.headers['content-type'], request.body as unknown))
    if (!event) throw new AppError('forbidden')
    await receiveEvent(ctx, event, noteCrmEvent)
    response.status(200).json({ ok: true })
  })
  return router
}
