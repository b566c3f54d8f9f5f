import { z } from 'zod'
import type { audienceMember } from '../../../shared/contract/console-visibility.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { ineligibility } from '../../partners/eligibility.ts'
import { findRequest, isReleased } from '../../requests/repository.ts'
import { isUnlocked, unlocksAt } from '../../requests/unlock.ts'
import { listAudience, type AudienceRow } from './repository.ts'
import type { RequestRow } from '../../requests/repository.ts'

type Member = z.infer<typeof audienceMember>

/** Partners whose locations cover the request, with the moment at which it unlocks for each at its present level. */
export async function listRequestAudience(
  ctx: AppContext,
  id: string,
  query: { limit: number; cursor?: string | undefined }
): Promise<{ items: Member[]; nextCursor: string | null }> {
  const request = await findRequest(ctx.db, id)
  if (!request) throw new AppError('not_found')
  const after = query.cursor === undefined ? '' : readListCursor(query.cursor, z.tuple([z.string()]))[0]
  const rows = await listAudience(ctx.db, { requestId: id, place: request, after, limit: query.limit + 1 })
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.code])
  return { items: items.map((row) => present(ctx, request, row)), nextCursor }
}

function present(ctx: AppContext, request: RequestRow, row: AudienceRow): Member {
  const now = ctx.clock.now()
  const level = row.level ?? 1
  const reasons = ineligibility(row, now)
  const released = isReleased(request) ? request : null
  return {
    partner: { code: row.code, name: row.name, status: row.status },
    level,
    location: row.homeCountry === request.country ? row.homeCountry : (row.extraLocation ?? request.country),
    eligible: reasons.length === 0,
    reasons,
    installedPortals: row.installedPortals,
    unlocksAt: released && unlocksAt(released, level, ctx.policy),
    unlocked: released !== null && isUnlocked(released, level, ctx.policy, now),
    reservationId: row.reservationId,
    reservedAt: row.reservedAt
  }
}
