import type { z } from 'zod'
import { AppError } from '../errors.ts'

type Key = (string | number)[]

export const writeListCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key of the last row of a page. Throws `validation_failed` for what is no cursor of the list. */
export function readListCursor<Schema extends z.ZodType<Key>>(text: string, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch (error) {
    const errors = [{ path: 'cursor', message: 'not a cursor of this list' }]
    throw new AppError('validation_failed', { errors }, error)
  }
}

/** Cuts the one row too many that tells that there is more. */
export function pageOf<Row>(rows: Row[], limit: number, keyOf: (row: Row) => Key) {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last === undefined ? null : writeListCursor(keyOf(last)) }
}
