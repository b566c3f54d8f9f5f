import { sql, type SqlBool } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { RequestRow } from '../../requests/repository.ts'

export interface UntakenSearch {
  /** Released at this time or before. */
  releasedBy: string
  now: string
  after: { releasedAt: string; number: number } | null
  limit: number
}

/** A request with its partners of one level; without a level when nobody’s locations cover it. */
export type UntakenRow = RequestRow & { level: number | null; covering: number; eligible: number }

/** Nothing is reserved as long as every slot is free: one that was taken never becomes free again. */
const isUntaken = ({ releasedBy, now }: Pick<UntakenSearch, 'releasedBy' | 'now'>) =>
  sql<SqlBool>`state = 'open' and "freeSlots" = "maxPartners" and "releasedAt" <= ${releasedBy} and "expiresAt" > ${now}`

/** The oldest release first; each request comes once for each level of partners whose locations cover it. */
export async function listUntaken(db: Db, search: UntakenSearch): Promise<UntakenRow[]> {
  const { now, after, limit } = search
  const isAfter = after ? sql`("releasedAt", number) > (${after.releasedAt}, ${after.number})` : sql`1 = 1`
  const { rows } = await sql<UntakenRow>`
    with page as (
      select * from request where ${isUntaken(search)} and ${isAfter} order by "releasedAt", number limit ${limit}
    ), audience as (
      select page.number as "ofNumber", partner.code from page join partner on partner."homeCountry" = page.country
      union
      select page.number, location."partnerCode" from page
        join partner_location as location on location.code in (page.country, page.subdivision)
    ), reach as (
      select audience."ofNumber", coalesce(rating.level, 1) as level, count(*) as covering,
        sum(case when ${isEligible(now)} then 1 else 0 end) as eligible
      from audience
      join partner on partner.code = audience.code
      left join rating on rating."partnerCode" = partner.code
      group by audience."ofNumber", coalesce(rating.level, 1)
    )
    select page.*, reach.level, coalesce(reach.covering, 0) as covering, coalesce(reach.eligible, 0) as eligible
    from page left join reach on reach."ofNumber" = page.number
    order by page."releasedAt", page.number, reach.level`.execute(db)
  return rows.map((row) => ({
    ...row,
    number: Number(row.number),
    level: row.level === null ? null : Number(row.level),
    covering: Number(row.covering),
    eligible: Number(row.eligible)
  }))
}

/** May take part (`partners/eligibility.ts`) and has the app; `permanent` sorts after every time. */
const isEligible = (now: string) => sql<SqlBool>`partner."isApproved" = 1
  and partner."certifiedAt" <= ${now}
  and (partner."terminatedAt" is null or partner."terminatedAt" > ${now})
  and (partner."suspendedUntil" is null or partner."suspendedUntil" <= ${now})
  and (partner."staffSuspendedUntil" is null or partner."staffSuspendedUntil" <= ${now})
  and exists (select 1 from portal where portal."partnerCode" = partner.code and portal.status = 'installed')`

export async function countUntaken(db: Db, search: Pick<UntakenSearch, 'releasedBy' | 'now'>): Promise<number> {
  const { rows } = await sql<{ untaken: number }>`
    select count(*) as untaken from request where ${isUntaken(search)}`.execute(db)
  return Number(rows[0]?.untaken)
}
