import type { Keys } from '../vault/keys.ts'
import type { Portal } from './repository.ts'

/** As long as the hash of a token. */
const NOBODY = `${'0'.repeat(8)}.${'0'.repeat(43)}`

/**
 * Whether the token is the secret that came with the installation. It takes as much work for an unknown portal, so that
 * the time of a refusal doesn't tell which portals are known.
 */
export function isApplicationToken(
  keys: Keys,
  portal: Pick<Portal, 'applicationTokenHash'> | undefined,
  token: string
): boolean {
  if (portal && portal.applicationTokenHash === null) return false
  return keys.matches('application-token', token, portal?.applicationTokenHash ?? NOBODY)
}
