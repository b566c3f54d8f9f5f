import { z } from 'zod'
import type { UntakenRequest } from '../../../shared/contract/console-untaken.ts'
import { after, HOUR } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { presentForStaff } from '../../requests/present-staff.ts'
import { isReleased } from '../../requests/repository.ts'
import { unlocksAt } from '../../requests/unlock.ts'
import { countUntaken, listUntaken, type UntakenRow } from './repository.ts'
import { reachOf } from './rules.ts'

/** Open requests that nobody took in time, those that wait longest first. */
export async function listUntakenRequests(
  ctx: AppContext,
  query: { limit: number; cursor?: string | undefined }
): Promise<{ items: UntakenRequest[]; nextCursor: string | null; total: number; hours: number }> {
  const now = ctx.clock.now()
  const hours = ctx.policy.untakenHours
  const key = query.cursor === undefined ? null : readListCursor(query.cursor, z.tuple([z.string(), z.number()]))
  const due = { releasedBy: after(now, -hours * HOUR), now: now.toISOString() }
  const total = await countUntaken(ctx.db, due)
  const rows = await listUntaken(ctx.db, {
    ...due,
    after: key && { releasedAt: key[0], number: key[1] },
    limit: query.limit + 1
  })
  const { items, nextCursor } = pageOf(byRequest(rows), query.limit, ([row]) => [
    row?.releasedAt ?? '',
    row?.number ?? 0
  ])
  return { items: items.map((levels) => present(ctx, levels, now)), nextCursor, total, hours }
}

function byRequest(rows: UntakenRow[]): UntakenRow[][] {
  const requests = new Map<number, UntakenRow[]>()
  for (const row of rows) requests.set(row.number, [...(requests.get(row.number) ?? []), row])
  return [...requests.values()]
}

function present(ctx: AppContext, rows: UntakenRow[], now: Date): UntakenRequest {
  const request = rows[0]!
  const levels = rows.flatMap(({ level, covering, eligible }) =>
    level === null || !isReleased(request)
      ? []
      : [{ covering, eligible, unlocksAt: unlocksAt(request, level, ctx.policy) }]
  )
  return { ...presentForStaff(request), ...reachOf(levels, now) }
}
