import type { AuditKind } from '../../../shared/codes.ts'
import type { PushedPartner } from '../../../shared/contract/staff-webhooks.ts'
import { isSuspended, isTerminated } from '../../partners/eligibility.ts'
import type { Partner } from '../../partners/repository.ts'

/** `https://Acme.bitrix24.de/` and `acme.bitrix24.de` name one portal; a `member_id` stays as it is. */
export const portalName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')

export const portalNames = ({ portals }: PushedPartner): string[] => [...new Set((portals ?? []).map(portalName))]

/** What a push changed in a partner's right to take part, for the audit log. */
export function sanctions(before: Partner | undefined, after: Partner, now: Date): AuditKind[] {
  const was = before ? standingOf(before, now) : { suspended: null, terminated: false }
  const is = standingOf(after, now)
  const kinds: AuditKind[] = []
  if (is.suspended !== was.suspended)
    kinds.push(is.suspended === null ? 'partner.suspension_lifted' : 'partner.suspended')
  if (is.terminated !== was.terminated) kinds.push(is.terminated ? 'partner.terminated' : 'partner.reinstated')
  return kinds
}

/** Until when it is suspended, if it is. */
const standingOf = (partner: Partner, now: Date) => ({
  suspended: isSuspended(partner, now) ? partner.suspendedUntil : null,
  terminated: isTerminated(partner, now)
})
