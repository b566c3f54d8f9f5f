import type { IncomingHttpHeaders } from 'node:http'
import express, { type Request, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Keeps the bytes of a JSON body as they came, for a signature over them. */
export function rawJson(limit: number): RequestHandler[] {
  return [requireJson, express.raw({ type: () => true, limit, inflate: false })]
}

const requireJson: RequestHandler = (request, _response, next) => {
  next(
    isJson(request.headers)
      ? undefined
      : new AppError('unsupported_media_type', { detail: 'application/json is expected' })
  )
}

/** In UTF-8, which is all that JSON knows. */
export function isJson(headers: IncomingHttpHeaders): boolean {
  const given = headers['content-type']
  if (given === 'application/json') return true
  const [type, ...parameters] = (given ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  return type?.trim() === 'application/json' && (!charset || /^charset="?utf-8"?$/.test(charset))
}

export const bytesOf = (request: Request): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))

/** Throws `malformed_json`, also for bytes that are no UTF-8. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    throw new AppError('malformed_json', { detail: 'The body is not JSON in UTF-8' })
  }
}
