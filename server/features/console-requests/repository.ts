import { sql, type ExpressionBuilder, type Selectable } from 'kysely'
import type { RequestState } from '../../../shared/codes.ts'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables/index.ts'
import type { AuditEntryTable } from '../../db/tables/message.ts'
import type { PartnerTable } from '../../db/tables/partner.ts'
import type { PortalTable } from '../../db/tables/portal.ts'
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
}> {
  if (ids.length === 0) return { deliveries: [], disputes: [], events: [] }
  return {
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
}

export async function listAuditOf(db: Db, subjectId: string): Promise<AuditRow[]> {
  return db
    .selectFrom('audit_entry')
    .leftJoin('portal', 'portal.memberId', 'audit_entry.memberId')
    .leftJoin('partner', 'partner.code', 'audit_entry.partnerCode')
    .selectAll('audit_entry')
    .select(['portal.domain', 'partner.name as partnerName', 'partner.status as partnerStatus'])
    .where('audit_entry.subjectId', '=', subjectId)
    .orderBy('audit_entry.seq')
    .execute()
}

interface Place {
  country: string
  subdivision: string | null
}

const codesOf = ({ country, subdivision }: Place): string[] =>
  subdivision === null ? [country] : [country, subdivision]

function coversPlace(one: ExpressionBuilder<Tables, 'partner'>, place: Place) {
  return one.or([
    one('partner.homeCountry', '=', place.country),
    one.exists(
      one
        .selectFrom('partner_location')
        .select('partner_location.code')
        .whereRef('partner_location.partnerCode', '=', 'partner.code')
        .where('partner_location.code', 'in', codesOf(place))
    )
  ])
}

export async function countAudience(db: Db, place: Place): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('partner')
    .leftJoin('rating', 'rating.partnerCode', 'partner.code')
    .select((one) => [sql<number>`coalesce(rating.level, 1)`.as('level'), one.fn.countAll<number>().as('partners')])
    .where((one) => coversPlace(one as unknown as ExpressionBuilder<Tables, 'partner'>, place))
    .groupBy(sql`coalesce(rating.level, 1)`)
    .execute()
  return new Map(rows.map(({ level, partners }) => [Number(level), Number(partners)]))
}

export type AudienceRow = PartnerTable & {
  level: number | null
  extraLocation: string | null
  installedPortals: number
  reservationId: string | null
  reservedAt: string | null
}

/** Partners whose locations cover the place, by code. */
export async function listAudience(
  db: Db,
  list: { requestId: string; place: Place; after: string; limit: number }
): Promise<AudienceRow[]> {
  const rows = await db
    .selectFrom('partner')
    .leftJoin('rating', 'rating.partnerCode', 'partner.code')
    .leftJoin('reservation', (join) =>
      join.onRef('reservation.partnerCode', '=', 'partner.code').on('reservation.requestId', '=', list.requestId)
    )
    .selectAll('partner')
    .select(['rating.level', 'reservation.id as reservationId', 'reservation.reservedAt'])
    .select((one) => [
      one
        .selectFrom('partner_location')
        .select((location) => location.fn.max('partner_location.code').as('code'))
        .whereRef('partner_location.partnerCode', '=', 'partner.code')
        .where('partner_location.code', 'in', codesOf(list.place))
        .as('extraLocation'),
      one
        .selectFrom('portal')
        .select((portal) => portal.fn.countAll<number>().as('portals'))
        .whereRef('portal.partnerCode', '=', 'partner.code')
        .where('portal.status', '=', 'installed')
        .as('installedPortals')
    ])
    .where((one) => coversPlace(one as unknown as ExpressionBuilder<Tables, 'partner'>, list.place))
    .where('partner.code', '>', list.after)
    .orderBy('partner.code')
    .limit(list.limit)
    .execute()
  return rows.map((row) => ({ ...row, installedPortals: Number(row.installedPortals) }))
}

export async function listPortalsWithSettings(
  db: Db,
  partnerCode: string
): Promise<(Pick<PortalTable, 'memberId' | 'domain' | 'status' | 'trouble'> & { document: string | null })[]> {
  return db
    .selectFrom('portal')
    .leftJoin('settings', 'settings.memberId', 'portal.memberId')
    .select(['portal.memberId', 'portal.domain', 'portal.status', 'portal.trouble', 'settings.document'])
    .where('portal.partnerCode', '=', partnerCode)
    .orderBy('portal.memberId')
    .execute()
}

export async function findReservationId(db: Db, requestId: string, partnerCode: string): Promise<string | null> {
  const row = await db
    .selectFrom('reservation')
    .select('id')
    .where('requestId', '=', requestId)
    .where('partnerCode', '=', partnerCode)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function hasFingerprint(db: Db, requestId: string, hashes: string[]): Promise<boolean> {
  if (hashes.length === 0) return false
  const row = await db
    .selectFrom('request_fingerprint')
    .select('kind')
    .where('requestId', '=', requestId)
    .where('kind', 'in', ['domain', 'company'])
    .where('hash', 'in', hashes)
    .executeTakeFirst()
  return row !== undefined
}
