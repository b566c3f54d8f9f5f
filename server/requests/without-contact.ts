import type { Db, Trx } from '../db/database.ts'
import { scrub } from '../scrubbing/scrub.ts'
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
