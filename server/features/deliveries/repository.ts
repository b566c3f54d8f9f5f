import type { Selectable } from 'kysely'
import type { Db, Trx } from '../../db/database.ts'
import type { CrmItemTable, DeliveryTable, ReservationTable } from '../../db/tables/reservation.ts'
import { newId } from '../../ids.ts'

export type DeliveryRow = Selectable<DeliveryTable>
export type ReservationRow = Selectable<ReservationTable>

export async function findDelivery(
  db: Db | Trx,
  reservationId: string
): Promise<{ delivery: DeliveryRow; reservation: ReservationRow } | undefined> {
  const delivery = await db
    .selectFrom('delivery')
    .selectAll()
    .where('reservationId', '=', reservationId)
    .executeTakeFirst()
  const reservation = await db.selectFrom('reservation').selectAll().where('id', '=', reservationId).executeTakeFirst()
  return delivery && reservation ? { delivery, reservation } : undefined
}

export async function updateDelivery(
  db: Db | Trx,
  reservationId: string,
  changes: Partial<DeliveryRow>
): Promise<void> {
  await db.updateTable('delivery').set(changes).where('reservationId', '=', reservationId).execute()
}

/** Ties the created item to its reservation: the card shows it and the CRM's events find it. */
export async function attachItem(trx: Trx, item: CrmItemTable): Promise<void> {
  await trx
    .insertInto('crm_item')
    .values(item)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .updateTable('reservation')
    .set({ crmEntityTypeId: item.entityTypeId, crmEntityId: item.entityId })
    .where('id', '=', item.reservationId)
    .execute()
}

export async function addHistory(
  trx: Db | Trx,
  entry: { reservationId: string; at: string; kind: string; cause: string; by: string | null; detail: string | null }
): Promise<void> {
  await trx
    .insertInto('reservation_event')
    .values({ id: newId(), ...entry })
    .execute()
}

/** Deliveries of a portal that wait for the portal to come back. */
export async function listParked(db: Db | Trx, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('delivery')
    .select('reservationId')
    .where('memberId', '=', memberId)
    .where('state', 'in', ['parked', 'retrying'])
    .execute()
  return rows.map((row) => row.reservationId)
}

export async function findOwn(
  db: Db | Trx,
  partnerCode: string,
  reservationId: string
): Promise<{ delivery: DeliveryRow; reservation: ReservationRow } | undefined> {
  const found = await findDelivery(db, reservationId)
  return found?.reservation.partnerCode === partnerCode ? found : undefined
}
