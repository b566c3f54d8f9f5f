import type { Params } from './php.ts'

/** docs: `oauth/error-codes.md`; statuses and the last rows from b24pysdk. `wrong_client` comes with HTTP 200. */
const ERRORS = {
  invalid_request: [400, 'The request is missing a required parameter'],
  invalid_client: [400, 'Client authentication failed or the application is not installed'],
  invalid_grant: [400, 'The provided authorization grant is invalid, expired or revoked'],
  invalid_scope: [403, 'The requested scope is invalid or exceeds the granted one'],
  insufficient_scope: [403, 'The request requires higher privileges'],
  PAYMENT_REQUIRED: [401, 'Payment required'],
  NOT_INSTALLED: [401, 'Application not installed'],
  wrong_client: [200, 'Wrong client'],
  expired_token: [401, 'The access token provided has expired.']
} as const

export type AuthErrorCode = keyof typeof ERRORS
export type AuthFaultKind =
  AuthErrorCode | 'timeoutBefore' | 'timeoutAfter' | 'resetBefore' | 'resetAfter' | 'html200' | 'plain503' | 'slow'

export interface AuthFaultSpec {
  kind: AuthFaultKind
  /** default: both */
  on?: 'token' | 'app.info'
  times?: number
  delayMs?: number
}

/** Scripted trouble of the auth server. */
export class AuthFaults {
  #armed: Array<{ spec: AuthFaultSpec; left: number }> = []

  once(spec: AuthFaultSpec): void {
    this.#armed.push({ spec, left: spec.times ?? 1 })
  }

  always(spec: AuthFaultSpec): void {
    this.#armed.push({ spec, left: Number.POSITIVE_INFINITY })
  }

  clear(): void {
    this.#armed = []
  }

  take(target: string): AuthFaultSpec | undefined {
    const found = this.#armed.find(({ spec, left }) => left > 0 && (spec.on === undefined || spec.on === target))
    if (!found) return undefined
    found.left -= 1
    return found.spec
  }

  answer(kind: AuthFaultKind): { status: number; body: Params } {
    const [status, description] = ERRORS[kind as AuthErrorCode]
    return { status, body: { error: kind, error_description: description } }
  }
}
