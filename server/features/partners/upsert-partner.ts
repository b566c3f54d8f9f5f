import type { PushedPartner } from '../../../shared/contract/staff-webhooks.ts'
import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { ineligibility } from '../../partners/eligibility.ts'
import { withoutOverlap } from '../../partners/locations.ts'
import {
  findRating,
  findRegisteredPartner,
  listExtraLocations,
  replaceExtraLocations,
  type Partner
} from '../../partners/repository.ts'
import { listPortalsOfPartner, updatePortal } from '../../portals/repository.ts'
import { listPortalsNamed, lockKnownPartner, replaceRegistry, savePartner } from './repository.ts'
import { portalNames, sanctions } from './rules.ts'

export interface PartnerReply {
  id: string
  /** `active`, or why it may not take part: `terminated`, `suspended`, `not_approved`, `not_certified`. */
  state: string
}

/** Replaces a partner's record by the pushed one; an older push that comes late changes nothing. */
export async function upsertPartner(
  ctx: AppContext,
  trx: Trx,
  pushed: PushedPartner,
  pushedAt: string
): Promise<PartnerReply> {
  const now = ctx.clock.now()
  const known = await lockKnownPartner(trx, pushed.code)
  if (known && pushedAt < known.pushedAt) return replyFor(known, now)
  const partner = recordOf(ctx, pushed, pushedAt, known)
  await savePartner(trx, partner)
  await replaceRegistry(trx, partner.code, portalNames(pushed))
  await tiePortals(trx, partner.code, portalNames(pushed), partner.updatedAt)
  await dropCoveredLocations(trx, partner)
  if (!(await findRating(trx, partner.code)))
    await enqueue(
      trx,
      'rating.recalculate',
      { partnerCode: partner.code },
      { now, dedupeKey: `rating:${partner.code}` }
    )
  await note(trx, known, partner, now)
  await announce(trx, 'rating.changed', partner.code, { partnerCode: partner.code }, partner.updatedAt)
  return replyFor(partner, now)
}

function replyFor(partner: Partner, now: Date): PartnerReply {
  return { id: partner.code, state: (ineligibility(partner, now)[0] ?? 'active').replace(/^partner_/, '') }
}

function recordOf(ctx: AppContext, pushed: PushedPartner, pushedAt: string, known: Partner | undefined): Partner {
  const at = ctx.clock.now().toISOString()
  const { activationCode, code, name, status, homeCountry, certifiedUsers = [], domains = [] } = pushed
  return {
    ...{ code, name, status, homeCountry },
    ...orNull(pushed, 'certifiedAt', 'email', 'timeZone', 'suspendedUntil', 'suspensionReason', 'terminatedAt'),
    isApproved: pushed.approved ? 1 : 0,
    certifiedUsers: JSON.stringify(certifiedUsers),
    domains: JSON.stringify(domains.map((domain) => domain.toLowerCase())),
    activationCodeHash: activationCode === undefined ? null : ctx.keys.hash('activation-code', activationCode),
    staffSuspendedUntil: known?.staffSuspendedUntil ?? null,
    staffSuspensionReason: known?.staffSuspensionReason ?? null,
    pushedAt,
    createdAt: known?.createdAt ?? at,
    updatedAt: at
  }
}

/** What a push leaves out is cleared. */
function orNull<Key extends keyof PushedPartner>(pushed: PushedPartner, ...keys: Key[]) {
  return Object.fromEntries(keys.map((key) => [key, pushed[key] ?? null])) as {
    [Name in Key]: NonNullable<PushedPartner[Name]> | null
  }
}

/** Portals tied by an activation code stay tied when the registry does not name them. */
async function tiePortals(trx: Trx, partnerCode: string, names: string[], at: string): Promise<void> {
  for (const portal of await listPortalsNamed(trx, names))
    if (portal.partnerCode !== partnerCode || portal.linkedBy !== 'registry')
      await updatePortal(trx, portal.memberId, { partnerCode, linkedBy: 'registry', updatedAt: at })
  for (const portal of await listPortalsOfPartner(trx, partnerCode)) {
    if (portal.linkedBy !== 'registry' || isNamed(portal, names)) continue
    const other = await findRegisteredPartner(trx, portal)
    const tie = other === undefined ? null : ('registry' as const)
    await updatePortal(trx, portal.memberId, { partnerCode: other ?? null, linkedBy: tie, updatedAt: at })
  }
}

const isNamed = (portal: { memberId: string; domain: string }, names: string[]): boolean =>
  names.includes(portal.memberId.toLowerCase()) || names.includes(portal.domain.toLowerCase())

async function dropCoveredLocations(trx: Trx, partner: Partner): Promise<void> {
  const extras = await listExtraLocations(trx, partner.code)
  const kept = withoutOverlap(partner.homeCountry, extras)
  if (kept.length < extras.length) await replaceExtraLocations(trx, partner.code, kept)
}

async function note(trx: Trx, before: Partner | undefined, partner: Partner, now: Date): Promise<void> {
  const entry = { at: partner.updatedAt, partnerCode: partner.code, subjectId: partner.code }
  await audit(trx, { ...entry, kind: 'partner.upserted' })
  for (const kind of sanctions(before, partner, now))
    await audit(trx, { ...entry, kind, reason: kind === 'partner.suspended' ? partner.suspensionReason : null })
}
