import { z } from 'zod'
import { FIELD_ISSUES, FIELD_TYPES } from '../codes.ts'
import { ERROR_STATUS, type ErrorCode } from '../error-codes.ts'

/** A wrong field; values are never repeated. */
export const fieldError = z.object({
  path: z.string(),
  message: z.string(),
  /** For programs and for words in any language; absent where nothing but the message tells. */
  issue: z.enum(FIELD_ISSUES).optional(),
  /** With `too_…`: what is allowed at most or at least. */
  limit: z.number().optional(),
  /** With `unknown_value`. */
  allowed: z.array(z.string()).optional(),
  /** With `wrong_type`. */
  expected: z.enum(FIELD_TYPES).optional()
})
export type FieldError = z.infer<typeof fieldError>

/** RFC 9457. `requestId` names the call in the log, never an implementation request. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
  requestId: z.string(),
  errors: z.array(fieldError).optional(),
  until: z.string().nullish(),
  unlocksAt: z.string().optional(),
  unlocksNowAtLevel: z.number().optional(),
  rulesVersion: z.string().optional(),
  max: z.number().optional(),
  retryAt: z.string().nullish()
})
export type Problem = z.infer<typeof problem>
