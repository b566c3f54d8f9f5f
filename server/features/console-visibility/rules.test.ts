import { describe, expect, it } from 'vitest'
import { VISIBILITY_RULES } from '../../../shared/contract/console-visibility.ts'
import { explainVisibility, type Facts } from './rules.ts'

const fine: Facts = {
  state: 'open',
  isReleased: true,
  heldReasons: [],
  isMerged: false,
  isOver: false,
  isCovered: true,
  ineligibility: [],
  suspendedUntil: null,
  portals: [{ domain: 'a.bitrix24.de', status: 'installed', trouble: null }],
  paused: [],
  filtered: [],
  lock: null,
  isOwnRequest: false,
  limits: { daily: { used: 0, max: 3 }, inWork: { used: 0, max: 5 } },
  dailyFreeAt: null,
  reservationId: null
}
const codes = (facts: Partial<Facts>) => explainVisibility({ ...fine, ...facts }).reasons.map(({ code }) => code)
const sees = (facts: Partial<Facts>) => explainVisibility({ ...fine, ...facts }).sees

describe('why a partner does not see a request', () => {
  it('has no reason when nothing speaks against it', () => {
    const { rules, ...answer } = explainVisibility(fine)
    expect(answer).toEqual({ sees: 'full_card', mayReserve: true, reasons: [] })
    expect(rules.map(({ rule }) => rule)).toEqual(VISIBILITY_RULES)
    expect(rules.filter(({ verdict }) => verdict !== 'passed')).toEqual([])
  })

  it.each([
    [{ state: 'held', heldReasons: ['spam'] }, 'held'],
    [{ state: 'dropped' }, 'dropped'],
    [{ state: 'dropped', isMerged: true }, 'merged'],
    [{ state: 'withdrawn' }, 'withdrawn'],
    [{ state: 'erased' }, 'erased'],
    [{ state: 'full' }, 'full'],
    [{ isOver: true }, 'expired'],
    [{ isCovered: false }, 'outside_locations'],
    [{ ineligibility: ['partner_suspended'] }, 'partner_suspended'],
    [{ portals: [] }, 'not_linked'],
    [{ portals: [{ domain: 'a', status: 'uninstalled', trouble: null }] }, 'not_installed']
  ] as [Partial<Facts>, string][])('hides it: %j', (facts, code) => {
    expect(codes(facts)).toEqual([code])
    expect(sees(facts)).toBe('nothing')
  })

  it('tells when a lock opens and at which level it would be open now', () => {
    const lock = { unlocksAt: '2026-11-22T13:00:00.000Z', unlocksNowAtLevel: 4 }
    expect(explainVisibility({ ...fine, lock })).toMatchObject({
      sees: 'locked_card',
      mayReserve: false,
      reasons: [{ code: 'locked', rule: 'unlock', effect: 'locks', until: lock.unlocksAt, facts: { level: 4 } }]
    })
  })

  it('tells what only blocks reserving or keeps notices away', () => {
    const limits = { daily: { used: 3, max: 3 }, inWork: { used: 5, max: 5 } }
    expect(explainVisibility({ ...fine, limits, isOwnRequest: true })).toMatchObject({
      sees: 'full_card',
      mayReserve: false
    })
    expect(codes({ limits, isOwnRequest: true })).toEqual(['own_request', 'daily_limit', 'in_work_limit'])
    const quiet = explainVisibility({ ...fine, paused: [{ domain: 'a', until: 'later' }], filtered: ['a'] })
    expect(quiet).toMatchObject({ sees: 'full_card', mayReserve: true })
    expect(quiet.reasons.map(({ effect }) => effect)).toEqual(['quiets', 'quiets'])
  })

  it('is no question for a partner that has it', () => {
    expect(sees({ reservationId: 'r', state: 'full', isCovered: false })).toBe('reservation')
    expect(sees({ reservationId: 'r', ineligibility: ['partner_suspended'] })).toBe('reservation')
  })

  it('is one again for a partner that can’t open the app any more', () => {
    expect(sees({ reservationId: 'r', ineligibility: ['partner_terminated'] })).toBe('nothing')
    expect(sees({ reservationId: 'r', portals: [] })).toBe('nothing')
  })

  it('names every rule and what came of it, and leaves out what can’t be asked yet', () => {
    const held = explainVisibility({ ...fine, state: 'held', isReleased: false, isCovered: false, portals: [] })
    const verdicts = new Map(held.rules.map(({ rule, verdict }) => [rule, verdict]))
    expect(Object.fromEntries(verdicts)).toMatchObject({
      ...{ state: 'against', place: 'against', portal: 'against', unlock: 'unasked', connection: 'unasked' },
      ...{ slots: 'passed', own_request: 'passed', daily_limit: 'passed' }
    })
  })
})
