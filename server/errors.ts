import type { FieldError } from '../shared/contract/problem.ts'
import { ERROR_STATUS, type ErrorCode } from '../shared/error-codes.ts'

export type { FieldError }

/** What a caller is told beside the code: the fields of `shared/contract/problem.ts`. */
export interface ErrorDetails {
  detail?: string
  errors?: FieldError[]
  until?: string | null
  unlocksAt?: string
  unlocksNowAtLevel?: number
  rulesVersion?: string
  max?: number
  retryAt?: string | null
}

/** Whatever we refuse. Everything else that is thrown is a fault of ours and answers 500. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(details.detail ?? code, { cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  get status(): number {
    return ERROR_STATUS[this.code]
  }
}
