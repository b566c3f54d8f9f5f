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

/** What suspends the partner now, by the registry or in the console; a temporary one ends by itself. */
export function suspensionsOf(partner: Partner, now: Date): Suspension[] {
  const { suspendedUntil, suspensionReason, staffSuspendedUntil, staffSuspensionReason } = partner
  const all = [
    { by: 'registry', until: suspendedUntil, reason: suspensionReason },
    { by: 'staff', until: staffSuspendedUntil, reason: staffSuspensionReason }
  ] as const
  return all.flatMap(({ by, until, reason }) =>
    until !== null && (until === 'permanent' || Date.parse(until) > now.getTime()) ? [{ by, until, reason }] : []
  )
}

export interface Suspension {
  by: 'registry' | 'staff'
  /** A time or `permanent`. */
  until: string
  reason: string | null
}

export const isSuspended = (partner: Partner, now: Date): boolean => suspensionsOf(partner, now).length > 0

/** End of a temporary suspension; null when there is none or it has no end. */
export function suspensionEnd(partner: Partner, now: Date): string | null {
  const ends = suspensionsOf(partner, now).map(({ until }) => until)
  return ends.includes('permanent') ? null : (ends.sort().at(-1) ?? null)
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
