import type { Selectable } from 'kysely'
import type { Db, Trx } from '../../db/database.ts'
import type {
  CrmItemTable,
  DeliveryTable,
  ReservationEventTable,
  ReservationTable
} from '../../db/tables/reservation.ts'
import { transactQuietly } from '../../db/transaction.ts'
import { newId } from '../../ids.ts'
import { readSteps, type StepName, type StepState } from './steps.ts'

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

/** The reservation behind a lead or deal of a portal. */
export async function findByCard(
  db: Db,
  memberId: string,
  card: Pick<CrmItemTable, 'entityTypeId' | 'entityId'>
): Promise<ReservationRow | undefined> {
  return db
    .selectFrom('crm_item')
    .innerJoin('reservation', 'reservation.id', 'crm_item.reservationId')
    .selectAll('reservation')
    .where('crm_item.memberId', '=', memberId)
    .where('crm_item.entityTypeId', '=', card.entityTypeId)
    .where('crm_item.entityId', '=', card.entityId)
    .executeTakeFirst()
}

export async function updateDelivery(
  db: Db | Trx,
  reservationId: string,
  changes: Partial<DeliveryRow>
): Promise<void> {
  await db.updateTable('delivery').set(changes).where('reservationId', '=', reservationId).execute()
}

/** Notes how far a step has come; false when it is no longer where the caller left it. Other steps stay as they are. */
export async function replaceStep(
  db: Db,
  reservationId: string,
  name: StepName,
  step: { before: StepState | undefined; now: StepState }
): Promise<boolean> {
  return transactQuietly(db, async (trx) => {
    const row = await trx
      .updateTable('delivery')
      .set({ reservationId })
      .where('reservationId', '=', reservationId)
      .returning('steps')
      .executeTakeFirstOrThrow()
    const steps = readSteps(row.steps)
    if (steps[name]?.id !== step.before?.id || steps[name]?.sentAt !== step.before?.sentAt) return false
    await updateDelivery(trx, reservationId, { steps: JSON.stringify({ ...steps, [name]: step.now }) })
    return true
  })
}

/**
 * Ties the created item to its reservation: the card shows it and the CRM's events find it. Once is enough: by the
 * time of a later step the item may have been converted, or restored under another id.
 */
export async function attachItem(trx: Trx, item: CrmItemTable): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('reservation')
    .set({ crmEntityTypeId: item.entityTypeId, crmEntityId: item.entityId })
    .where('id', '=', item.reservationId)
    .where('crmEntityId', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await trx
    .insertInto('crm_item')
    .values(item)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function addHistory(
  trx: Db | Trx,
  entry: Omit<ReservationEventTable, 'id' | 'failure'> & { failure?: string | null }
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

/** Deliveries of a portal with a note for the card that did not get there. */
export async function listUnnoted(
  db: Db | Trx,
  memberId: string
): Promise<{ reservationId: string; notes: ('withdrawn' | 'erased')[] }[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(['reservationId', 'steps'])
    .where('memberId', '=', memberId)
    .where('steps', 'like', '%"note_%')
    .execute()
  return rows.map(({ reservationId, steps }) => {
    const states = readSteps(steps)
    const isDue = (note: 'withdrawn' | 'erased') => {
      const state = states[`note_${note}`]
      return state !== undefined && state.id === undefined
    }
    return { reservationId, notes: (['withdrawn', 'erased'] as const).filter(isDue) }
  })
}

export async function findOwn(
  db: Db | Trx,
  partnerCode: string,
  reservationId: string
): Promise<{ delivery: DeliveryRow; reservation: ReservationRow } | undefined> {
  const found = await findDelivery(db, reservationId)
  return found?.reservation.partnerCode === partnerCode ? found : undefined
}
