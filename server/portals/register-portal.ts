import type { Trx } from '../db/database.ts'
import { findRegisteredPartner } from '../partners/repository.ts'
import { languageOf } from './languages.ts'
import { findPortal, insertPortal, updatePortal, type Portal } from './repository.ts'

/** What the auth server told about the portal. */
export interface VerifiedPortal {
  memberId: string
  domain: string
  clientEndpoint: string
  authServer: string
  licence: string | null
  isAdmin: boolean
}

/**
 * Notes a portal that a verified user opened: a new one, a renamed one, one that comes back after an uninstall.
 * The registry ties it to its partner, unless an activation code already did. Its language is that in which an
 * admin opened it last.
 */
export async function registerPortal(
  trx: Trx,
  verified: VerifiedPortal,
  lang: string | null,
  now: string
): Promise<Portal> {
  const { memberId, domain, clientEndpoint, authServer, licence, isAdmin } = verified
  await insertPortal(trx, {
    ...{ memberId, domain, clientEndpoint, authServer, licence, lang: languageOf(lang) },
    ...{ applicationTokenHash: null, status: 'new', trouble: null, partnerCode: null, linkedBy: null, crmMode: null },
    ...{ steps: '[]', installedAt: null, uninstalledAt: null, bucketLevel: 0, bucketAt: now, nextSweepAt: null },
    ...{ heldUntil: null },
    ...{ createdAt: now, updatedAt: now }
  })
  const portal = (await findPortal(trx, memberId))!
  const comesBack = portal.status === 'uninstalled'
  const registered = portal.linkedBy === 'code' ? undefined : await findRegisteredPartner(trx, { memberId, domain })
  const changes: Partial<Portal> = {
    ...{ domain, clientEndpoint, authServer, licence },
    ...(isAdmin && lang !== null ? { lang: languageOf(lang) } : {}),
    ...(comesBack ? { status: 'new', uninstalledAt: null, trouble: null, heldUntil: null } : {}),
    ...(registered ? { partnerCode: registered, linkedBy: 'registry' } : {})
  }
  const isChanged = Object.entries(changes).some(([column, value]) => portal[column as keyof Portal] !== value)
  if (isChanged) await updatePortal(trx, memberId, { ...changes, updatedAt: now })
  return { ...portal, ...changes }
}
