import { sql, type Selectable } from 'kysely'
import type { Db, Trx } from '../../db/database.ts'
import type { PartnerTable } from '../../db/tables/partner.ts'
import type { ReservationTable } from '../../db/tables/reservation.ts'
import type { JobPayload } from '../../outbox/kinds.ts'
import type { ReleasedRequest, RequestRow } from '../../requests/repository.ts'

/** Released requests that nobody was told of, the oldest first. */
export async function listUnspread(db: Db, limit: number): Promise<RequestRow[]> {
  return db
    .selectFrom('request')
    .selectAll()
    .where('releasedAt', 'is not', null)
    .where('spreadAt', 'is', null)
    .orderBy('number')
    .limit(limit)
    .execute()
}

export async function markSpread(trx: Trx, requestIds: string[], at: string): Promise<void> {
  await trx.updateTable('request').set({ spreadAt: at }).where('id', 'in', requestIds).execute()
}

export type Subscriber = PartnerTable & {
  memberId: string
  document: string
  level: number | null
}

/** Installed portals that want notices of new requests, one by one or once a day. */
export async function listSubscribers(db: Db): Promise<Subscriber[]> {
  return db
    .selectFrom('settings')
    .innerJoin('portal', 'portal.memberId', 'settings.memberId')
    .innerJoin('partner', 'partner.code', 'portal.partnerCode')
    .leftJoin('rating', 'rating.partnerCode', 'partner.code')
    .selectAll('partner')
    .select(['settings.memberId', 'settings.document', 'rating.level'])
    .where('portal.status', '=', 'installed')
    .where((one) =>
      one.or([
        one('settings.document', 'like', '%"newRequests":true%'),
        one('settings.document', 'like', '%"digest":true%')
      ])
    )
    .execute()
}

/** Extra locations by partner. */
export async function listLocations(db: Db, partnerCodes: string[]): Promise<Map<string, string[]>> {
  const byPartner = new Map<string, string[]>()
  if (partnerCodes.length === 0) return byPartner
  const rows = await db
    .selectFrom('partner_location')
    .select(['partnerCode', 'code'])
    .where('partnerCode', 'in', partnerCodes)
    .execute()
  for (const { partnerCode, code } of rows) byPartner.set(partnerCode, [...(byPartner.get(partnerCode) ?? []), code])
  return byPartner
}

/** Open requests of a place that were released since an instant. */
export async function listReleasedSince(
  db: Db,
  list: { locations: string[]; since: string; now: string; limit: number }
): Promise<ReleasedRequest[]> {
  const rows = await db
    .selectFrom('request')
    .selectAll()
    .where('state', '=', 'open')
    .where((one) => one.or([one('country', 'in', list.locations), one('subdivision', 'in', list.locations)]))
    .where('releasedAt', '>=', list.since)
    .where('expiresAt', '>', list.now)
    .orderBy('releasedAt', 'desc')
    .limit(list.limit)
    .execute()
  return rows as ReleasedRequest[]
}

/** Requests of which a portal is to be told later; what was tried already waits for its own time. */
export async function listPlanned(db: Db, queue: string, now: string): Promise<RequestRow[]> {
  const jobs = await db
    .selectFrom('job')
    .select('payload')
    .where('kind', '=', 'agent.notify')
    .where('queue', '=', queue)
    .where('dueAt', '>', now)
    .where('attempts', '=', 0)
    .execute()
  const plans = jobs.map(({ payload }) => JSON.parse(payload) as JobPayload<'agent.notify'>)
  const ids = plans.filter(({ notice }) => notice === 'request_new').map(({ subjectId }) => subjectId)
  return ids.length === 0 ? [] : db.selectFrom('request').selectAll().where('id', 'in', ids).execute()
}

export type ReservedRow = Selectable<ReservationTable> & { number: number }

export async function findReserved(db: Db, reservationId: string): Promise<ReservedRow | undefined> {
  return db
    .selectFrom('reservation')
    .innerJoin('request', 'request.id', 'reservation.requestId')
    .selectAll('reservation')
    .select('request.number')
    .where('reservation.id', '=', reservationId)
    .executeTakeFirst()
}

export async function hasReserved(db: Db, requestId: string, partnerCode: string): Promise<boolean> {
  const row = await db
    .selectFrom('reservation')
    .select(sql<number>`1`.as('one'))
    .where('requestId', '=', requestId)
    .where('partnerCode', '=', partnerCode)
    .executeTakeFirst()
  return row !== undefined
}
