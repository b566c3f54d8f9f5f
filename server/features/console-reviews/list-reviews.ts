import { z } from 'zod'
import type { StaffDispute } from '../../../shared/contract/console-reviews.ts'
import type { AppContext } from '../../context.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { presentDispute, presentPendingWin } from './present.ts'
import { listDisputes, listPendingWins } from './repository.ts'

interface Page {
  limit: number
  cursor?: string | undefined
}

const afterOf = ({ cursor }: Page): string =>
  cursor === undefined ? '' : readListCursor(cursor, z.tuple([z.string()]))[0]

export async function listStaffDisputes(ctx: AppContext, query: Page & { state: StaffDispute['state'] }) {
  const { state, limit } = query
  const rows = await listDisputes(ctx.db, { state, after: afterOf(query), limit: limit + 1 })
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.disputeId])
  return { items: items.map(presentDispute), nextCursor }
}

export async function listStaffPendingWins(ctx: AppContext, query: Page) {
  const rows = await listPendingWins(ctx.db, { after: afterOf(query), limit: query.limit + 1 })
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.id])
  return { items: items.map(presentPendingWin), nextCursor }
}
