import type { Contact } from '../../shared/contract/values.ts'
import type { Db, Trx } from '../db/database.ts'
import type { RequestContactTable } from '../db/tables/request.ts'
import type { Keys } from './keys.ts'
import {
  copyFingerprints,
  deleteSealed,
  findSealed,
  insertSealed,
  listWrappedBefore,
  saveSealed,
  saveWrappedKey
} from './repository.ts'
import { freshBytes, seal, unseal, unsealAny } from './seal.ts'

/** What the vault keeps of a request: the contact and the text as the client wrote it. */
export interface ClientRecord {
  contact: Contact
  original: { summary: string; description: string | null }
}

/**
 * The only way to a client's personal data. Each record has a random key of its own, wrapped by the master key:
 * destroying the row destroys the data wherever copies of the ciphertext remain.
 */
export class ContactVault {
  readonly #keys: Keys

  constructor(keys: Keys) {
    this.#keys = keys
  }

  async put(db: Db | Trx, requestId: string, record: ClientRecord, at: string): Promise<void> {
    await saveSealed(db, this.#sealed(requestId, record, at))
  }

  /** Records of requests that are new in this transaction. */
  async add(trx: Trx, records: { requestId: string; record: ClientRecord; at: string }[]): Promise<void> {
    await insertSealed(
      trx,
      records.map(({ requestId, record, at }) => this.#sealed(requestId, record, at))
    )
  }

  #sealed(requestId: string, record: ClientRecord, updatedAt: string): RequestContactTable {
    const recordKey = freshBytes(32)
    const wrappedKey = seal(this.#keys.of('contact'), recordKey, requestId)
    const sealed = seal(recordKey, JSON.stringify(record), requestId)
    return { requestId, keyId: this.#keys.id, wrappedKey, sealed, updatedAt }
  }

  /** Undefined once erased. */
  async find(db: Db | Trx, requestId: string): Promise<ClientRecord | undefined> {
    return (await this.list(db, [requestId])).get(requestId)
  }

  async list(db: Db | Trx, requestIds: string[]): Promise<Map<string, ClientRecord>> {
    const records = new Map<string, ClientRecord>()
    for (const row of await findSealed(db, requestIds)) {
      const recordKey = unsealAny(this.#keys.all('contact'), row.wrappedKey, row.requestId)
      records.set(row.requestId, JSON.parse(unseal(recordKey, row.sealed, row.requestId).toString()) as ClientRecord)
    }
    return records
  }

  /** Destroys a duplicate's record; by its fingerprints the original is recognised from now on. */
  async absorb(trx: Trx, duplicateId: string, originalId: string): Promise<void> {
    await copyFingerprints(trx, duplicateId, originalId)
    await deleteSealed(trx, duplicateId)
  }

  async destroy(db: Db | Trx, requestId: string): Promise<void> {
    await deleteSealed(db, requestId)
  }

  /** Wraps the keys of up to `limit` records with the present master key; answers which. The records stay as they are. */
  async rewrap(db: Db | Trx, limit: number): Promise<string[]> {
    const rows = await listWrappedBefore(db, this.#keys.id, limit)
    for (const { requestId, wrappedKey } of rows) {
      const recordKey = unsealAny(this.#keys.all('contact'), wrappedKey, requestId)
      const wrapped = seal(this.#keys.of('contact'), recordKey, requestId)
      await saveWrappedKey(db, requestId, { keyId: this.#keys.id, wrappedKey: wrapped })
    }
    return rows.map(({ requestId }) => requestId)
  }
}
