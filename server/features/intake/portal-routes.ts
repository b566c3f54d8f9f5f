import express, { type Request, Router } from 'express'
import qs from 'qs'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { registerReplay } from '../../webhooks/replay.ts'
import { findSource } from './portal-source.ts'
import { PORTAL_ROUTE, receiveCrmEvent, receiveRobotCall, replayPortalCall } from './receive-call.ts'

/** PHP brackets need a nested parser; its limits keep hostile bodies small. */
const BRACKETS = { depth: 5, parameterLimit: 1000, arrayLimit: 100 }

/** Bitrix24's own two ways: the outbound webhook of a CRM event, and the robot "outgoing webhook". */
export function portalSourceRoutes(ctx: AppContext): Router {
  const router = Router()
  registerReplay(ctx, PORTAL_ROUTE, (body, failure) => replayPortalCall(ctx, body, failure))
  const text = express.text({ type: () => true, limit: '256kb', defaultCharset: 'utf-8' })
  router.post('/webhooks/bitrix24/:token', text, async (request, response) => {
    const { token = '' } = request.params as { token?: string }
    const query = queryOf(request)
    // The address is a secret: whatever is logged of this call from here on does not have it.
    request.url = '/webhooks/bitrix24/cut'
    const found = findSource(ctx, token)
    if (!found) throw new AppError('not_found')
    const body = readBody(request)
    response.set('cache-control', 'no-store')
    if (found.source.kind === 'event') {
      await receiveCrmEvent(ctx, found, body)
      response.status(200).json({ ok: true })
    } else {
      response.status(202).json({ ...(await receiveRobotCall(ctx, found, { query, body })), duplicate: false })
    }
  })
  router.all('/webhooks/bitrix24/:token', (_request, response) => {
    response.set('allow', 'POST')
    throw new AppError('method_not_allowed')
  })
  return router
}

/** The first value that is not empty. */
function queryOf(request: Request): Record<string, string> {
  const query: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [name, value] of new URLSearchParams(request.originalUrl.split('?')[1] ?? '')) query[name] ||= value
  return query
}

function readBody(request: Request): unknown {
  const body: unknown = request.body
  if (typeof body !== 'string') return {}
  if (!request.headers['content-type']?.includes('json')) return qs.parse(body, BRACKETS)
  try {
    return JSON.parse(body)
  } catch {
    throw new AppError('malformed_json')
  }
}
