import type { Db, Trx } from '../db/database.ts'
import { scrub, type KnownContact } from '../scrubbing/scrub.ts'
import type { ContactVault } from '../vault/contact-vault.ts'

/** What people write about a request, without the client in it: the audit log forgets nothing. */
export async function withoutContact(
  vault: ContactVault,
  db: Db | Trx,
  request: { id: string; country: string },
  text: string
): Promise<string> {
  const record = await vault.find(db, request.id)
  return scrub(text, record?.contact ?? {}, { country: request.country }).text
}

/** The numbering plan of a number without a prefix when nothing tells whose it is. */
const SOME_COUNTRY = 'US'

/** The same where no client is known. */
export const withoutAnyContact = (text: string, known: KnownContact = {}): string =>
  scrub(text, known, { country: SOME_COUNTRY }).text
