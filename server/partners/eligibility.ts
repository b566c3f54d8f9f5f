import type { Partner } from './repository.ts'

export type Ineligibility =
  'partner_terminated' | 'partner_suspended' | 'partner_not_approved' | 'partner_not_certified'

/** Why a partner may not take part now (product.md §3), the gravest reason first; empty when it may. */
export function ineligibility(partner: Partner, now: Date): Ineligibility[] {
  const reasons: Ineligibility[] = []
  if (isTerminated(partner, now)) reasons.push('partner_terminated')
  if (isSuspended(partner, now)) reasons.push('partner_suspended')
  if (partner.isApproved === 0) reasons.push('partner_not_approved')
  if (partner.certifiedAt === null || Date.parse(partner.certifiedAt) > now.getTime())
    reasons.push('partner_not_certified')
  return reasons
}

export function isTerminated(partner: Partner, now: Date): boolean {
  return partner.terminatedAt !== null && Date.parse(partner.terminatedAt) <= now.getTime()
}

/** A temporary suspension ends by itself. */
export function isSuspended(partner: Partner, now: Date): boolean {
  if (partner.suspendedUntil === null) return false
  return partner.suspendedUntil === 'permanent' || Date.parse(partner.suspendedUntil) > now.getTime()
}

/** End of a temporary suspension; null when there is none or it has no end. */
export function suspensionEnd(partner: Partner, now: Date): string | null {
  return isSuspended(partner, now) && partner.suspendedUntil !== 'permanent' ? partner.suspendedUntil : null
}

export function isUserCertified(
  partner: Partner,
  portal: { memberId: string; domain: string },
  userId: number
): boolean {
  const certificates = JSON.parse(partner.certifiedUsers) as { portal: string; userId: number }[]
  const names = [portal.memberId.toLowerCase(), portal.domain.toLowerCase()]
  return certificates.some((one) => one.userId === userId && names.includes(one.portal.toLowerCase()))
}
