import type { Demand } from '../../../shared/contract/demand.ts'
import { VALUE_CLASSES } from '../../../shared/codes.ts'
import type { AppContext } from '../../context.ts'
import { unlockedUntil } from '../../requests/unlock.ts'
import { countDemand } from './repository.ts'

const MOST_SUBDIVISIONS = 20

/**
 * Where open requests are. What is still locked for beginners counts for its country alone: a subdivision's count
 * that grows would tell where a locked request lies.
 */
export async function showDemand(ctx: AppContext): Promise<Demand> {
  const now = ctx.clock.now()
  const until = unlockedUntil(ctx.policy, 1, now)
  const knownBefore = VALUE_CLASSES.map((valueClass) => until[valueClass]).sort()[0]!
  const rows = await countDemand(ctx.db, now.toISOString(), knownBefore)
  const countries = new Map<string, Demand['countries'][number]>()
  for (const { country, subdivision, open, known } of rows) {
    const place = countries.get(country) ?? { country, open: 0, subdivisions: [] }
    place.open += open
    if (subdivision !== null && known > 0) place.subdivisions.push({ code: subdivision, open: known })
    countries.set(country, place)
  }
  const most = <Place extends { open: number }>(one: Place, other: Place) => other.open - one.open
  return {
    countries: [...countries.values()].sort(most).map((place) => ({
      ...place,
      subdivisions: place.subdivisions.sort(most).slice(0, MOST_SUBDIVISIONS)
    }))
  }
}
