import { sql, type Insertable, type Selectable, type SqlBool } from 'kysely'
import type { Outcome } from '../../../shared/codes.ts'
import type { Db, Trx } from '../../db/database.ts'
import type { ErasureConfirmationTable } from '../../db/tables/news.ts'
import type {
  DeliveryTable,
  DisputeTable,
  ReservationEventTable,
  ReservationTable,
  RulesAcceptanceTable
} from '../../db/tables/reservation.ts'
import { newId } from '../../ids.ts'
import type { RequestRow } from '../../requests/repository.ts'

export type ReservationRow = Selectable<ReservationTable>

type NewReservation = Pick<
  Insertable<ReservationTable>,
  | 'id'
  | 'requestId'
  | 'partnerCode'
  | 'memberId'
  | 'slot'
  | 'userId'
  | 'userName'
  | 'reservedAt'
  | 'progressAt'
  | 'outcome'
  | 'country'
  | 'valueClass'
>

export async function findReservationOf(
  db: Db | Trx,
  requestId: string,
  partnerCode: string
): Promise<ReservationRow | undefined> {
  return db
    .selectFrom('reservation')
    .selectAll()
    .where('requestId', '=', requestId)
    .where('partnerCode', '=', partnerCode)
    .executeTakeFirst()
}

/** One free slot less, if there is one; the row's lock puts those who come at once in a line. */
export async function takeSlot(trx: Trx, requestId: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('request')
    .set({
      freeSlots: sql<number>`"freeSlots" - 1`,
      state: sql<'open' | 'full'>`case when "freeSlots" = 1 then 'full' else 'open' end`,
      updatedAt: at
    })
    .where('id', '=', requestId)
    .where('state', '=', 'open')
    .where('freeSlots', '>', 0)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function listSlots(trx: Trx, requestId: string): Promise<number[]> {
  const rows = await trx.selectFrom('reservation').select('slot').where('requestId', '=', requestId).execute()
  return rows.map((row) => row.slot)
}

export async function insertReservation(trx: Trx, reservation: NewReservation): Promise<void> {
  const nothingYet = {
    ...{ closedAt: null, voidReason: null, review: null, reviewAt: null, expected: null, reservers: null },
    ...{
      deletedAt: null,
      crmEntityTypeId: null,
      crmEntityId: null,
      crmStageId: null,
      crmStageName: null,
      crmSemantic: null
    }
  }
  await trx
    .insertInto('reservation')
    .values({ ...nothingYet, ...reservation })
    .execute()
}

export async function addHistory(db: Db | Trx, entry: Omit<ReservationEventTable, 'id' | 'failure'>): Promise<void> {
  await db
    .insertInto('reservation_event')
    .values({ id: newId(), ...entry })
    .execute()
}

export async function insertDelivery(trx: Trx, reservationId: string, memberId: string, at: string): Promise<void> {
  await trx
    .insertInto('delivery')
    .values({
      ...{ reservationId, memberId, state: 'pending', target: null, assigneeId: null, attempts: 0, error: null },
      ...{ nextAttemptAt: at, steps: '{}', deliveredAt: null, updatedAt: at }
    })
    .execute()
}

export async function hasAcceptedRules(
  db: Db | Trx,
  acceptance: { memberId: string; userId: number; version: string }
): Promise<boolean> {
  const { memberId, userId, version } = acceptance
  const row = await db
    .selectFrom('rules_acceptance')
    .select('at')
    .where('memberId', '=', memberId)
    .where('userId', '=', userId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row !== undefined
}

export async function acceptRules(trx: Trx, acceptance: RulesAcceptanceTable): Promise<void> {
  await trx
    .insertInto('rules_acceptance')
    .values(acceptance)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A reservation with what stands in other tables about it. */
export interface ReservationView {
  reservation: ReservationRow
  request: RequestRow
  delivery: Selectable<DeliveryTable>
  dispute: Selectable<DisputeTable> | undefined
  erasure: Selectable<ErasureConfirmationTable> | undefined
  history: Selectable<ReservationEventTable>[]
}

export async function listReservations(
  db: Db,
  list: {
    partnerCode: string
    outcomes: Outcome[]
    /** A folded text that the request's search text or number contains. */
    words: string[]
    item: { memberId: string; entityTypeId: number; entityId: number } | null
    after: { reservedAt: string; id: string } | null
    limit: number
  }
): Promise<ReservationRow[]> {
  let query = db
    .selectFrom('reservation')
    .innerJoin('request', 'request.id', 'reservation.requestId')
    .selectAll('reservation')
    .where('reservation.partnerCode', '=', list.partnerCode)
  if (list.outcomes.length > 0) query = query.where('outcome', 'in', list.outcomes)
  for (const word of list.words) {
    const pattern = `%${word.replace(/[!%_]/g, (sign) => `!${sign}`)}%`
    const number = Number(word.replace(/^r-?0*/, ''))
    query = query.where((where) =>
      where.or([
        where(sql<string>`request."searchText"`, 'like', sql<string>`${pattern} escape '!'`),
        ...(Number.isInteger(number) ? [where('request.number', '=', number)] : [])
      ])
    )
  }
  const { item } = list
  if (item)
    query = query.where('reservation.id', 'in', (items) =>
      items
        .selectFrom('crm_item')
        .select('reservationId')
        .where('memberId', '=', item.memberId)
        .where('entityTypeId', '=', item.entityTypeId)
        .where('entityId', '=', item.entityId)
    )
  if (list.after)
    query = query.where(sql<SqlBool>`("reservedAt", reservation.id) < (${list.after.reservedAt}, ${list.after.id})`)
  return query.orderBy('reservedAt', 'desc').orderBy('reservation.id', 'desc').limit(list.limit).execute()
}

export async function findOwnReservation(
  db: Db | Trx,
  partnerCode: string,
  id: string
): Promise<ReservationRow | undefined> {
  return db
    .selectFrom('reservation')
    .selectAll()
    .where('id', '=', id)
    .where('partnerCode', '=', partnerCode)
    .executeTakeFirst()
}

/** Completes a page of reservations: one query a table, whatever the number of rows. */
export async function readViews(db: Db | Trx, reservations: ReservationRow[]): Promise<ReservationView[]> {
  if (reservations.length === 0) return []
  const ids = reservations.map((reservation) => reservation.id)
  const requestIds = [...new Set(reservations.map((reservation) => reservation.requestId))]
  const requests = await db.selectFrom('request').selectAll().where('id', 'in', requestIds).execute()
  const deliveries = await db.selectFrom('delivery').selectAll().where('reservationId', 'in', ids).execute()
  const disputes = await db.selectFrom('dispute').selectAll().where('reservationId', 'in', ids).execute()
  const erasures = await db.selectFrom('erasure_confirmation').selectAll().where('reservationId', 'in', ids).execute()
  const events = await db
    .selectFrom('reservation_event')
    .selectAll()
    .where('reservationId', 'in', ids)
    .orderBy('id')
    .execute()
  return reservations.map((reservation) => ({
    reservation,
    request: requests.find((request) => request.id === reservation.requestId)!,
    delivery: deliveries.find((delivery) => delivery.reservationId === reservation.id)!,
    dispute: disputes.find((dispute) => dispute.reservationId === reservation.id),
    erasure: erasures.find((erasure) => erasure.reservationId === reservation.id),
    history: events.filter((event) => event.reservationId === reservation.id)
  }))
}

export async function insertDispute(trx: Trx, dispute: Selectable<DisputeTable>): Promise<void> {
  await trx.insertInto('dispute').values(dispute).execute()
}

export async function findDispute(db: Db | Trx, reservationId: string): Promise<Selectable<DisputeTable> | undefined> {
  return db.selectFrom('dispute').selectAll().where('reservationId', '=', reservationId).executeTakeFirst()
}

export async function getReservation(trx: Trx, id: string): Promise<ReservationRow> {
  return trx.selectFrom('reservation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Takes the row's lock on both engines. */
export async function lockDispute(trx: Trx, id: string): Promise<Selectable<DisputeTable> | undefined> {
  return trx.updateTable('dispute').set({ id }).where('id', '=', id).returningAll().executeTakeFirst()
}

export async function closeDispute(
  trx: Trx,
  id: string,
  decision: Pick<Selectable<DisputeTable>, 'state' | 'decidedAt' | 'decidedBy' | 'decision'>
): Promise<void> {
  await trx.updateTable('dispute').set(decision).where('id', '=', id).execute()
}
