import type { ValueClass } from '../../../shared/codes.ts'
import type { Policy } from '../../config/policy.ts'

/** What makes requests equally hard to win, as far as the past can tell. */
export interface Kind {
  valueClass: ValueClass
  country: string
  reservers: number
}

/** Closed reservations of a cell: how many, and how many of them won. */
export interface Tally {
  closed: number
  won: number
}

/** The cells in which a request's chance is looked up, the narrowest first (product.md §7). */
export function cellsOf({ valueClass, country, reservers }: Kind): Partial<Kind>[] {
  return [{ reservers, valueClass, country }, { reservers, valueClass }, { reservers }, {}]
}

/** The share won in a cell; null when it has too few outcomes to tell. */
export function shareWon({ closed, won }: Tally, policy: Policy): number | null {
  return closed < policy.rating.minCell ? null : won / closed
}

/** Where nothing is known: one of the reservers wins every second request. */
export function defaultChance({ reservers }: Kind, policy: Policy): number {
  return policy.rating.defaultCloseRate / Math.max(1, reservers)
}
