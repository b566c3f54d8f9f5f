import type { FeedPage, FeedQuery, FeedRequest } from '../../../shared/contract/requests.ts'
import { searchWords } from '../../../shared/search-text.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireEligible, type PartnerCaller } from '../../http/caller.ts'
import { locationOf } from '../../partners/locations.ts'
import { presentLocked, presentUnlocked } from '../../requests/present.ts'
import { findRequest, findRequests, isVisible, type ReleasedRequest } from '../../requests/repository.ts'
import { isUnlocked, unlockedUntil } from '../../requests/unlock.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { countFeed, findMine, keyOf, listFeed, type FeedFilter } from './repository.ts'
import { legsOf, partsOf } from './rules.ts'

/** A page of the requests that the partner may see, locked ones in their own shape. */
export async function listFeedPage(ctx: AppContext, caller: PartnerCaller, query: FeedQuery): Promise<FeedPage> {
  const now = ctx.clock.now()
  requireEligible(caller.partner, now)
  const filter = filterOf(ctx, caller.level, query, now)
  const legs = legsOf(caller.locations, query.locations)
  const parts = partsOf(query)
  const count = () =>
    countFeed(
      ctx.db,
      legs,
      parts.map((part) => part.kind),
      filter
    )
  if (query.ids) {
    const named = await listVisible(ctx, caller, query.ids)
    return { items: await present(ctx, caller, named, now), nextCursor: null, counts: await count() }
  }
  let cursor = query.cursor === undefined ? null : readCursor(query.cursor, query.sort, parts)

  const rows: { request: ReleasedRequest; part: number }[] = []
  for (let part = cursor?.part ?? 0; part < parts.length && rows.length <= query.limit; part++) {
    const limit = query.limit + 1 - rows.length
    const found = await listFeed(ctx.db, { legs, part: parts[part]!, filter, cursor, limit })
    rows.push(...found.map((request) => ({ request, part })))
    cursor = null
  }
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  const requests = page.map((row) => row.request)
  return {
    items: await present(ctx, caller, requests, now),
    nextCursor: last
      ? writeCursor({
          sort: query.sort,
          part: last.part,
          key: keyOf(last.request, parts[last.part]!.sort),
          number: last.request.number
        })
      : null,
    counts: await count()
  }
}

/** What became of shown requests: one that has left the feed is left out, which is no error. */
async function listVisible(ctx: AppContext, caller: PartnerCaller, ids: string[]): Promise<ReleasedRequest[]> {
  const requests = (await findRequests(ctx.db, ids)).filter(isVisible)
  const mine = await findMine(ctx.db, caller.partner.code, ids)
  return requests.filter((request) => mine.has(request.id) || locationOf(caller.locations, request))
}

/** One request in the partner's locations. What it reserved stays readable when its locations change. */
export async function getFeedRequest(ctx: AppContext, caller: PartnerCaller, id: string): Promise<FeedRequest> {
  const request = await findRequest(ctx.db, id)
  if (!isVisible(request)) throw new AppError('not_found')
  const mine = await findMine(ctx.db, caller.partner.code, [id])
  if (mine.size === 0) {
    if (!locationOf(caller.locations, request)) throw new AppError('not_found')
    requireEligible(caller.partner, ctx.clock.now())
  }
  return (await present(ctx, caller, [request], ctx.clock.now()))[0]!
}

async function present(
  ctx: AppContext,
  caller: PartnerCaller,
  requests: ReleasedRequest[],
  now: Date
): Promise<FeedRequest[]> {
  const mine = await findMine(
    ctx.db,
    caller.partner.code,
    requests.map((request) => request.id)
  )
  return requests.map((request) => {
    const own = mine.get(request.id) ?? null
    if (own === null && !isUnlocked(request, caller.level, ctx.policy, now))
      return presentLocked(request, caller.level, ctx.policy, now)
    const location = locationOf(caller.locations, request)
    return presentUnlocked(request, { mine: own, why: location ? [`location:${location}`] : [] })
  })
}

function filterOf(ctx: AppContext, level: number, query: FeedQuery, now: Date): FeedFilter {
  return {
    services: query.services ?? [],
    valueClasses: query.valueClass ?? [],
    languages: query.languages ?? [],
    freeSlotsMin: query.freeSlotsMin ?? 0,
    since: query.since === undefined ? null : new Date(query.since).toISOString(),
    words: searchWords(query.q ?? ''),
    unlockedUntil: unlockedUntil(ctx.policy, level, now),
    now: now.toISOString()
  }
}
