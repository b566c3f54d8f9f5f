import { sql, type Insertable, type Updateable } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { valuesIn } from '../../db/values-in.ts'
import type { RequestTable } from '../../db/tables/request.ts'
import { newId } from '../../ids.ts'
import { lockRequestById, type RequestRow } from '../../requests/repository.ts'
import type { Fingerprint, FingerprintKind } from '../../vault/fingerprints.ts'
import { isOfClient } from '../../vault/repository.ts'

export type { RequestRow }

/** What a push says about a request; state, slots and times are ours. */
export type RequestContent = Pick<
  RequestRow,
  | 'services'
  | 'serviceBits'
  | 'summary'
  | 'description'
  | 'country'
  | 'subdivision'
  | 'city'
  | 'languages'
  | 'clientRole'
  | 'companySize'
  | 'industry'
  | 'users'
  | 'budgetAmount'
  | 'budgetCurrency'
  | 'budgetEur'
  | 'timeframe'
  | 'edition'
  | 'source'
  | 'valueClass'
  | 'searchText'
  | 'wantedExpiresAt'
  | 'hasConsent'
  | 'consentVersion'
  | 'consentAt'
>

/** Takes the row's lock on both engines. The externalId of a merged duplicate stands for its original. */
export async function lockRequest(trx: Trx, externalId: string): Promise<RequestRow | undefined> {
  const row = await trx
    .updateTable('request')
    .set({ externalId })
    .where('externalId', '=', externalId)
    .returningAll()
    .executeTakeFirst()
  return row === undefined || row.mergedInto === null ? row : lockRequestById(trx, row.mergedInto)
}

/** By which senders call a request: its own, and those of duplicates that were merged into it. */
export async function listExternalIds(trx: Trx, id: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('request')
    .select('externalId')
    .where((one) => one.or([one('id', '=', id), one('mergedInto', '=', id)]))
    .execute()
  return rows.map(({ externalId }) => externalId)
}

export async function insertRequests(trx: Trx, rows: Insertable<RequestTable>[]): Promise<void> {
  await insertRows(trx, 'request', rows)
}

/** Which of these are known, also as merged duplicates. */
export async function listKnown(trx: Trx, externalIds: string[]): Promise<Set<string>> {
  return valuesIn(trx, 'request', 'externalId', externalIds)
}

export async function updateRequest(trx: Trx, id: string, changes: Updateable<RequestTable>): Promise<void> {
  await trx.updateTable('request').set(changes).where('id', '=', id).execute()
}

export async function insertFingerprints(
  trx: Trx,
  clients: { requestId: string; fingerprints: Fingerprint[] }[]
): Promise<void> {
  const rows = clients.flatMap(({ requestId, fingerprints }) =>
    fingerprints.map(({ kind, hash }) => ({ requestId, kind, hash }))
  )
  await insertRows(trx, 'request_fingerprint', rows)
}

export async function deleteFingerprints(trx: Trx, requestId: string): Promise<void> {
  await trx.deleteFrom('request_fingerprint').where('requestId', '=', requestId).execute()
}

const OF_A_CLIENT: FingerprintKind[] = ['phone', 'email', 'company_name']
/** What a client is recognised by. */
export const hashesOf = (fingerprints: Fingerprint[]): string[] =>
  fingerprints.filter(({ kind }) => OF_A_CLIENT.includes(kind)).map(({ hash }) => hash)

/** Which of these some request has. Each costs one look into the index, however many requests have it. */
export async function listSeenHashes(trx: Trx, hashes: string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const wanted = sql.join(hashes.map((hash) => sql`(${hash})`))
  const { rows } = await sql<{ hash: string }>`
    with wanted(hash) as (values ${wanted})
    select hash from wanted where exists (
      select 1 from request_fingerprint as known where known.hash = wanted.hash and ${isOfClient})`.execute(trx)
  return new Set(rows.map(({ hash }) => hash))
}

export interface Twin {
  id: string
  number: number
  kind: string
}

/** Requests of the same client that came first, the oldest ahead. */
export async function listTwins(
  trx: Trx,
  client: { fingerprints: Fingerprint[]; from: string; to: string; before: number | undefined }
): Promise<Twin[]> {
  const hashes = hashesOf(client.fingerprints)
  if (hashes.length === 0) return []
  let query = trx
    .selectFrom('request_fingerprint')
    .innerJoin('request', 'request.id', 'request_fingerprint.requestId')
    .select(['request.id', 'request.number', 'request_fingerprint.kind'])
    .where('request_fingerprint.hash', 'in', hashes)
    .where(isOfClient)
    .where('request.receivedAt', '>=', client.from)
    .where('request.receivedAt', '<=', client.to)
    .where('request.state', 'not in', ['dropped', 'erased'])
  if (client.before !== undefined) query = query.where('request.number', '<', client.before)
  return query.orderBy('request.number').limit(20).execute()
}

export interface Reserver {
  id: string
  memberId: string
  partnerCode: string
}

export async function listReservers(trx: Trx, requestId: string): Promise<Reserver[]> {
  return trx
    .selectFrom('reservation')
    .select(['id', 'memberId', 'partnerCode'])
    .where('requestId', '=', requestId)
    .orderBy('slot')
    .execute()
}

/** Closes visible requests whose time is over and answers them. */
export async function closeExpired(trx: Trx, now: string, limit: number): Promise<RequestRow[]> {
  const due = await trx
    .selectFrom('request')
    .select('id')
    .where('state', 'in', ['open', 'full'])
    .where('expiresAt', '<=', now)
    .orderBy('expiresAt')
    .limit(limit)
    .execute()
  if (due.length === 0) return []
  return trx
    .updateTable('request')
    .set({ state: 'expired', closedAt: now, updatedAt: now })
    .where(
      'id',
      'in',
      due.map(({ id }) => id)
    )
    .where('state', 'in', ['open', 'full'])
    .returningAll()
    .execute()
}

/** What happened to a request that somebody has reserved, for the history of the reservation. */
export async function addHistory(
  trx: Trx,
  entry: { reservationId: string; at: string; kind: 'withdrawn' | 'erased' }
): Promise<void> {
  await trx
    .insertInto('reservation_event')
    .values({ id: newId(), cause: 'staff', by: null, detail: null, ...entry })
    .execute()
}
