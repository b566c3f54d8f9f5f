import type { Db, Trx } from '../db/database.ts'
import { partnerFingerprints } from './fingerprints.ts'
import type { Keys } from './keys.ts'
import { hasFingerprint } from './repository.ts'

/**
 * Whether a request's client is the partner itself: of one of its domains, or the same company. By fingerprints, so
 * that nobody has to open the client's record for it.
 */
export function isOwnRequest(
  keys: Keys,
  db: Db | Trx,
  requestId: string,
  { name, email, domains }: { name: string; email: string | null; domains: string }
): Promise<boolean> {
  const marks = partnerFingerprints(keys, { name, email, domains: JSON.parse(domains) as string[] })
  return hasFingerprint(db, requestId, marks)
}
