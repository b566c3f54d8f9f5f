import express, { Router } from 'express'
import qs from 'qs'
import type { AppContext } from '../../context.ts'
import { readEvent } from '../../bitrix24/events.ts'
import { AppError } from '../../errors.ts'
import { receiveEvent, type NoteCrmEvent } from './receive-event.ts'

/** PHP brackets need a nested parser; its limits keep hostile bodies small. */
const BRACKETS = { depth: 5, parameterLimit: 500, arrayLimit: 100 }

export function eventRoutes(ctx: AppContext, noteCrmEvent: NoteCrmEvent): Router {
  const router = Router()
  const text = express.text({ type: () => true, limit: '256kb' })
  router.post('/bitrix24/events', text, async (request, response) => {
    const event = readEvent(readBody(request.headers['content-type'], request.body as unknown))
    if (!event) throw new AppError('forbidden')
    await receiveEvent(ctx, event, noteCrmEvent)
    response.status(200).json({ ok: true })
  })
  return router
}

function readBody(contentType: string | undefined, body: unknown): unknown {
  if (typeof body !== 'string') return undefined
  if (!contentType?.includes('json')) return qs.parse(body, BRACKETS)
  try {
    return JSON.parse(body)
  } catch {
    throw new AppError('malformed_json')
  }
}
