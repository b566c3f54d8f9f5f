import type { Db } from '../../db/database.ts'
import type { PartnerTable } from '../../db/tables/partner.ts'
import type { PortalTable } from '../../db/tables/portal.ts'

interface Place {
  country: string
  subdivision: string | null
}

const codesOf = ({ country, subdivision }: Place): string[] =>
  subdivision === null ? [country] : [country, subdivision]

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
  const chosen = db.selectFrom('partner_location').select('partnerCode').where('code', 'in', codesOf(list.place))
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
    .where((one) => one.or([one('partner.homeCountry', '=', list.place.country), one('partner.code', 'in', chosen)]))
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
