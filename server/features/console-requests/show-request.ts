import type { RequestStory } from '../../../shared/contract/console-requests.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { findRequest, isReleased, type RequestRow } from '../../requests/repository.ts'
import { unlocksAt } from '../../requests/unlock.ts'
import { presentStory, type Story } from './present.ts'
import { countAudience, listAuditOf, listMerged, listRequestsById, listReservationsOf, readMore } from './repository.ts'

/** One request's whole story: what it is, who could see it when, who has it, what became of it, who did what. */
export async function showRequest(ctx: AppContext, id: string): Promise<RequestStory> {
  const request = await findRequest(ctx.db, id)
  if (!request) throw new AppError('not_found')
  const related = [request.duplicateOf, request.mergedInto].filter((one) => one !== null)
  const reservations = await listReservationsOf(ctx.db, id)
  const more = await readMore(
    ctx.db,
    reservations.map((reservation) => reservation.id)
  )
  return presentStory({
    request,
    related: await listRequestsById(ctx.db, related),
    merged: await listMerged(ctx.db, id),
    unlocks: await unlocksOf(ctx, request),
    reservations,
    ...more,
    audit: await listAuditOf(ctx.db, [id])
  })
}

async function unlocksOf(ctx: AppContext, request: RequestRow): Promise<Story['unlocks']> {
  if (!isReleased(request)) return []
  const partners = await countAudience(ctx.db, request)
  return ctx.policy.levels.map((_, index) => {
    const level = index + 1
    return { level, at: unlocksAt(request, level, ctx.policy), partners: partners.get(level) ?? 0 }
  })
}
