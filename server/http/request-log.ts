import type { RequestHandler, Response } from 'express'
import type { AppContext } from '../context.ts'
import { newId } from '../ids.ts'

export const requestIdOf = (response: Response): string => String(response.getHeader('x-request-id') ?? '')

/** Names each call and logs its route, status and time: no query, no body, no header. */
export function createRequestLog(ctx: AppContext): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    const requestId = newId()
    response.set('x-request-id', requestId)
    response.on('finish', () => {
      const ms = Math.round(performance.now() - started)
      const level = response.statusCode >= 500 ? 'error' : 'debug'
      ctx.log[level](
        { requestId, method: request.method, path: pathOf(request.originalUrl), status: response.statusCode, ms },
        'call'
      )
    })
    next()
  }
}

/** Without the query; secrets that stand in a path are cut. */
const pathOf = (url: string): string =>
  (url.split('?')[0] ?? '').replace(/^(\/webhooks\/bitrix24|\/mail\/unsubscribe)\/.*$/, '$1/[cut]').slice(0, 200)
