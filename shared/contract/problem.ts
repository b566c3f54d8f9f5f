import { z } from 'zod'
import { ERROR_STATUS, type ErrorCode } from '../error-codes.ts'

/** RFC 9457. `requestId` names the call in the log, never an implementation request. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  until: z.string().nullish(),
  unlocksAt: z.string().optional(),
  unlocksNowAtLevel: z.number().optional(),
  rulesVersion: z.string().optional(),
  max: z.number().optional(),
  retryAt: z.string().nullish()
})
export type Problem = z.infer<typeof problem>
