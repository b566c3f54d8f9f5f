import type { Selectable } from 'kysely'
import type { PartnerStatus } from '../../../shared/codes.ts'
import type { Db, Trx } from '../../db/database.ts'
import type { ErasureConfirmationTable } from '../../db/tables/news.ts'
import type { ReservationTable } from '../../db/tables/reservation.ts'
import { newId } from '../../ids.ts'
import type { RequestRow } from '../../requests/repository.ts'

export async function findOwn(
  trx: Trx,
  partnerCode: string,
  reservationId: string
): Promise<Selectable<ReservationTable> | undefined> {
  return trx
    .selectFrom('reservation')
    .selectAll()
    .where('id', '=', reservationId)
    .where('partnerCode', '=', partnerCode)
    .executeTakeFirst()
}

/** False when it was confirmed before. */
export async function insertConfirmation(trx: Trx, confirmation: ErasureConfirmationTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('erasure_confirmation')
    .values(confirmation)
    .onConflict((conflict) => conflict.column('reservationId').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function addHistory(trx: Trx, entry: { reservationId: string; at: string; by: string }): Promise<void> {
  await trx
    .insertInto('reservation_event')
    .values({ id: newId(), kind: 'erasure_confirmed', cause: 'agent', detail: null, ...entry })
    .execute()
}

export interface ErasureRow {
  reservationId: string
  requestId: string
  number: number
  partnerCode: string
  partnerName: string
  partnerStatus: PartnerStatus
  memberId: string
  domain: string | null
  erasedAt: string
  confirmedAt: string | null
  userId: number | null
  userName: string | null
}

/** Reservations of erased clients, the newest first. */
export async function listErasures(
  db: Db,
  list: { confirmed: boolean | null; before: string | null; limit: number }
): Promise<ErasureRow[]> {
  let query = db
    .selectFrom('reservation')
    .innerJoin('request', 'request.id', 'reservation.requestId')
    .innerJoin('partner', 'partner.code', 'reservation.partnerCode')
    .leftJoin('portal', 'portal.memberId', 'reservation.memberId')
    .leftJoin('erasure_confirmation', 'erasure_confirmation.reservationId', 'reservation.id')
    .select([
      'reservation.id as reservationId',
      'reservation.requestId',
      'request.number',
      'reservation.partnerCode',
      'partner.name as partnerName',
      'partner.status as partnerStatus',
      'reservation.memberId',
      'portal.domain',
      'request.updatedAt as erasedAt',
      'erasure_confirmation.at as confirmedAt',
      'erasure_confirmation.userId',
      'erasure_confirmation.userName'
    ])
    .where('request.state', '=', 'erased')
  if (list.confirmed !== null) query = query.where('erasure_confirmation.at', list.confirmed ? 'is not' : 'is', null)
  if (list.before !== null) query = query.where('reservation.id', '<', list.before)
  return query.orderBy('reservation.id', 'desc').limit(list.limit).execute()
}

/** Requests closed before an instant that nobody works on any more. Merged ones hold nothing. */
export async function listOverdue(
  db: Db,
  closedBefore: string,
  limit: number
): Promise<Pick<RequestRow, 'id' | 'externalId'>[]> {
  return db
    .selectFrom('request')
    .select(['id', 'externalId'])
    .where('closedAt', 'is not', null)
    .where('state', '!=', 'erased')
    .where('closedAt', '<', closedBefore)
    .where('mergedInto', 'is', null)
    .where((one) =>
      one.not(
        one.exists(
          one
            .selectFrom('reservation')
            .select('reservation.id')
            .whereRef('reservation.requestId', '=', 'request.id')
            .where('reservation.outcome', '=', 'open')
        )
      )
    )
    .orderBy('closedAt')
    .limit(limit)
    .execute()
}
