import { z } from 'zod'
import { FEED_SORTS, type FeedSort } from '../../../shared/codes.ts'
import { AppError } from '../../errors.ts'
import type { Part } from './rules.ts'

/** Where a page ended: the sort, which part of the list, and the key of its last row. */
export interface FeedCursor {
  sort: FeedSort
  part: number
  key: string | number
  number: number
}

const schema = z.tuple([z.enum(FEED_SORTS), z.number().int().min(0).max(1), z.unknown(), z.number().int()])

/** What the column of a sort can be compared with; PostgreSQL fails on anything else. */
const keys: Record<FeedSort, z.ZodType<string | number>> = {
  newest: z.iso.datetime(),
  expiring: z.iso.datetime(),
  slots: z.number().int().min(0).max(5),
  budget: z.number()
}

export const writeCursor = ({ sort, part, key, number }: FeedCursor): string =>
  Buffer.from(JSON.stringify([sort, part, key, number])).toString('base64url')

export function readCursor(text: string, sort: FeedSort, parts: Part[]): FeedCursor {
  try {
    const [given, part, key, number] = schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    const sorted = parts[part]?.sort
    if (given === sort && sorted) return { sort, part, key: keys[sorted].parse(key), number }
  } catch {
    // refused below, like a cursor of another sort
  }
  throw new AppError('validation_failed', { errors: [{ path: 'cursor', message: 'not a cursor of this list' }] })
}
