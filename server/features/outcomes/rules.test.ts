import { describe, expect, it } from 'vitest'
import { CRM_DEAL, CRM_LEAD, type Semantic } from '../../../shared/codes.ts'
import { DAY, HOUR } from '../../clock.ts'
import { DEFAULT_POLICY as policy } from '../../config/policy.ts'
import type { AbsentItem, PresentItem } from './item-state.ts'
import {
  needsActivity,
  progressOf,
  standingOf,
  verdictOf,
  type Current,
  type Evidence,
  type Standing
} from './rules.ts'

const now = new Date('2030-06-01T12:00:00.000Z')
const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString()

const item = (entityTypeId: number, id: number, semantic: Semantic | null, more: Partial<PresentItem> = {}) =>
  ({
    ...{ kind: 'present', entityTypeId, id, semantic, stageId: `STAGE_${semantic}`, categoryId: 0 },
    ...{ createdAt: ago(9 * DAY), movedAt: ago(9 * DAY), proof: null, ...more }
  }) satisfies PresentItem
const lead = (semantic: Semantic | null) => item(CRM_LEAD, 1, semantic)
const deal = (id: number, semantic: Semantic | null) => item(CRM_DEAL, id, semantic)
const absent = (kind: AbsentItem['kind'], entityTypeId: number, id = 1): AbsentItem => ({ kind, entityTypeId, id })
const standing = (leads: Parameters<typeof standingOf>[0], deals: Parameters<typeof standingOf>[1] = []) => {
  const found = standingOf(leads, deals, null)
  return 'item' in found ? [found.kind, found.item.entityTypeId, found.item.id] : [found.kind]
}

describe('where a reservation stands in the CRM', () => {
  it('a lead decides until it is converted', () => {
    expect(standing([lead('P')])).toEqual(['open', CRM_LEAD, 1])
    expect(standing([lead('F')])).toEqual(['lost', CRM_LEAD, 1])
    expect(standing([lead('S')])).toEqual(['open', CRM_LEAD, 1])
    expect(standing([lead('S')], [deal(7, 'P')])).toEqual(['open', CRM_DEAL, 7])
    expect(standing([lead('S')], [deal(7, 'S')])).toEqual(['won', CRM_DEAL, 7])
  })

  it('a lead that was reopened decides again', () => {
    expect(standing([lead('P')], [deal(7, 'S')])).toEqual(['open', CRM_LEAD, 1])
  })

  it('of several deals one win is enough, and all have to be lost', () => {
    expect(standing([lead('S')], [deal(7, 'F'), deal(8, 'S'), deal(9, 'P')])).toEqual(['won', CRM_DEAL, 8])
    expect(standing([lead('S')], [deal(7, 'F'), deal(8, 'P')])).toEqual(['open', CRM_DEAL, 8])
    expect(standing([lead('S')], [deal(7, 'F'), deal(8, 'F')])).toEqual(['lost', CRM_DEAL, 7])
  })

  it('a deal without a lead decides alone', () => {
    expect(standing([], [deal(3, 'F')])).toEqual(['lost', CRM_DEAL, 3])
    expect(standing([], [])).toEqual(['unknown'])
  })

  it('stays with the deal that it followed when another one is as good', () => {
    expect(standingOf([lead('S')], [deal(7, 'P'), deal(8, 'P')], 8)).toMatchObject({ item: { id: 8 } })
  })

  it('what was deleted is missing, except a lead whose deals are there', () => {
    expect(standing([absent('deleted', CRM_LEAD)])).toEqual(['missing'])
    expect(standing([absent('deleted', CRM_LEAD)], [deal(7, 'S')])).toEqual(['won', CRM_DEAL, 7])
    expect(standing([lead('S')], [absent('deleted', CRM_DEAL, 7)])).toEqual(['missing'])
    expect(standing([lead('S')], [absent('deleted', CRM_DEAL, 7), deal(8, 'F')])).toEqual(['missing'])
    expect(standing([lead('S')], [absent('deleted', CRM_DEAL, 7), deal(8, 'P')])).toEqual(['open', CRM_DEAL, 8])
  })

  it('what could not be read leaves everything as it is', () => {
    expect(standing([absent('unread', CRM_LEAD)], [deal(7, 'S')])).toEqual(['unknown'])
    expect(standing([absent('hidden', CRM_LEAD)])).toEqual(['unknown'])
    expect(standing([absent('hidden', CRM_LEAD)], [deal(7, 'F')])).toEqual(['lost', CRM_DEAL, 7])
    expect(standing([lead(null)])).toEqual(['unknown'])
    expect(standing([lead('S')], [deal(7, 'F'), absent('unread', CRM_DEAL, 8)])).toEqual(['unknown'])
    expect(standing([lead('S')], [deal(7, 'F'), deal(8, null)])).toEqual(['unknown'])
    expect(standing([lead('S')], [deal(7, 'S'), absent('hidden', CRM_DEAL, 8)])).toEqual(['won', CRM_DEAL, 7])
  })
})

const current = (more: Partial<Current> = {}): Current => ({
  ...{ outcome: 'open', reservedAt: ago(10 * DAY), deletedAt: null, ...more }
})
const sure: Evidence = { confirmedBy: null, isRefuted: false, proof: 'missing', activity: 'some' }
const won: Standing = { kind: 'won', item: deal(7, 'S') }
const judge = (now_: Current, where: Standing, evidence: Partial<Evidence> = {}, rules = policy, at = now) =>
  verdictOf(now_, where, { ...sure, ...evidence }, rules, at)

