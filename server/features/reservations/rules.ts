import type { ErrorCode } from '../../../shared/error-codes.ts'
import type { ErrorDetails } from '../../errors.ts'

/** All that decides whether a reservation may be made now. */
export interface Facts {
  /** Suspended, not approved, not certified: the gravest, if any. */
  ineligibility: { code: ErrorCode; until: string | null } | null
  mayReserve: boolean
  isAgentCertified: boolean
  state: string
  isExpired: boolean
  freeSlots: number
  isOwnRequest: boolean
  lock: { unlocksAt: string; unlocksNowAtLevel: number } | null
  daily: { used: number; max: number; freeAt: string | null }
  inWork: { used: number; max: number }
  hasAcceptedRules: boolean
  rulesVersion: string
}

export type Refusal = { code: ErrorCode; details: ErrorDetails }

/** The first reason against a reservation, in the order of contract.md; null when there is none. */
export function refusalOf(facts: Facts): Refusal | null {
  const { ineligibility, lock, daily, inWork } = facts
  if (ineligibility)
    return refusal(ineligibility.code, ineligibility.code === 'partner_suspended' ? { until: ineligibility.until } : {})
  if (!facts.isAgentCertified) return refusal('agent_not_certified')
  if (!facts.mayReserve) return refusal('forbidden', { detail: 'an administrator decides who may reserve' })
  if (!['open', 'full'].includes(facts.state) || facts.isExpired) return refusal('request_closed')
  if (facts.state === 'full' || facts.freeSlots <= 0) return refusal('request_full')
  if (facts.isOwnRequest) return refusal('own_request')
  if (lock) return refusal('request_locked', lock)
  if (daily.used >= daily.max) return refusal('daily_limit_reached', { max: daily.max, retryAt: daily.freeAt })
  if (inWork.used >= inWork.max) return refusal('in_work_limit_reached', { max: inWork.max, retryAt: null })
  if (!facts.hasAcceptedRules) return refusal('contact_rules_not_accepted', { rulesVersion: facts.rulesVersion })
  return null
}

const refusal = (code: ErrorCode, details: ErrorDetails = {}): Refusal => ({ code, details })

/** The lowest slot that nobody has. Slots of lost and void reservations stay taken. */
export function freeSlot(taken: number[], max: number): number | null {
  for (let slot = 1; slot <= max; slot++) if (!taken.includes(slot)) return slot
  return null
}
