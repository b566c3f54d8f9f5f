import { describe, expect, it } from 'vitest'
import { CRM_DEAL, CRM_LEAD, type Semantic } from '../../../shared/codes.ts'
import { DAY } from '../../clock.ts'
import { DEFAULT_POLICY as policy } from '../../config/policy.ts'
import type { ItemState, PresentItem } from './item-state.ts'
import { planChanges, type Observed } from './plan-changes.ts'
import type { ReservationRow } from './repository.ts'
import { standingOf, type Evidence } from './rules.ts'

const now = new Date('2030-06-01T12:00:00.000Z')
const ago = (days: number): string => new Date(now.getTime() - days * DAY).toISOString()

const row = (more: Partial<ReservationRow> = {}): ReservationRow => ({
  ...{ id: 'r1', requestId: 'q1', partnerCode: 'p1', memberId: 'm1', slot: 1, userId: 2, userName: 'Ada' },
  ...{ reservedAt: ago(10), progressAt: ago(10), outcome: 'open', closedAt: null, voidReason: null },
  ...{ review: null, reviewAt: null, expected: null, reservers: null, country: 'DE', valueClass: 'plus' },
  ...{ deletedAt: null, crmEntityTypeId: CRM_LEAD, crmEntityId: 1 },
  ...{ crmStageId: 'NEW', crmStageName: 'New', crmSemantic: 'P', ...more }
})
const item = (entityTypeId: number, id: number, semantic: Semantic, stageId: string): PresentItem => ({
  ...{ kind: 'present', entityTypeId, id, semantic, stageId, categoryId: 0 },
  ...{ createdAt: ago(10), movedAt: ago(10), proof: null }
})
const lead = item(CRM_LEAD, 1, 'P', 'NEW')
const known = [{ entityTypeId: CRM_LEAD, entityId: 1 }]
const evidence: Evidence & { lastDoubt: string | null } = {
  ...{ confirmedBy: null, isRefuted: false, proof: 'missing', activity: 'some', lastDoubt: null }
}
const seen = (items: ItemState[], refs = known): Observed => {
  const leads = items.filter((one) => one.entityTypeId === CRM_LEAD)
  const deals = items.filter((one) => one.entityTypeId === CRM_DEAL)
  return { known: refs, items, standing: standingOf(leads, deals, null), stage: { name: 'Stage', semantic: null } }
}
const plan = (from: ReservationRow, observed: Observed, more: Partial<typeof evidence> = {}) =>
  planChanges(from, observed, { ...evidence, ...more }, policy, now)

describe('a reservation compared with its CRM', () => {
  it('that is as it was is left alone', () => {
    expect(plan(row({ crmStageName: 'Stage' }), seen([lead]))).toBeNull()
  })

  it('gets its first stage without a word', () => {
    const found = plan(row({ crmStageId: null, crmStageName: null, crmSemantic: null }), seen([lead]))!
    expect(found.notes).toEqual([])
    expect(found.changes).toEqual({ crmStageId: 'NEW', crmStageName: 'Stage', crmSemantic: 'P' })
  })

  it('is closed by a lost lead and reopened with it', () => {
    const lost = plan(row(), seen([item(CRM_LEAD, 1, 'F', 'JUNK')]))!
    expect(lost).toMatchObject({ isClosing: true, changes: { outcome: 'lost', closedAt: now.toISOString() } })
    expect(lost.notes.map((note) => note.kind)).toEqual(['stage_moved', 'outcome_changed'])
    const closed = row({ ...lost.changes, expected: 0.2, reservers: 3 })
    const open = plan(closed, seen([lead]))!
    expect(open.isClosing).toBe(false)
    expect(open.changes).toMatchObject({ outcome: 'open', closedAt: null, expected: null, reservers: null })
  })

  it('learns of the deals that its lead became', () => {
    const found = plan(row(), seen([item(CRM_LEAD, 1, 'S', 'CONVERTED'), item(CRM_DEAL, 7, 'P', 'NEW')]))!
    expect(found.newItems).toEqual([{ entityTypeId: CRM_DEAL, entityId: 7 }])
    expect(found.notes.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['converted', '#7'],
      ['stage_moved', 'Stage']
    ])
    expect(found.changes).toMatchObject({ crmEntityTypeId: CRM_DEAL, crmEntityId: 7 })
  })

  it('takes a restored item in the place of the deleted one', () => {
    const deleted: ItemState = { kind: 'deleted', entityTypeId: CRM_LEAD, id: 1 }
    const gone = plan(row(), seen([deleted]))!
    expect(gone.notes).toEqual([{ kind: 'item_deleted', detail: null }])
    const back = plan(row(gone.changes), seen([deleted, { ...lead, id: 5 }]))!
    expect(back.notes.map((note) => note.kind)).toContain('item_restored')
    expect(back).toMatchObject({
      newItems: [{ entityTypeId: CRM_LEAD, entityId: 5 }],
      goneItems: known,
      changes: { crmEntityId: 5, deletedAt: null, reviewAt: null }
    })
  })

  it('tells once why a win waits, and again when the reason changes', () => {
    const won = seen([item(CRM_LEAD, 1, 'S', 'CONVERTED'), item(CRM_DEAL, 7, 'S', 'WON')])
    const young = plan(row({ reservedAt: ago(1) }), won)!
    expect(young.notes.at(-1)).toEqual({ kind: 'win_review', detail: 'too_young' })
    const waiting = row({ reservedAt: ago(1), ...young.changes })
    const seenDeal = { ...won, known: [...known, { entityTypeId: CRM_DEAL, entityId: 7 }] }
    expect(plan(waiting, seenDeal, { lastDoubt: 'too_young' })).toBeNull()
    const old = { ...waiting, reservedAt: ago(4) }
    const doubted = plan(old, seenDeal, { lastDoubt: 'too_young', activity: 'none' })!
    expect(doubted.notes).toEqual([{ kind: 'win_review', detail: 'no_activity' }])
    const counted = plan(old, seenDeal, { lastDoubt: 'too_young' })!
    expect(counted.notes).toEqual([{ kind: 'outcome_changed', detail: 'won', cause: 'time' }])
    const sold = plan(old, seenDeal, { lastDoubt: 'no_activity', activity: 'none', confirmedBy: 'purchase' })!
    expect(sold.notes).toEqual([{ kind: 'outcome_changed', detail: 'won', cause: 'purchase' }])
  })
})
