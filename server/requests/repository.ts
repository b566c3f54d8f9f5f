import type { Selectable, Updateable } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { RequestTable } from '../db/tables/request.ts'

export type RequestRow = Selectable<RequestTable>
/** A request that was released once. */
export type ReleasedRequest = RequestRow & { releasedAt: string; expiresAt: string }

export const isReleased = (request: RequestRow): request is ReleasedRequest =>
  request.releasedAt !== null && request.expiresAt !== null

/** States in which a request is nobody's business: not released, or no longer there. */
const HIDDEN = ['held', 'dropped', 'erased']

export const isVisible = (request: RequestRow | undefined): request is ReleasedRequest =>
  request !== undefined && !HIDDEN.includes(request.state) && isReleased(request)

export async function findRequest(db: Db | Trx, id: string): Promise<RequestRow | undefined> {
  return db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findRequests(db: Db | Trx, ids: string[]): Promise<RequestRow[]> {
  if (ids.length === 0) return []
  return db.selectFrom('request').selectAll().where('id', 'in', ids).execute()
}

/** Takes the row's lock on both engines. */
export async function lockRequestById(trx: Trx, id: string): Promise<RequestRow | undefined> {
  return trx.updateTable('request').set({ id }).where('id', '=', id).returningAll().executeTakeFirst()
}

export async function changeRequest(trx: Trx, id: string, changes: Updateable<RequestTable>): Promise<RequestRow> {
  return trx.updateTable('request').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}
