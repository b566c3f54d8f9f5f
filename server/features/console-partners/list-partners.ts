import { z } from 'zod'
import type { PartnerStatus } from '../../../shared/codes.ts'
import type { PARTNER_STATES, StaffPartner } from '../../../shared/contract/console-partners.ts'
import type { AppContext } from '../../context.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { presentPartner } from './present.ts'
import { listPartners } from './repository.ts'

interface Query {
  q?: string | undefined
  status?: PartnerStatus | undefined
  state?: (typeof PARTNER_STATES)[number] | undefined
  country?: string | undefined
  limit: number
  cursor?: string | undefined
}

export async function listStaffPartners(
  ctx: AppContext,
  query: Query
): Promise<{ items: StaffPartner[]; nextCursor: string | null }> {
  const now = ctx.clock.now()
  const rows = await listPartners(ctx.db, {
    q: query.q ?? '',
    status: query.status ?? null,
    state: query.state ?? null,
    country: query.country ?? null,
    now: now.toISOString(),
    after: query.cursor === undefined ? '' : readListCursor(query.cursor, z.tuple([z.string()]))[0],
    limit: query.limit + 1
  })
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.code])
  return { items: items.map((row) => presentPartner(row, now)), nextCursor }
}
