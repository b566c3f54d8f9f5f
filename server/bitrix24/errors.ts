import type { RetryHint } from '../outbox/retry-policy.ts'

/**
 * What a failed call means for the caller:
 * - `refused`: the portal read it and said no; repeating changes nothing
 * - `throttled`: not executed, come later
 * - `ambiguous`: it may have been executed, or may still be (up to 60 s later)
 * - `not_sent`: it did not reach the portal
 * - `gone`: the app, its plan or the portal is no longer there
 * - `overload`: blocked by hand until support lifts it
 * - `no_token`: no admin's token works; an admin has to open the app
 */
export type PortalErrorKind = 'refused' | 'throttled' | 'ambiguous' | 'not_sent' | 'gone' | 'overload' | 'no_token'

export class PortalError extends Error {
  readonly kind: PortalErrorKind
  /** The portal's code, such as `ACCESS_DENIED`. */
  readonly code: string
  readonly retryAt: string | null

  constructor(kind: PortalErrorKind, code: string, text: string, retryAt: string | null = null) {
    super(text)
    this.name = 'PortalError'
    this.kind = kind
    this.code = code
    this.retryAt = retryAt
  }

  get hint(): RetryHint {
    if (this.kind === 'throttled' && this.retryAt) return { retry: 'at', at: this.retryAt }
    return {
      retry: this.kind === 'ambiguous' || this.kind === 'not_sent' || this.kind === 'throttled' ? 'backoff' : 'never'
    }
  }
}

/** The token itself is the trouble: another one may work. */
export class TokenError extends Error {
  readonly code: string
  /** A fresh access token of the same user may work. */
  readonly isRefreshable: boolean

  constructor(code: string, isRefreshable: boolean) {
    super(`The portal refused the token: ${code}`)
    this.name = 'TokenError'
    this.code = code
    this.isRefreshable = isRefreshable
  }
}

const REFRESHABLE = new Set(['expired_token', 'invalid_token'])
const TOKEN = new Set(['no_auth_found', 'authorization_error', 'user_access_error', 'invalid_credentials_token'])
const GONE = new Set([
  'payment_required',
  'portal_deleted',
  'application_not_found',
  'not_installed',
  'error_oauth',
  'invalid_client'
])
const UNKNOWN_OUTCOME = new Set(['internal_server_error', 'error_unexpected_answer'])
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/

const QUERY_LIMIT_PAUSE_MS = 5_000
const OPERATION_LIMIT_PAUSE_MS = 60_000

/** Sorts an error answer by its code; HTTP statuses differ between sources (platform.md §3.4). */
export function errorOf(code: string, text: string, status: number, now: Date): PortalError | TokenError {
  const name = code.toLowerCase()
  const words = text || code || `HTTP ${status}`
  const later = (ms: number) => new Date(now.getTime() + ms).toISOString()
  if (REFRESHABLE.has(name)) return new TokenError(code, true)
  if (TOKEN.has(name)) return new TokenError(code, false)
  if (name === 'query_limit_exceeded') return new PortalError('throttled', code, words, later(QUERY_LIMIT_PAUSE_MS))
  if (name === 'operation_time_limit') return new PortalError('throttled', code, words, later(OPERATION_LIMIT_PAUSE_MS))
  if (name === 'overload_limit') return new PortalError('overload', code, words)
  if (GONE.has(name)) return new PortalError('gone', code, words)
  if (name === 'access_denied' && /commercial plan|subscription/i.test(text))
    return new PortalError('gone', 'NO_REST', words)
  if (UNKNOWN_OUTCOME.has(name)) return new PortalError('ambiguous', code, words)
  if (status === 429) return new PortalError('throttled', code || 'HTTP_429', words, later(OPERATION_LIMIT_PAUSE_MS))
  if (status >= 500) return new PortalError('ambiguous', code || `HTTP_${status}`, words)
  return new PortalError('refused', code, words)
}

/** A failed exchange: was anything sent? */
export function networkError(error: unknown): PortalError {
  const cause = (error as { cause?: { code?: string } }).cause
  const code = cause?.code ?? (error as Error).name
  return NEVER_SENT.test(code)
    ? new PortalError('not_sent', code, 'The portal could not be reached')
    : new PortalError('ambiguous', code, 'The portal did not answer')
}
