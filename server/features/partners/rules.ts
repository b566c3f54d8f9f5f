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
export function sanctions(before: Partner | undefined, after: Partner, now: Date): string[] {
  const was = {
    suspended: before ? isSuspended(before, now) : false,
    terminated: before ? isTerminated(before, now) : false
  }
  const is = { suspended: isSuspended(after, now), terminated: isTerminated(after, now) }
  const kinds: string[] = []
  const hasNewEnd = was.suspended && is.suspended && before?.suspendedUntil !== after.suspendedUntil
  if ((is.suspended && !was.suspended) || hasNewEnd) kinds.push('partner.suspended')
  if (was.suspended && !is.suspended) kinds.push('partner.suspension_lifted')
  if (is.terminated && !was.terminated) kinds.push('partner.terminated')
  if (was.terminated && !is.terminated) kinds.push('partner.reinstated')
  return kinds
}
