import { sql, type ExpressionBuilder, type Selectable } from 'kysely'
import type { RequestState } from '../../../shared/codes.ts'
import { isOfClient } from '../../vault/repository.ts'
import type { Db, Trx } from '../../db/database.ts'
import type { Tables } from '../../db/tables/index.ts'
import type { AuditEntryTable } from '../../db/tables/message.ts'
import type { ErasureConfirmationTable } from '../../db/tables/news.ts'
import type { PartnerTable } from '../../db/tables/partner.ts'
import type {
  DeliveryTable,
  DisputeTable,
  ReservationEventTable,
  ReservationTable
} from '../../db/tables/reservation.ts'
import type { RequestRow } from '../../requests/repository.ts'

export interface RequestSearch {
  states: RequestState[]
  country: string | null
  number: number | null
  externalId: string | null
  words: string[]
  before: number | null
  limit: number
}

export async function listRequests(db: Db, search: RequestSearch): Promise<RequestRow[]> {
  let query = db.selectFrom('request').selectAll()
  if (search.states.length > 0) query = query.where('state', 'in', search.states)
  if (search.country !== null) query = query.where('country', '=', search.country)
  if (search.before !== null) query = query.where('number', '<', search.before)
  if (search.externalId !== null || search.number !== null) query = query.where((one) => isFound(one, search))
  return query.orderBy('number', 'desc').limit(search.limit).execute()
}

function isFound(one: ExpressionBuilder<Tables, 'request'>, { number, externalId, words }: RequestSearch) {
  const text = words.map((word) =>
    one(
      sql<string>`"searchText"`,
      'like',
      sql<string>`${`%${word.replace(/[!%_]/g, (sign) => `!${sign}`)}%`} escape '!'`
    )
  )
  return one.or([
    ...(number === null ? [] : [one('number', '=', number)]),
    ...(externalId === null ? [] : [one('externalId', '=', externalId)]),
    ...(text.length === 0 ? [] : [one.and(text)])
  ])
}

export async function listRequestsById(db: Db, ids: string[]): Promise<RequestRow[]> {
  return ids.length === 0 ? [] : db.selectFrom('request').selectAll().where('id', 'in', ids).execute()
}

/** The newest first. */
export async function listRequestsByFingerprint(
  db: Db | Trx,
  { kind, hash }: { kind: string; hash: string },
  limit: number
): Promise<RequestRow[]> {
  return db
    .selectFrom('request')
    .innerJoin('request_fingerprint', 'request_fingerprint.requestId', 'request.id')
    .selectAll('request')
    .where(isOfClient)
    .where('request_fingerprint.kind', '=', kind)
    .where('request_fingerprint.hash', '=', hash)
    .orderBy('request.number', 'desc')
    .limit(limit)
    .execute()
}

export async function listMerged(db: Db, intoId: string): Promise<RequestRow[]> {
  return db.selectFrom('request').selectAll().where('mergedInto', '=', intoId).orderBy('number').execute()
}

type ReservationRow = Selectable<ReservationTable>
export type StoryReservation = ReservationRow & {
  partnerName: string
  partnerStatus: PartnerTable['status']
  domain: string | null
}

export async function listReservationsOf(db: Db, requestId: string): Promise<StoryReservation[]> {
  return db
    .selectFrom('reservation')
    .innerJoin('partner', 'partner.code', 'reservation.partnerCode')
    .leftJoin('portal', 'portal.memberId', 'reservation.memberId')
    .selectAll('reservation')
    .select(['partner.name as partnerName', 'partner.status as partnerStatus', 'portal.domain'])
    .where('reservation.requestId', '=', requestId)
    .orderBy('reservation.slot')
    .execute()
}

/** What other tables say about reservations: one query a table. */
export async function readMore(
  db: Db,
  ids: string[]
): Promise<{
  deliveries: Selectable<DeliveryTable>[]
  disputes: Selectable<DisputeTable>[]
  events: Selectable<ReservationEventTable>[]
  erasures: ErasureConfirmationTable[]
}> {
  if (ids.length === 0) return { deliveries: [], disputes: [], events: [], erasures: [] }
  return {
    erasures: await db.selectFrom('erasure_confirmation').selectAll().where('reservationId', 'in', ids).execute(),
    deliveries: await db.selectFrom('delivery').selectAll().where('reservationId', 'in', ids).execute(),
    disputes: await db.selectFrom('dispute').selectAll().where('reservationId', 'in', ids).execute(),
    events: await db
      .selectFrom('reservation_event')
      .selectAll()
      .where('reservationId', 'in', ids)
      .orderBy('id')
      .execute()
  }
}

export type AuditRow = AuditEntryTable & {
  domain: string | null
  partnerName: string | null
  partnerStatus: PartnerTable['status'] | null
  userName: string | null
}

export async function listAuditOf(db: Db, subjectIds: string[]): Promise<AuditRow[]> {
  if (subjectIds.length === 0) return []
  return db
    .selectFrom('audit_entry')
    .leftJoin('portal', 'portal.memberId', 'audit_entry.memberId')
    .leftJoin('partner', 'partner.code', 'audit_entry.partnerCode')
    .leftJoin('portal_user', (join) =>
      join
        .onRef('portal_user.memberId', '=', 'audit_entry.memberId')
        .onRef('portal_user.userId', '=', 'audit_entry.userId')
    )
    .selectAll('audit_entry')
    .select(['portal.domain', 'partner.name as partnerName', 'partner.status as partnerStatus'])
    .select('portal_user.name as userName')
    .where('audit_entry.subjectId', 'in', subjectIds)
    .orderBy('audit_entry.seq')
    .execute()
}

/** Partners by level whose locations cover the place. */
export async function countAudience(
  db: Db,
  place: { country: string; subdivision: string | null }
): Promise<Map<number, number>> {
  const codes = place.subdivision === null ? [place.country] : [place.country, place.subdivision]
  const chosen = db.selectFrom('partner_location').select('partnerCode').where('code', 'in', codes)
  const rows = await db
    .selectFrom('partner')
    .leftJoin('rating', 'rating.partnerCode', 'partner.code')
    .select((one) => [sql<number>`coalesce(rating.level, 1)`.as('level'), one.fn.countAll<number>().as('partners')])
    .where((one) => one.or([one('partner.homeCountry', '=', place.country), one('partner.code', 'in', chosen)]))
    .groupBy(sql`coalesce(rating.level, 1)`)
    .execute()
  return new Map(rows.map(({ level, partners }) => [Number(level), Number(partners)]))
}
