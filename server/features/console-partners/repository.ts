import { sql, type ExpressionBuilder } from 'kysely'
import type { Outcome, PartnerStatus } from '../../../shared/codes.ts'
import type { PARTNER_STATES } from '../../../shared/contract/console-partners.ts'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables/index.ts'
import type { PartnerTable } from '../../db/tables/partner.ts'
import type { PortalTable } from '../../db/tables/portal.ts'

export type PartnerRow = PartnerTable & {
  level: number | null
  rating: number | null
  portals: number
  installed: number
  troubled: number
}

export interface PartnerSearch {
  q: string
  status: PartnerStatus | null
  state: (typeof PARTNER_STATES)[number] | null
  country: string | null
  now: string
  after: string
  limit: number
}

type Where = ExpressionBuilder<Tables, 'partner'>

/** Partners by code, each with its level and the number of its portals, in one query. */
export async function listPartners(db: Db, search: PartnerSearch): Promise<PartnerRow[]> {
  const rows = await db
    .selectFrom('partner')
    .leftJoin('rating', 'rating.partnerCode', 'partner.code')
    .selectAll('partner')
    .select(['rating.level', 'rating.rating'])
    .select((one) => {
      const portals = one
        .selectFrom('portal')
        .select((portal) => portal.fn.countAll<number>().as('portals'))
        .whereRef('portal.partnerCode', '=', 'partner.code')
      const installed = portals.where('portal.status', '=', 'installed')
      return [
        portals.as('portals'),
        installed.as('installed'),
        installed.where('portal.trouble', 'is not', null).as('troubled')
      ]
    })
    .where((one) => one.and(conditions(one as unknown as Where, search)))
    .where('partner.code', '>', search.after)
    .orderBy('partner.code')
    .limit(search.limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    portals: Number(row.portals),
    installed: Number(row.installed),
    troubled: Number(row.troubled)
  }))
}

function conditions(one: Where, { q, status, state, country, now }: PartnerSearch) {
  const all = []
  if (q !== '') {
    const pattern = `%${q.toLowerCase().replace(/[!%_]/g, (sign) => `!${sign}`)}%`
    const holds = (column: 'code' | 'name') =>
      one(sql<string>`lower(${sql.ref(`partner.${column}`)})`, 'like', sql<string>`${pattern} escape '!'`)
    all.push(one.or([holds('code'), holds('name')]))
  }
  if (status !== null) all.push(one('partner.status', '=', status))
  if (country !== null) all.push(one('partner.homeCountry', '=', country))
  if (state !== null) all.push(isIn(one, state, now))
  return all
}

/** `permanent` sorts after every time. */
function isIn(one: Where, state: (typeof PARTNER_STATES)[number], now: string) {
  const suspended = one.or([one('partner.suspendedUntil', '>', now), one('partner.staffSuspendedUntil', '>', now)])
  const terminated = one('partner.terminatedAt', '<=', now)
  const uncertified = one.or([one('partner.certifiedAt', 'is', null), one('partner.certifiedAt', '>', now)])
  const notApproved = one('partner.isApproved', '=', 0)
  switch (state) {
    case 'suspended':
      return suspended
    case 'terminated':
      return terminated
    case 'not_approved':
      return notApproved
    case 'not_certified':
      return uncertified
    case 'active':
      return one.and([
        one('partner.isApproved', '=', 1),
        one('partner.certifiedAt', '<=', now),
        one.or([one('partner.terminatedAt', 'is', null), one('partner.terminatedAt', '>', now)]),
        one.or([one('partner.suspendedUntil', 'is', null), one('partner.suspendedUntil', '<=', now)]),
        one.or([one('partner.staffSuspendedUntil', 'is', null), one('partner.staffSuspendedUntil', '<=', now)])
      ])
  }
}

export type InstallationRow = PortalTable & {
  document: string | null
  waiting: number
  refused: number
  parked: number
}

/** Portals of a partner with what their settings say and how their deliveries stand. */
export async function listInstallations(db: Db, partnerCode: string): Promise<InstallationRow[]> {
  const rows = await db
    .selectFrom('portal')
    .leftJoin('settings', 'settings.memberId', 'portal.memberId')
    .leftJoin('delivery', 'delivery.memberId', 'portal.memberId')
    .selectAll('portal')
    .select('settings.document')
    .select([
      sql<number>`sum(case when delivery.state in ('pending', 'retrying') then 1 else 0 end)`.as('waiting'),
      sql<number>`sum(case when delivery.state = 'refused' then 1 else 0 end)`.as('refused'),
      sql<number>`sum(case when delivery.state = 'parked' then 1 else 0 end)`.as('parked')
    ])
    .where('portal.partnerCode', '=', partnerCode)
    .groupBy(['portal.memberId', 'settings.document'])
    .orderBy('portal.memberId')
    .execute()
  return rows.map((row) => ({
    ...row,
    waiting: Number(row.waiting),
    refused: Number(row.refused),
    parked: Number(row.parked)
  }))
}

/** What the registry names, by `member_id` or domain. */
export async function listRegisteredPortals(db: Db, partnerCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('partner_portal')
    .select('portal')
    .where('partnerCode', '=', partnerCode)
    .orderBy('portal')
    .execute()
  return rows.map((row) => row.portal)
}

export async function countReservations(db: Db, partnerCode: string): Promise<{ outcome: Outcome; count: number }[]> {
  const rows = await db
    .selectFrom('reservation')
    .select((one) => ['outcome', one.fn.countAll<number>().as('count')])
    .where('partnerCode', '=', partnerCode)
    .groupBy('outcome')
    .orderBy('outcome')
    .execute()
  return rows.map(({ outcome, count }) => ({ outcome, count: Number(count) }))
}

export async function readMail(
  db: Db,
  { code, email }: Pick<PartnerTable, 'code' | 'email'>
): Promise<{ optedOut: boolean; lastSentAt: string | null; lastError: string | null }> {
  const row = await db
    .selectFrom('partner')
    .leftJoin('mail_digest', 'mail_digest.partnerCode', 'partner.code')
    .leftJoin('mail_opt_out', (join) =>
      join.onRef('mail_opt_out.partnerCode', '=', 'partner.code').on('mail_opt_out.email', '=', email ?? '')
    )
    .select(['mail_digest.lastSentAt', 'mail_digest.lastError', 'mail_opt_out.at'])
    .where('partner.code', '=', code)
    .executeTakeFirst()
  return {
    optedOut: (row?.at ?? null) !== null,
    lastSentAt: row?.lastSentAt ?? null,
    lastError: row?.lastError ?? null
  }
}
