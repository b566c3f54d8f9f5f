import type { ValueClass } from '../../../shared/codes.ts'
import type { Policy } from '../../config/policy.ts'

/** Requests that are equally hard to win, as far as the past can tell. */
export interface Kind {
  valueClass: ValueClass
  country: string
  reservers: number
}

/** Closed reservations of one kind: how many, and how many of them won. */
export interface Cell extends Kind {
  closed: number
  won: number
}

/** Share won in the narrowest cell that has enough outcomes (product.md §7). */
export function expectedChance(cells: Cell[], kind: Kind, policy: Policy): number {
  const { minCell, defaultCloseRate } = policy.rating
  const sameReservers = cells.filter((cell) => cell.reservers === kind.reservers)
  const sameClass = sameReservers.filter((cell) => cell.valueClass === kind.valueClass)
  const sameCountry = sameClass.filter((cell) => cell.country === kind.country)
  for (const wider of [sameCountry, sameClass, sameReservers, cells]) {
    const closed = sum(wider, 'closed')
    if (closed >= minCell) return sum(wider, 'won') / closed
  }
  return defaultCloseRate / Math.max(1, kind.reservers)
}

const sum = (cells: Cell[], field: 'closed' | 'won'): number => cells.reduce((total, cell) => total + cell[field], 0)
