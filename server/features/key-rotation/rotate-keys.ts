import type { Contact } from '../../../shared/contract/values.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import type { Fingerprint } from '../../vault/fingerprints.ts'
import { replaceFingerprints } from '../../vault/repository.ts'
import { seal, unsealAny } from '../../vault/seal.ts'
import * as repository from './repository.ts'

export interface RotationReport {
  contacts: number
  tokens: number
  failures: number
  deferred: number
  proofs: number
  /** What only a coming value can renew. While there is any, `APP_SECRET_PREVIOUS` has to stay. */
  left: { applicationTokens: number; activationCodes: number; proofs: number }
}

/** By which marks a client is recognised again: the intake's own business, given by the command. */
export type FingerprintsOf = (contact: Contact, country: string) => Fingerprint[]

const AT_ONCE = 100

/**
 * Seals everything with the present secret that a previous one sealed, and hashes anew what can be. It may be broken
 * off and run again; both secrets open everything meanwhile.
 */
export async function rotateKeys(ctx: AppContext, fingerprintsOf: FingerprintsOf): Promise<RotationReport> {
  return {
    contacts: await rotateContacts(ctx, fingerprintsOf),
    tokens: await transact(ctx.db, (trx) => ctx.tokens.reseal(trx)),
    failures: await rotateFailures(ctx),
    deferred: await rotateDeferred(ctx),
    proofs: await rotateProofs(ctx),
    left: await repository.countOldHashes(ctx.db, ctx.keys.id)
  }
}

async function rotateContacts(ctx: AppContext, fingerprintsOf: FingerprintsOf): Promise<number> {
  for (let total = 0; ;) {
    const done = await transact(ctx.db, async (trx) => {
      const ids = await ctx.vault.rewrap(trx, AT_ONCE)
      const countries = await repository.listCountries(trx, ids)
      for (const [id, { contact }] of await ctx.vault.list(trx, ids))
        await replaceFingerprints(trx, id, fingerprintsOf(contact, countries.get(id) ?? ''))
      return ids.length
    })
    total += done
    if (done < AT_ONCE) return total
  }
}

async function rotateFailures(ctx: AppContext): Promise<number> {
  let after = ''
  for (let total = 0; ;) {
    const rows = await repository.listFailureBodies(ctx.db, after, AT_ONCE)
    for (const { id, sealedBody } of rows) {
      const body = unsealAny(ctx.keys.all('contact'), sealedBody, id)
      await repository.saveFailureBody(ctx.db, { id, sealedBody: seal(ctx.keys.of('contact'), body, id) })
    }
    total += rows.length
    if (rows.length < AT_ONCE) return total
    after = rows.at(-1)!.id
  }
}

/** They wait for seconds only, so that there are never many. */
async function rotateDeferred({ db, keys }: AppContext): Promise<number> {
  const rows = await repository.listDeferredBodies(db)
  for (const { requestId, sealedBody } of rows) {
    const body = unsealAny(keys.all('contact'), sealedBody, requestId)
    await repository.saveDeferredBody(db, requestId, seal(keys.of('contact'), body, requestId))
  }
  return rows.length
}

async function rotateProofs(ctx: AppContext): Promise<number> {
  const { keys, db } = ctx
  const anew = (sealed: string | null, context: string) => {
    const proof = unsealAny(keys.all('proof'), sealed ?? '', context).toString()
    return { proofHash: keys.hash('proof', proof), sealedProof: seal(keys.of('proof'), proof, context) }
  }
  const sold = await repository.listSoldProofs(db, keys.id)
  for (const { externalId, sealedProof } of sold)
    await repository.saveSoldProof(db, externalId, anew(sealedProof, externalId))
  const won = await repository.listWonProofs(db, keys.id)
  for (const { proofHash, reservationId, sealedProof } of won)
    await repository.saveWonProof(db, proofHash, anew(sealedProof, reservationId))
  return sold.length + won.length
}
