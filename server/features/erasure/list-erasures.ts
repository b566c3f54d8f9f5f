import { z } from 'zod'
import type { ToldErasure } from '../../../shared/contract/erasures.ts'
import type { AppContext } from '../../context.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { requestNumber } from '../../ids.ts'
import { listErasures, type ErasureRow } from './repository.ts'

export async function listToldErasures(
  ctx: AppContext,
  query: { confirmed?: boolean | undefined; limit: number; cursor?: string | undefined }
): Promise<{ items: ToldErasure[]; nextCursor: string | null }> {
  const rows = await listErasures(ctx.db, {
    confirmed: query.confirmed ?? null,
    before: query.cursor === undefined ? null : readListCursor(query.cursor, z.tuple([z.string()]))[0],
    limit: query.limit + 1
  })
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.reservationId])
  return { items: items.map(present), nextCursor }
}

function present(row: ErasureRow): ToldErasure {
  const { reservationId, requestId, memberId, domain, erasedAt, confirmedAt, userId, userName } = row
  return {
    ...{ reservationId, requestId, memberId, domain, erasedAt, confirmedAt },
    number: requestNumber(row.number),
    partner: { code: row.partnerCode, name: row.partnerName, status: row.partnerStatus },
    confirmedBy: userId === null || userName === null ? null : { id: userId, name: userName }
  }
}
