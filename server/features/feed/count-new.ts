import type { FeedFilters } from '../../../shared/contract/saved-filters.ts'
import { searchWords } from '../../../shared/search-text.ts'
import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import { ineligibility } from '../../partners/eligibility.ts'
import { unlockedUntil } from '../../requests/unlock.ts'
import { countFeed } from './repository.ts'
import { legsOf, partsOf } from './rules.ts'

/** Requests under these filters that came after `seenAt`: one query, which stops counting at a limit. */
export async function countNew(
  ctx: AppContext,
  caller: PartnerCaller,
  filters: FeedFilters,
  seenAt: string
): Promise<number> {
  const now = ctx.clock.now()
  if (ineligibility(caller.partner, now).length > 0) return 0
  const oldest = filters.maxAgeDays > 0 ? after(now, -filters.maxAgeDays * DAY) : ''
  const query = {
    ...{ sort: filters.sort, languages: filters.languages, q: filters.q },
    unlocked: filters.onlyUnlocked ? true : undefined
  }
  const { unlocked, locked } = await countFeed(
    ctx.db,
    legsOf(caller.locations, filters.locations),
    partsOf(query).map((part) => part.kind),
    {
      services: filters.services,
      valueClasses: filters.valueClass,
      languages: filters.languages,
      freeSlotsMin: filters.freeSlotsMin,
      since: oldest > seenAt ? oldest : seenAt,
      words: searchWords(filters.q),
      unlockedUntil: unlockedUntil(ctx.policy, caller.level, now),
      now: now.toISOString()
    }
  )
  return unlocked + locked
}
