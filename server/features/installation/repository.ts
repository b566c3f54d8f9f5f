import type { Db, Trx } from '../../db/database.ts'
import type { PortalEventTable } from '../../db/tables/message.ts'

export async function insertEvent(trx: Trx, event: PortalEventTable): Promise<void> {
  await trx.insertInto('portal_event').values(event).execute()
}

export async function deleteEventsBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('portal_event').where('receivedAt', '<', before).execute()
}

export async function deleteEventsOf(trx: Trx, memberId: string): Promise<void> {
  await trx.deleteFrom('portal_event').where('memberId', '=', memberId).execute()
}

export async function deleteCallsOf(trx: Trx, memberId: string): Promise<void> {
  await trx.deleteFrom('portal_call').where('memberId', '=', memberId).execute()
}

/** Users' names leave with the portal; what a reservation came to stays with the partner. */
export async function forgetUsers(trx: Trx, memberId: string): Promise<void> {
  await trx.updateTable('reservation').set({ userName: '' }).where('memberId', '=', memberId).execute()
  await trx
    .updateTable('reservation_event')
    .set({ by: null })
    .where('cause', '=', 'agent')
    .where('reservationId', 'in', trx.selectFrom('reservation').select('id').where('memberId', '=', memberId))
    .execute()
  await trx.deleteFrom('rules_acceptance').where('memberId', '=', memberId).execute()
}
