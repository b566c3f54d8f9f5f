import { z } from 'zod'
import type { HeldReason } from '../../../shared/codes.ts'
import type { HeldRequest } from '../../../shared/contract/console-requests.ts'
import type { AppContext } from '../../context.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { requestNumber } from '../../ids.ts'
import { heldNotesOf, presentForStaff } from '../../requests/present-staff.ts'
import { countHeld, listHeld, type HeldRow } from './repository.ts'

/** The held queue, the oldest first, each with its reasons and their evidence. */
export async function listHeldRequests(
  ctx: AppContext,
  query: { limit: number; cursor?: string | undefined; reason?: HeldReason | undefined }
): Promise<{ items: HeldRequest[]; nextCursor: string | null; total: number }> {
  const after = query.cursor === undefined ? 0 : readListCursor(query.cursor, z.tuple([z.number()]))[0]
  const reason = query.reason ?? null
  const rows = await listHeld(ctx.db, { reason, after, limit: query.limit + 1 })
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.number])
  return { items: items.map(presentHeld), nextCursor, total: await countHeld(ctx.db, reason) }
}

function presentHeld(row: HeldRow): HeldRequest {
  return {
    ...presentForStaff(row),
    description: row.description,
    languages: JSON.parse(row.languages) as string[],
    reasons: heldNotesOf(row),
    original:
      row.originalId === null || row.originalNumber === null
        ? null
        : {
            id: row.originalId,
            number: requestNumber(row.originalNumber),
            state: row.originalState!,
            receivedAt: row.originalReceivedAt!,
            summary: row.originalSummary!
          },
    releasable: row.hasConsent === 1
  }
}
