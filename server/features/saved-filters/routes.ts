import { Router } from 'express'
import * as contract from '../../../shared/contract/saved-filters.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { deleteSaved, listSaved, markSeen, type Owner } from './repository.ts'
import { saveFilter } from './save-filter.ts'

/** Requests that came under these filters since. */
export type CountNew = (
  ctx: AppContext,
  caller: PartnerCaller,
  filters: contract.FeedFilters,
  seenAt: string
) => Promise<number>

export function savedFilterRoutes(ctx: AppContext, guards: Guards, countNew: CountNew): Router {
  const router = Router()
  const ownerOf = ({ portal, user }: PartnerCaller): Owner => ({ memberId: portal.memberId, userId: user.id })

  async function list(caller: PartnerCaller): Promise<{ items: contract.SavedFilter[] }> {
    const items: contract.SavedFilter[] = []
    for (const { id, name, filters: stored, seenAt } of await listSaved(ctx.db, ownerOf(caller))) {
      // What was valid once may not be any more; it is left out rather than counted wrongly.
      const filters = contract.feedFilters.safeParse(JSON.parse(stored)).data
      if (!filters) continue
      const newCount = Math.min(contract.MOST_NEW, await countNew(ctx, caller, filters, seenAt))
      items.push({ id, name, filters, newCount })
    }
    return { items }
  }

  route(router, contract.listSavedFilters, guards.partner, ({ caller }) => list(caller))
  route(router, contract.saveFilter, guards.partner, async ({ caller, body }) => {
    await saveFilter(ctx, ownerOf(caller), body)
    return list(caller)
  })
  route(router, contract.markFilterSeen, guards.partner, async ({ caller, params }) => {
    if (!(await markSeen(ctx.db, ownerOf(caller), params.id, ctx.clock.now().toISOString())))
      throw new AppError('not_found')
    return list(caller)
  })
  route(router, contract.deleteFilter, guards.partner, async ({ caller, params }) => {
    await deleteSaved(ctx.db, ownerOf(caller), params.id)
    return list(caller)
  })
  return router
}
