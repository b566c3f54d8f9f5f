import type { Db, Trx } from '../db/database.ts'
import type { PartnerTable, RatingTable } from '../db/tables/partner.ts'

export type Partner = PartnerTable

export async function findPartner(db: Db | Trx, code: string): Promise<Partner | undefined> {
  return db.selectFrom('partner').selectAll().where('code', '=', code).executeTakeFirst()
}

/** Takes the partner's row lock: its limits and locations change one at a time. */
export async function lockPartner(trx: Trx, code: string): Promise<Partner> {
  return trx.updateTable('partner').set({ code }).where('code', '=', code).returningAll().executeTakeFirstOrThrow()
}

/** Extra locations in the order in which they were chosen. */
export async function listExtraLocations(db: Db | Trx, partnerCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('partner_location')
    .select('code')
    .where('partnerCode', '=', partnerCode)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.code)
}

export async function replaceExtraLocations(trx: Trx, partnerCode: string, codes: string[]): Promise<void> {
  await trx.deleteFrom('partner_location').where('partnerCode', '=', partnerCode).execute()
  if (codes.length === 0) return
  await trx
    .insertInto('partner_location')
    .values(codes.map((code, index) => ({ partnerCode, position: index + 1, code })))
    .execute()
}

export async function findRating(db: Db | Trx, partnerCode: string): Promise<RatingTable | undefined> {
  return db.selectFrom('rating').selectAll().where('partnerCode', '=', partnerCode).executeTakeFirst()
}

/** The partner that the registry ties to this portal, by `member_id` or by domain. */
export async function findRegisteredPartner(
  db: Db | Trx,
  portal: { memberId: string; domain: string }
): Promise<string | undefined> {
  const row = await db
    .selectFrom('partner_portal')
    .select('partnerCode')
    .where('portal', 'in', [portal.memberId.toLowerCase(), portal.domain.toLowerCase()])
    .executeTakeFirst()
  return row?.partnerCode
}

export async function findPartnerByActivationCode(db: Db | Trx, codeHashes: string[]): Promise<Partner | undefined> {
  return db.selectFrom('partner').selectAll().where('activationCodeHash', 'in', codeHashes).executeTakeFirst()
}

/** When the partner reserved since an instant, the earliest first. */
export async function listReservedSince(db: Db | Trx, partnerCode: string, since: string): Promise<string[]> {
  const rows = await db
    .selectFrom('reservation')
    .select('reservedAt')
    .where('partnerCode', '=', partnerCode)
    .where('reservedAt', '>', since)
    .orderBy('reservedAt')
    .execute()
  return rows.map((row) => row.reservedAt)
}

export async function countInWork(db: Db | Trx, partnerCode: string): Promise<number> {
  const row = await db
    .selectFrom('reservation')
    .select((count) => count.fn.countAll<number>().as('open'))
    .where('partnerCode', '=', partnerCode)
    .where('outcome', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(row.open)
}
