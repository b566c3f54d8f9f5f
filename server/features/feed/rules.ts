import type { FeedSort } from '../../../shared/codes.ts'
import type { FeedQuery } from '../../../shared/contract/requests.ts'
import { covers } from '../../partners/locations.ts'

/** A stretch of the feed's index: one location, and whether locked requests may be in it. */
export interface Leg {
  code: string
  showsLocked: boolean
}

/**
 * The partner's locations cut down to the filter. A locked card shows its country only, so that a filter
 * finer than the partner's own location must not tell where a locked request lies.
 */
export function legsOf(locations: string[], filter: string[] | undefined): Leg[] {
  if (!filter || filter.length === 0) return locations.map((code) => ({ code, showsLocked: true }))
  const legs = new Map<string, Leg>()
  for (const location of locations)
    for (const wanted of filter) {
      if (covers(wanted, location)) legs.set(location, { code: location, showsLocked: true })
      else if (covers(location, wanted) && !legs.has(location)) legs.set(wanted, { code: wanted, showsLocked: false })
    }
  return [...legs.values()].filter(
    (leg) => ![...legs.values()].some((other) => other !== leg && covers(other.code, leg.code))
  )
}

export interface Part {
  kind: 'all' | 'unlocked' | 'locked'
  sort: FeedSort
}

/**
 * Parts of the list, one after the other. Sorting by what a locked card hides would tell it,
 * so that locked requests then follow in the order of their release.
 */
export function partsOf(query: Pick<FeedQuery, 'sort' | 'unlocked' | 'languages' | 'q'>): Part[] {
  const readsHidden = (query.languages?.length ?? 0) > 0 || (query.q ?? '') !== ''
  if (query.unlocked === true || readsHidden)
    return query.unlocked === false ? [] : [{ kind: 'unlocked', sort: query.sort }]
  if (query.unlocked === false) return [{ kind: 'locked', sort: sortOfLocked(query.sort) }]
  return query.sort === 'newest' || query.sort === 'slots'
    ? [{ kind: 'all', sort: query.sort }]
    : [
        { kind: 'unlocked', sort: query.sort },
        { kind: 'locked', sort: 'newest' }
      ]
}

const sortOfLocked = (sort: FeedSort): FeedSort => (sort === 'slots' ? 'slots' : 'newest')
