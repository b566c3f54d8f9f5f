import { sql } from 'kysely'
import type { Db, Trx } from '../../db/database.ts'
import type { DeferredPushTable, IntakeFailureTable } from '../../db/tables/message.ts'
import type { PurchaseTable, WinProofTable } from '../../db/tables/reservation.ts'

export async function listCountries(db: Db | Trx, requestIds: string[]): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db.selectFrom('request').select(['id', 'country']).where('id', 'in', requestIds).execute()
  return new Map(rows.map(({ id, country }) => [id, country]))
}

type Sealed = Pick<IntakeFailureTable, 'id' | 'sealedBody'>

export async function listFailureBodies(db: Db, after: string, limit: number): Promise<Sealed[]> {
  return db
    .selectFrom('intake_failure')
    .select(['id', 'sealedBody'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function saveFailureBody(db: Db, { id, sealedBody }: Sealed): Promise<void> {
  await db.updateTable('intake_failure').set({ sealedBody }).where('id', '=', id).execute()
}

export async function listDeferredBodies(db: Db): Promise<Pick<DeferredPushTable, 'requestId' | 'sealedBody'>[]> {
  return db.selectFrom('deferred_push').select(['requestId', 'sealedBody']).execute()
}

export async function saveDeferredBody(db: Db, requestId: string, sealedBody: string): Promise<void> {
  await db.updateTable('deferred_push').set({ sealedBody }).where('requestId', '=', requestId).execute()
}

const isOld = (column: string, keyId: string) => sql<boolean>`${sql.ref(column)} not like ${`${keyId}.%`}`

export async function listSoldProofs(
  db: Db,
  keyId: string
): Promise<Pick<PurchaseTable, 'externalId' | 'sealedProof'>[]> {
  return db
    .selectFrom('purchase')
    .select(['externalId', 'sealedProof'])
    .where('sealedProof', 'is not', null)
    .where(isOld('proofHash', keyId))
    .execute()
}

export async function saveSoldProof(
  db: Db,
  externalId: string,
  proof: { proofHash: string; sealedProof: string }
): Promise<void> {
  await db.updateTable('purchase').set(proof).where('externalId', '=', externalId).execute()
}

export async function listWonProofs(db: Db, keyId: string): Promise<WinProofTable[]> {
  return db
    .selectFrom('win_proof')
    .selectAll()
    .where('sealedProof', 'is not', null)
    .where(isOld('proofHash', keyId))
    .execute()
}

export async function saveWonProof(
  db: Db,
  oldHash: string,
  proof: { proofHash: string; sealedProof: string }
): Promise<void> {
  await db.updateTable('win_proof').set(proof).where('proofHash', '=', oldHash).execute()
}

/** Hashes of values that are stored nowhere: they are made anew when the value comes again. */
export async function countOldHashes(db: Db, keyId: string) {
  const count = async (table: 'portal' | 'partner' | 'purchase' | 'win_proof', column: string): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((one) => one.fn.countAll<number>().as('rows'))
      .where(sql.ref(column), 'is not', null)
      .where(isOld(column, keyId))
      .executeTakeFirstOrThrow()
    return Number(row.rows)
  }
  return {
    applicationTokens: await count('portal', 'applicationTokenHash'),
    activationCodes: await count('partner', 'activationCodeHash'),
    proofs: (await count('purchase', 'proofHash')) + (await count('win_proof', 'proofHash'))
  }
}
