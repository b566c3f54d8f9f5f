import type { Insertable, Selectable, Updateable } from 'kysely'
import { CRM_DEAL, CRM_LEAD, type HistoryKind } from '../../../shared/codes.ts'
import type { Db, Trx } from '../../db/database.ts'
import type { ReservationEventTable, ReservationTable, WinProofTable } from '../../db/tables/reservation.ts'

export type ReservationRow = Selectable<ReservationTable>

export interface CrmRef {
  entityTypeId: number
  entityId: number
}

/** A reservation with the items that stand for it in the portal's CRM. */
export interface Followed {
  row: ReservationRow
  items: CrmRef[]
  /** JSON of the delivery, which remembers what the app itself made. */
  steps: string
}

/** The portal's open reservations and those that were won or lost since then. */
export async function listFollowed(db: Db, memberId: string, closedSince: string): Promise<Followed[]> {
  const rows = await db
    .selectFrom('reservation')
    .selectAll()
    .where('memberId', '=', memberId)
    .where('outcome', '!=', 'void')
    .where((one) => one.or([one('outcome', '=', 'open'), one('closedAt', '>=', closedSince)]))
    .orderBy('id')
    .execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const items = await db
    .selectFrom('crm_item')
    .selectAll()
    .where('reservationId', 'in', ids)
    .where('entityTypeId', 'in', [CRM_LEAD, CRM_DEAL])
    .orderBy('entityId')
    .execute()
  const delivered = db.selectFrom('delivery').select(['reservationId', 'steps']).where('reservationId', 'in', ids)
  const stepsOf = new Map((await delivered.execute()).map(({ reservationId, steps }) => [reservationId, steps]))
  return rows.flatMap((row) => {
    const own = items.filter((item) => item.reservationId === row.id)
    return own.length > 0 ? [{ row, items: own, steps: stepsOf.get(row.id) ?? '{}' }] : []
  })
}

/** Takes the row's lock until the transaction ends. */
export async function lockReservation(trx: Trx, id: string): Promise<ReservationRow | undefined> {
  return trx.updateTable('reservation').set({ id }).where('id', '=', id).returningAll().executeTakeFirst()
}

export async function updateReservation(trx: Trx, id: string, changes: Updateable<ReservationTable>): Promise<void> {
  await trx.updateTable('reservation').set(changes).where('id', '=', id).execute()
}

export async function insertHistory(trx: Trx, entry: Insertable<ReservationEventTable>): Promise<void> {
  await trx.insertInto('reservation_event').values(entry).execute()
}

/** Partners that compete for a request; a void reservation does not. */
export async function countReservers(trx: Trx, requestId: string): Promise<number> {
  const row = await trx
    .selectFrom('reservation')
    .select((count) => count.fn.countAll<number>().as('reservers'))
    .where('requestId', '=', requestId)
    .where('outcome', '!=', 'void')
    .executeTakeFirstOrThrow()
  return Number(row.reservers)
}

export async function insertCrmItem(trx: Trx, reservation: ReservationRow, item: CrmRef): Promise<void> {
  await trx
    .insertInto('crm_item')
    .values({ memberId: reservation.memberId, reservationId: reservation.id, ...item })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteCrmItem(trx: Trx, reservation: ReservationRow, item: CrmRef): Promise<void> {
  await trx
    .deleteFrom('crm_item')
    .where('memberId', '=', reservation.memberId)
    .where('reservationId', '=', reservation.id)
    .where('entityTypeId', '=', item.entityTypeId)
    .where('entityId', '=', item.entityId)
    .execute()
}

/** Whether an event on this item may concern a reservation: a known item, or a deal that a lead may have become. */
export async function mayConcern(db: Db | Trx, memberId: string, item: CrmRef): Promise<boolean> {
  const row = await db
    .selectFrom('crm_item')
    .select('reservationId')
    .where('memberId', '=', memberId)
    .where((one) => {
      const isKnown = one.and([one('entityTypeId', '=', item.entityTypeId), one('entityId', '=', item.entityId)])
      return item.entityTypeId === CRM_DEAL ? one.or([isKnown, one('entityTypeId', '=', CRM_LEAD)]) : isKnown
    })
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Sales that staff recorded for this partner and request, or under the same proof. */
export async function listSales(
  db: Db | Trx,
  reservation: Pick<ReservationRow, 'partnerCode' | 'requestId'>,
  proofHash: string | null
): Promise<{ isReversed: number; receivedAt: string }[]> {
  return db
    .selectFrom('purchase')
    .select(['isReversed', 'receivedAt'])
    .where('partnerCode', '=', reservation.partnerCode)
    .where((one) => {
      const ofRequest = one(
        'requestExternalId',
        'in',
        one
          .selectFrom('request')
          .select('request.externalId')
          .where((request) =>
            request.or([
              request('request.id', '=', reservation.requestId),
              request('request.mergedInto', '=', reservation.requestId)
            ])
          )
      )
      return proofHash === null ? ofRequest : one.or([ofRequest, one('proofHash', '=', proofHash)])
    })
    .execute()
}

/** When an entry of a kind was last written to the history, and what it said. */
export async function findLastEntry(
  db: Db | Trx,
  reservationId: string,
  kind: HistoryKind
): Promise<{ at: string; detail: string | null } | undefined> {
  return db
    .selectFrom('reservation_event')
    .select(['at', 'detail'])
    .where('reservationId', '=', reservationId)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The reservation that a proof has won. */
export async function findProofOwner(db: Db | Trx, hash: string): Promise<string | undefined> {
  const proof = db.selectFrom('win_proof').select('reservationId').where('proofHash', '=', hash)
  return (await proof.executeTakeFirst())?.reservationId
}

/** Answers the owner: this reservation, or the one that was first. */
export async function claimProof(trx: Trx, claim: WinProofTable): Promise<string | undefined> {
  await trx
    .insertInto('win_proof')
    .values(claim)
    .onConflict((conflict) => conflict.column('proofHash').doNothing())
    .execute()
  return findProofOwner(trx, claim.proofHash)
}

/** Installed portals with something to follow and no sweep planned. */
export async function listUnplannedSweeps(db: Db, closedSince: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('portal')
    .select('portal.memberId')
    .where('portal.status', '=', 'installed')
    .where('portal.nextSweepAt', 'is', null)
    .where((portal) =>
      portal.exists(
        portal
          .selectFrom('reservation')
          .select('reservation.id')
          .whereRef('reservation.memberId', '=', 'portal.memberId')
          .where((one) => one.or([one('outcome', '=', 'open'), one('closedAt', '>=', closedSince)]))
      )
    )
    .limit(limit)
    .execute()
  return rows.map((row) => row.memberId)
}

export async function listPortalsToReview(db: Db, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('reservation')
    .select('memberId')
    .distinct()
    .where('reviewAt', 'is not', null)
    .where('reviewAt', '<=', now)
    .execute()
  return rows.map((row) => row.memberId)
}

export async function clearReviews(trx: Trx, memberId: string, now: string): Promise<void> {
  await trx
    .updateTable('reservation')
    .set({ reviewAt: null })
    .where('memberId', '=', memberId)
    .where('reviewAt', '<=', now)
    .execute()
}
