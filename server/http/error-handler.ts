import type { ErrorRequestHandler, RequestHandler } from 'express'
import { ERROR_STATUS, type ErrorCode } from '../../shared/error-codes.ts'
import type { AppContext } from '../context.ts'
import { isUnavailable, isUnstorable } from '../db/dialect.ts'
import { PortalError } from '../bitrix24/errors.ts'
import { AppError } from '../errors.ts'
import { pathOf, requestIdOf } from './request-log.ts'

export const notFound: RequestHandler = () => {
  throw new AppError('not_found')
}

/** Every error leaves as `application/problem+json`; nothing internal is in it. */
export function createErrorHandler(ctx: AppContext): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const call = { requestId: requestIdOf(response), route: pathOf(request.path) }
    const { status, headers, type, body } = problemOf(ctx, error, call)
    if (!response.getHeader('retry-after')) response.set(headers)
    response.status(status).set('cache-control', 'no-store').type(type).send(body)
  }
}

export interface Problem {
  status: number
  type: string
  headers: Record<string, string>
  body: string
}

/** What is answered instead of what was asked for. A fault of ours is logged. */
export function problemOf(ctx: AppContext, error: unknown, call: { requestId: string; route: string }): Problem {
  const { code, details } = refusalOf(error)
  const status = ERROR_STATUS[code]
  if (status >= 500) ctx.log.error({ err: error, ...call }, 'a call failed')
  const isPassing = code === 'rate_limited' || code === 'unavailable' || code === 'portal_unavailable'
  const { detail, ...fields } = details
  const problem = {
    type: `about:blank#${code}`,
    title: code.replaceAll('_', ' '),
    status,
    detail: detail ?? code.replaceAll('_', ' '),
    code,
    requestId: call.requestId,
    ...fields
  }
  return {
    status,
    type: 'application/problem+json; charset=utf-8',
    headers: {
      ...(isPassing ? { 'retry-after': '5' } : {}),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {})
    },
    body: JSON.stringify(problem)
  }
}

/** Codes of Express and its body parser. */
const HTTP_ERRORS: Record<string, ErrorCode> = {
  'entity.parse.failed': 'malformed_json',
  'entity.too.large': 'payload_too_large',
  'request.size.invalid': 'malformed_json',
  'request.aborted': 'malformed_json',
  'encoding.unsupported': 'unsupported_media_type',
  'charset.unsupported': 'unsupported_media_type',
  'parameters.too.many': 'payload_too_large',
  'querystring.parse.rangeError': 'validation_failed'
}

function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof PortalError)
    return error.kind === 'refused'
      ? new AppError('portal_refused', { detail: error.message }, error)
      : new AppError('portal_unavailable', { detail: error.message }, error)
  if (isUnavailable(error)) return new AppError('unavailable', {}, error)
  if (isUnstorable(error)) return new AppError('validation_failed', { detail: 'A value can not be stored' }, error)
  const { type, status } = error as { type?: string; status?: number }
  const known = type === undefined ? undefined : HTTP_ERRORS[type]
  if (known) return new AppError(known)
  if (error instanceof URIError || status === 404) return new AppError('not_found')
  if (status !== undefined && status >= 400 && status < 500) return new AppError('malformed_json', {}, error)
  return new AppError('internal', {}, error)
}
