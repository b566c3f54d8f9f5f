import { asInt, asText } from '../php.ts'
import { Page } from '../rest/method.ts'

export const PAGE_SIZE = 50

/** Pages of 50; `start=-1` doesn't count: `total` is 0 and no `next` comes (docs: `performance/huge-data.md`). */
export function cutPage<T>(rows: T[], start: unknown, wrap: (rows: T[]) => unknown): Page {
  if (asText(start) === '-1') return new Page(wrap(rows.slice(0, PAGE_SIZE)), 0)
  const from = Math.max(0, asInt(start))
  const to = from + PAGE_SIZE
  return new Page(wrap(rows.slice(from, to)), rows.length, to < rows.length ? to : undefined)
}
