import type { z } from 'zod'
import type { FieldError } from '../errors.ts'

const MOST = 50

/** Names each wrong field as `data.contact.name`; values are never repeated, they may be personal. */
export function fieldErrors(error: z.ZodError, prefix = ''): FieldError[] {
  return error.issues.slice(0, MOST).map((issue) => ({
    path: [...(prefix ? [prefix] : []), ...issue.path.map(String)].join('.'),
    message: issue.message.slice(0, 300)
  }))
}
