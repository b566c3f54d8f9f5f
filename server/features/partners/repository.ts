import { sql, type Insertable } from 'kysely'
import type { Trx } from '../../db/database.ts'
import type { PartnerTable } from '../../db/tables/partner.ts'
import type { Portal } from '../../portals/repository.ts'

/** Takes the row's lock; undefined for a partner that is not known yet. */
export async function lockKnownPartner(trx: Trx, code: string): Promise<PartnerTable | undefined> {
  return trx.updateTable('partner').set({ code }).where('code', '=', code).returningAll().executeTakeFirst()
}

export async function savePartner(trx: Trx, partner: Insertable<PartnerTable>): Promise<void> {
  const { createdAt: _createdAt, ...changes } = partner
  await trx
    .insertInto('partner')
    .values(partner)
    .onConflict((conflict) => conflict.column('code').doUpdateSet(changes))
    .execute()
}

/** Portals in lower case, by `member_id` or domain. */
export async function replaceRegistry(trx: Trx, partnerCode: string, portals: string[]): Promise<void> {
  await trx.deleteFrom('partner_portal').where('partnerCode', '=', partnerCode).execute()
  if (portals.length === 0) return
  await trx
    .insertInto('partner_portal')
    .values(portals.map((portal) => ({ partnerCode, portal })))
    .execute()
}

export async function listPortalsNamed(trx: Trx, names: string[]): Promise<Portal[]> {
  if (names.length === 0) return []
  return trx
    .selectFrom('portal')
    .selectAll()
    .where((where) => where.or([where(sql`lower("memberId")`, 'in', names), where(sql`lower(domain)`, 'in', names)]))
    .execute()
}

export async function changeSuspension(
  trx: Trx,
  code: string,
  changes: Partial<
    Pick<PartnerTable, 'suspendedUntil' | 'suspensionReason' | 'staffSuspendedUntil' | 'staffSuspensionReason'>
  >
): Promise<void> {
  await trx.updateTable('partner').set(changes).where('code', '=', code).execute()
}
