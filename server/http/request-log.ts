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
      const { method, originalUrl: url } = request
      noteCall(ctx, { requestId, method, url, status: response.statusCode, ms: performance.now() - started })
    })
    next()
  }
}

interface AnsweredCall {
  requestId: string
  method: string
  url: string
  status: number
  ms: number
}

export function noteCall(ctx: AppContext, { requestId, method, url, status, ms }: AnsweredCall): void {
  const level = status >= 500 ? 'error' : 'debug'
  if (ctx.log.isLevelEnabled(level))
    ctx.log[level]({ requestId, method, path: pathOf(url), status, ms: Math.round(ms) }, 'call')
}

/** Without the query; secrets that stand in a path are cut, and so is what no path of ours has, such as an e-mail. */
export const pathOf = (url: string): string =>
  (url.split('?')[0] ?? '')
    .replace(/^(\/webhooks\/bitrix24|\/mail\/unsubscribe)\/.*$/, '$1/[cut]')
    .split('/')
    .map((part) => (FOREIGN.test(part) ? '[cut]' : part))
    .join('/')
    .slice(0, 200)

const FOREIGN = /[^\w.[\]-]|^\d{6,}$/
