import { createHash } from 'node:crypto'
import rateLimit from 'express-rate-limit'
import type { RequestHandler } from 'express'
import type { Config } from '../config/config.ts'
import { AppError } from '../errors.ts'

/** A person with several tabs stays far below; a script that reads the feed as fast as it can does not. */
const CALLS_A_MINUTE = 900

/** Limits each session, not each address: a whole office shares one. */
export function limitCalls(config: Config): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: CALLS_A_MINUTE,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    skip: (request) => config.isLoopback && request.headers.authorization === undefined,
    keyGenerator: (request) =>
      createHash('sha256')
        .update(request.headers.authorization ?? request.socket.remoteAddress ?? '')
        .digest('base64url'),
    handler: () => {
      throw new AppError('rate_limited')
    }
  })
}
