import { describe, expect, it } from 'vitest'
import { freeSlot, refusalOf, type Facts } from './rules.ts'

const fine: Facts = {
  ineligibility: null,
  mayReserve: true,
  isAgentCertified: true,
  state: 'open',
  isExpired: false,
  freeSlots: 5,
  isOwnRequest: false,
  lock: null,
  daily: { used: 0, max: 3, freeAt: null },
  inWork: { used: 0, max: 5 },
  hasAcceptedRules: true,
  rulesVersion: '1'
}
const codeFor = (facts: Partial<Facts>) => refusalOf({ ...fine, ...facts })?.code ?? null

describe('a reservation', () => {
  it('is granted when nothing speaks against it', () => {
    expect(refusalOf(fine)).toBeNull()
  })

  it('is refused for the first reason of the contract’s order', () => {
    const everything: Partial<Facts>[] = [
      { ineligibility: { code: 'partner_suspended', until: null } },
      { isAgentCertified: false },
      { mayReserve: false },
      { isExpired: true },
      { freeSlots: 0, state: 'full' },
      { isOwnRequest: true },
      { lock: { unlocksAt: '2026-11-22T12:00:00.000Z', unlocksNowAtLevel: 4 } },
      { daily: { used: 3, max: 3, freeAt: null } },
      { inWork: { used: 5, max: 5 } },
      { hasAcceptedRules: false }
    ]
    const codes = everything.map((_, index) => codeFor(Object.assign({}, ...everything.slice(index)) as Partial<Facts>))
    expect(codes).toEqual([
      'partner_suspended',
      'agent_not_certified',
      'forbidden',
      'request_closed',
      'request_full',
      'own_request',
      'request_locked',
      'daily_limit_reached',
      'in_work_limit_reached',
      'contact_rules_not_accepted'
    ])
  })

  it('takes the lowest free slot and none beyond the last', () => {
    expect(freeSlot([1, 3], 5)).toBe(2)
    expect(freeSlot([1, 2, 3, 4, 5], 5)).toBeNull()
  })
})
