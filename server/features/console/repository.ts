import type { HeldReason, RequestState } from '../../../shared/codes.ts'
import type { Db, Trx } from '../../db/database.ts'
import type { RequestRow } from '../../requests/repository.ts'

export type HeldRow = RequestRow & {
  originalId: string | null
  originalNumber: number | null
  originalState: RequestState | null
  originalReceivedAt: string | null
  originalSummary: string | null
}

const holds = (reason: HeldReason): string => `%"reason":"${reason}"%`

export async function listHeld(
  db: Db,
  list: { reason: HeldReason | null; after: number; limit: number }
): Promise<HeldRow[]> {
  let query = db
    .selectFrom('request')
    .leftJoin('request as original', 'original.id', 'request.duplicateOf')
    .selectAll('request')
    .select([
      'original.id as originalId',
      'original.number as originalNumber',
      'original.state as originalState',
      'original.receivedAt as originalReceivedAt',
      'original.summary as originalSummary'
    ])
    .where('request.state', '=', 'held')
    .where('request.number', '>', list.after)
  if (list.reason !== null) query = query.where('request.heldReasons', 'like', holds(list.reason))
  return query.orderBy('request.number').limit(list.limit).execute()
}

export async function countHeld(db: Db, reason: HeldReason | null): Promise<number> {
  let query = db
    .selectFrom('request')
    .select((count) => count.fn.countAll<number>().as('requests'))
    .where('state', '=', 'held')
  if (reason !== null) query = query.where('heldReasons', 'like', holds(reason))
  return Number((await query.executeTakeFirstOrThrow()).requests)
}

/** What was merged into a request goes with it into another one. */
export async function redirectMerged(trx: Trx, fromId: string, toId: string): Promise<void> {
  await trx.updateTable('request').set({ mergedInto: toId }).where('mergedInto', '=', fromId).execute()
}
