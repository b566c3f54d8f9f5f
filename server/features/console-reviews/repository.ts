import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { PartnerStatus } from '../../../shared/codes.ts'
import type { Db } from '../../db/database.ts'
import type { DisputeTable, ReservationTable } from '../../db/tables/reservation.ts'

export type ReviewedRow = Selectable<ReservationTable> & {
  number: number
  partnerName: string
  partnerStatus: PartnerStatus
}

const reviewed = (db: Db) =>
  db
    .selectFrom('reservation')
    .innerJoin('request', 'request.id', 'reservation.requestId')
    .innerJoin('partner', 'partner.code', 'reservation.partnerCode')
    .selectAll('reservation')
    .select(['request.number', 'partner.name as partnerName', 'partner.status as partnerStatus'])

export async function findReviewed(db: Db, reservationId: string): Promise<ReviewedRow | undefined> {
  return reviewed(db).where('reservation.id', '=', reservationId).executeTakeFirst()
}

/** The dispute's columns beside those of its reservation, which come under their own names. */
export type DisputeRow = ReviewedRow & {
  disputeId: string
  disputeReason: DisputeTable['reason']
  comment: string | null
  disputeState: DisputeTable['state']
  createdAt: string
  decidedAt: string | null
  decidedBy: string | null
  decision: string | null
}

const disputes = (db: Db) =>
  reviewed(db)
    .innerJoin('dispute', 'dispute.reservationId', 'reservation.id')
    .select([
      'dispute.id as disputeId',
      'dispute.reason as disputeReason',
      'dispute.comment',
      'dispute.state as disputeState',
      'dispute.createdAt',
      'dispute.decidedAt',
      'dispute.decidedBy',
      'dispute.decision'
    ])

/** Ids are in the order of time. */
export async function listDisputes(
  db: Db,
  list: { state: DisputeTable['state']; after: string; limit: number }
): Promise<DisputeRow[]> {
  return disputes(db)
    .where('dispute.state', '=', list.state)
    .where('dispute.id', '>', list.after)
    .orderBy('dispute.id')
    .limit(list.limit)
    .execute()
}

export async function findDispute(db: Db, id: string): Promise<DisputeRow | undefined> {
  return disputes(db).where('dispute.id', '=', id).executeTakeFirst()
}

export type PendingWinRow = ReviewedRow & { doubt: string | null; since: string | null }

/** Wins that wait, with the last doubt about each; those that staff have refused wait for nothing. */
export async function listPendingWins(db: Db, list: { after: string; limit: number }): Promise<PendingWinRow[]> {
  const last = (column: 'at' | 'detail') =>
    sql<
      string | null
    >`(select ${sql.ref(`e.${column}`)} from reservation_event e where e."reservationId" = reservation.id and e.kind = 'win_review' order by e.id desc limit 1)`
  return reviewed(db)
    .select([last('detail').as('doubt'), last('at').as('since')])
    .where('reservation.review', '=', 'win_pending')
    .where(last('detail'), 'is distinct from', 'refuted')
    .where('reservation.id', '>', list.after)
    .orderBy('reservation.id')
    .limit(list.limit)
    .execute()
}
