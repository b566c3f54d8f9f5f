import { sql } from 'kysely'
import type { Db, Trx } from '../../db/database.ts'
import type { MailDigestTable } from '../../db/tables/news.ts'
import type { Portal } from '../../portals/repository.ts'
import type { ReleasedRequest } from '../../requests/repository.ts'

export interface Moment {
  now: string
  /** Releases up to here are certainly visible in the store. */
  settled: string
  /** A partner that never had a digest is told of nothing older. */
  oldest: string
  /** Whoever had a digest since then waits. */
  lastSentBefore: string
}

/** Partners for whom a digest is due: entitled, willing, and with something new in their locations. */
export async function listDuePartners(db: Db, moment: Moment, limit: number): Promise<string[]> {
  const { now, settled, oldest, lastSentBefore } = moment
  const since = sql<string>`coalesce(digest."coveredTo", case when partner."createdAt" > ${oldest} then partner."createdAt" else ${oldest} end)`
  const isNew = sql<boolean>`r.state = 'open' and r."expiresAt" > ${now} and r."releasedAt" > ${since} and r."releasedAt" <= ${settled}`
  const rows = await db
    .selectFrom('partner')
    .leftJoin('mail_digest as digest', 'digest.partnerCode', 'partner.code')
    .select('partner.code')
    .where('partner.status', 'in', ['silver', 'gold'])
    .where('partner.email', 'is not', null)
    .where('partner.isApproved', '=', 1)
    .where('partner.certifiedAt', '<=', now)
    .where((one) => one.or([one('partner.terminatedAt', 'is', null), one('partner.terminatedAt', '>', now)]))
    .where((one) => one.or([one('partner.suspendedUntil', 'is', null), one('partner.suspendedUntil', '<=', now)]))
    .where((one) =>
      one.or([one('partner.staffSuspendedUntil', 'is', null), one('partner.staffSuspendedUntil', '<=', now)])
    )
    .where((one) => one.or([one('digest.lastSentAt', 'is', null), one('digest.lastSentAt', '<=', lastSentBefore)]))
    .where('digest.digestId', 'is', null)
    .where(
      sql<boolean>`not exists (select 1 from mail_opt_out o where o."partnerCode" = partner.code and o.email = partner.email)`
    )
    .where(
      sql<boolean>`not exists (select 1 from settings s join portal p on p."memberId" = s."memberId"
      where p."partnerCode" = partner.code and s.document like '%"email":false%')`
    )
    .where(
      sql<boolean>`(exists (select 1 from request r where r.country = partner."homeCountry" and ${isNew})
        or exists (select 1 from partner_location l join request r on r.country = l.code
          where l."partnerCode" = partner.code and ${isNew})
        or exists (select 1 from partner_location l join request r on r.subdivision = l.code
          where l."partnerCode" = partner.code and ${isNew}))`
    )
    .orderBy('partner.code')
    .limit(limit)
    .execute()
  return rows.map((row) => row.code)
}

export async function findDigest(db: Db | Trx, partnerCode: string): Promise<MailDigestTable | undefined> {
  return db.selectFrom('mail_digest').selectAll().where('partnerCode', '=', partnerCode).executeTakeFirst()
}

export async function saveDigest(db: Db | Trx, digest: MailDigestTable): Promise<void> {
  await db
    .insertInto('mail_digest')
    .values(digest)
    .onConflict((conflict) => conflict.column('partnerCode').doUpdateSet(digest))
    .execute()
}

/** New open requests of these locations that the partner has not reserved, the newest first. */
export async function listNewRequests(
  db: Db,
  list: { partnerCode: string; locations: string[]; after: string; until: string; now: string; limit: number }
): Promise<string[]> {
  const rows = await db
    .selectFrom('request')
    .select('id')
    .where('state', '=', 'open')
    .where('expiresAt', '>', list.now)
    .where('releasedAt', '>', list.after)
    .where('releasedAt', '<=', list.until)
    .where((one) => one.or([one('country', 'in', list.locations), one('subdivision', 'in', list.locations)]))
    .where((one) =>
      one.not(
        one.exists(
          one
            .selectFrom('reservation')
            .select('reservation.id')
            .whereRef('reservation.requestId', '=', 'request.id')
            .where('reservation.partnerCode', '=', list.partnerCode)
        )
      )
    )
    .orderBy('releasedAt', 'desc')
    .limit(list.limit)
    .execute()
  return rows.map((row) => row.id)
}

export async function listOpenRequests(db: Db, ids: string[], now: string): Promise<ReleasedRequest[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('request')
    .selectAll()
    .where('id', 'in', ids)
    .where('state', '=', 'open')
    .where('expiresAt', '>', now)
    .orderBy('releasedAt', 'desc')
    .execute()
  return rows as ReleasedRequest[]
}

/** The portal in which the partner opens the app. */
export async function findHomePortal(db: Db, partnerCode: string): Promise<Portal | undefined> {
  return db
    .selectFrom('portal')
    .selectAll()
    .where('partnerCode', '=', partnerCode)
    .where('status', '=', 'installed')
    .orderBy('installedAt')
    .executeTakeFirst()
}

export async function wantsNoMail(db: Db, partnerCode: string, email: string): Promise<boolean> {
  const optOut = await db
    .selectFrom('mail_opt_out')
    .select('at')
    .where('partnerCode', '=', partnerCode)
    .where('email', '=', email)
    .executeTakeFirst()
  const setting = await db
    .selectFrom('settings')
    .innerJoin('portal', 'portal.memberId', 'settings.memberId')
    .select('settings.memberId')
    .where('portal.partnerCode', '=', partnerCode)
    .where('settings.document', 'like', '%"email":false%')
    .executeTakeFirst()
  return optOut !== undefined || setting !== undefined
}

/** False when it was so already. */
export async function insertOptOut(
  trx: Trx,
  optOut: { partnerCode: string; email: string; at: string }
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('mail_opt_out')
    .values(optOut)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteOptOut(trx: Trx, partnerCode: string, email: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('mail_opt_out')
    .where('partnerCode', '=', partnerCode)
    .where('email', '=', email)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