describe('the outcome', () => {
  it('follows the CRM to won, to lost and back to open', () => {
    expect(judge(current(), won)).toMatchObject({ outcome: 'won', doubt: null })
    expect(judge(current(), { kind: 'lost', item: lead('F') })).toMatchObject({ outcome: 'lost' })
    expect(judge(current({ outcome: 'won' }), { kind: 'open', item: deal(7, 'P') })).toMatchObject({ outcome: 'open' })
    expect(judge(current({ outcome: 'lost' }), won)).toMatchObject({ outcome: 'won' })
  })

  it('of a void reservation is never touched, nor is one that could not be read', () => {
    expect(judge(current({ outcome: 'void' }), won)).toBeNull()
    expect(judge(current({ outcome: 'won' }), { kind: 'unknown' })).toBeNull()
  })

  it('of a deleted item stays open for 14 days, then it is lost', () => {
    const missing: Standing = { kind: 'missing' }
    const first = judge(current(), missing)!
    expect(first).toEqual({
      ...{ outcome: 'open', doubt: null, deletedAt: now.toISOString() },
      reviewAt: ago(-14 * DAY)
    })
    const since = (days: number) => current({ deletedAt: ago(days * DAY) })
    expect(judge(since(13.9), missing)).toMatchObject({ outcome: 'open', deletedAt: ago(13.9 * DAY) })
    expect(judge(since(14), missing)).toMatchObject({ outcome: 'lost', reviewAt: null })
    expect(judge(since(3), { kind: 'open', item: lead('P') })).toMatchObject({ outcome: 'open', deletedAt: null })
  })

  it('once closed is not changed by tidying up the CRM', () => {
    expect(judge(current({ outcome: 'won' }), { kind: 'missing' })).toBeNull()
  })
})

describe('a win', () => {
  it('younger than 72 hours waits until they have passed', () => {
    const young = current({ reservedAt: ago(71 * HOUR) })
    expect(judge(young, won)).toEqual({
      ...{ outcome: 'open', doubt: 'too_young', deletedAt: null },
      reviewAt: ago(-1 * HOUR)
    })
    expect(judge(current({ reservedAt: ago(72 * HOUR) }), won)).toMatchObject({ outcome: 'won' })
  })

  it('without activity waits until a purchase or staff confirm it, which does not shorten the 72 hours', () => {
    const none = { activity: 'none' as const }
    expect(judge(current(), won, none)).toMatchObject({ outcome: 'open', doubt: 'no_activity', reviewAt: null })
    expect(judge(current(), won, { ...none, confirmedBy: 'purchase' })).toMatchObject({ outcome: 'won' })
    const young = current({ reservedAt: ago(HOUR) })
    expect(judge(young, won, { ...none, confirmedBy: 'purchase' })).toMatchObject({ doubt: 'too_young' })
    expect(judge(current(), won, none, { ...policy, winNeedsActivity: false })).toMatchObject({ outcome: 'won' })
  })

  it('whose activity could not be read stays undecided', () => {
    expect(judge(current(), won, { activity: 'unread' })).toBeNull()
    expect(judge(current({ outcome: 'won' }), won, { activity: 'unread' })).toMatchObject({ outcome: 'won' })
  })

  it('is taken back by a reversed purchase', () => {
    const refuted = judge(current({ outcome: 'won' }), won, { isRefuted: true })
    expect(refuted).toMatchObject({ outcome: 'open', doubt: 'refuted', reviewAt: null })
  })

  it('needs a proof of its own where the policy says so', () => {
    const key = { ...policy, winProof: 'key' as const }
    expect(judge(current(), won, {}, key)).toMatchObject({ outcome: 'open', doubt: 'proof_missing' })
    expect(judge(current(), won, { proof: 'reused' }, key)).toMatchObject({ outcome: 'open', doubt: 'proof_reused' })
    expect(judge(current(), won, { proof: 'valid' }, key)).toMatchObject({ outcome: 'won' })
  })

  it('asks for the activity on the items only when that decides', () => {
    expect(needsActivity(current(), won, policy, now)).toBe(true)
    expect(needsActivity(current({ outcome: 'won' }), won, policy, now)).toBe(false)
    expect(needsActivity(current({ reservedAt: ago(HOUR) }), won, policy, now)).toBe(false)
    expect(needsActivity(current(), { kind: 'missing' }, policy, now)).toBe(false)
    expect(needsActivity(current(), won, { ...policy, winNeedsActivity: false }, now)).toBe(false)
  })
})

describe('progress', () => {
  const stored = { progressAt: ago(5 * DAY), crmStageId: 'STAGE_P', crmEntityId: 7 }
  const moved = (movedAt: string | null, stageId = 'STAGE_P') => item(CRM_DEAL, 7, 'P', { movedAt, stageId })
  const progress = (one: PresentItem) => progressOf(stored, one, [one], now)

  it('is the last stage move that the item tells', () => {
    expect(progress(moved(ago(DAY)))).toBe(ago(DAY))
    expect(progress(moved(ago(8 * DAY)))).toBe(stored.progressAt)
  })

  it('is now when the stage has changed and the item does not say when, or says a time to come', () => {
    expect(progress(moved(null, 'OTHER'))).toBe(now.toISOString())
    expect(progress(moved(ago(-HOUR), 'OTHER'))).toBe(now.toISOString())
    expect(progress(moved(ago(-HOUR)))).toBe(stored.progressAt)
  })

  it('is not the creation of the item', () => {
    const created = item(CRM_DEAL, 7, 'P', { createdAt: ago(DAY), movedAt: ago(DAY) })
    expect(progressOf({ ...stored, crmStageId: null }, created, [created], now)).toBe(stored.progressAt)
  })
})
