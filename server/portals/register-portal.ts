import type { Trx } from '../db/database.ts'
import { findRegisteredPartner } from '../partners/repository.ts'
import { findPortal, insertPortal, updatePortal, type Portal } from './repository.ts'

/** What the auth server told about the portal. */
export interface VerifiedPortal {
  memberId: string
  domain: string
  clientEndpoint: string
  authServer: string
  licence: string | null
}

/**
 * Notes a portal that a verified user opened: a new one, a renamed one, one that comes back after an uninstall.
 * The registry ties it to its partner, unless an activation code already did.
 */
export async function registerPortal(trx: Trx, verified: VerifiedPortal, lang: string, now: string): Promise<Portal> {
  const { memberId, domain, clientEndpoint, authServer, licence } = verified
  await insertPortal(trx, {
    ...{ memberId, domain, clientEndpoint, authServer, licence, lang },
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
    ...(comesBack ? { status: 'new', uninstalledAt: null, trouble: null, heldUntil: null } : {}),
    ...(registered ? { partnerCode: registered, linkedBy: 'registry' } : {})
  }
  const isChanged = Object.entries(changes).some(([column, value]) => portal[column as keyof Portal] !== value)
  if (isChanged) await updatePortal(trx, memberId, { ...changes, updatedAt: now })
  return { ...portal, ...changes }
}
