import type { Trx } from '../../db/database.ts'
import type { PurchaseTable } from '../../db/tables/reservation.ts'

/** Takes the row's lock on both engines. */
export async function lockPurchase(trx: Trx, externalId: string): Promise<PurchaseTable | undefined> {
  return trx
    .updateTable('purchase')
    .set({ externalId })
    .where('externalId', '=', externalId)
    .returningAll()
    .executeTakeFirst()
}

export async function savePurchase(trx: Trx, purchase: PurchaseTable): Promise<void> {
  await trx
    .insertInto('purchase')
    .values(purchase)
    .onConflict((conflict) => conflict.column('externalId').doUpdateSet(purchase))
    .execute()
}

/** Portals with reservations of the partner. */
export async function listPortalsWithReservations(trx: Trx, partnerCode: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('reservation')
    .select('memberId')
    .distinct()
    .where('partnerCode', '=', partnerCode)
    .execute()
  return rows.map((row) => row.memberId)
}
