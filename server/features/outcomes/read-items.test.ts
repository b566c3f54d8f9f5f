import { describe, expect, it } from 'vitest'
import { CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import { PortalError, type PortalErrorKind } from '../../bitrix24/errors.ts'
import type { CommandResult } from '../../bitrix24/portal-client.ts'
import { countActivities, countMoves, idOf, readItem, readItemList, semanticOfStatus } from './read-items.ts'

const ok = (result: unknown): CommandResult => ({ ok: true, result, next: null })
const failed = (kind: PortalErrorKind, code: string): CommandResult => ({
  ok: false,
  error: new PortalError(kind, code, 'no')
})

describe('an item', () => {
  it('is read with its times in UTC, ids as integers or text', () => {
    const fields = {
      ...{ id: '12', stageId: 'C10:PREPAYMENT_INVOIC', stageSemanticId: 'P', categoryId: '10' },
      ...{ createdTime: '2030-01-01T03:00:00+03:00', movedTime: '2030-01-02T03:00:00+03:00', UF_CRM_IR_PROOF: 'K-1' }
    }
    expect(readItem(CRM_DEAL, 12, ok({ item: fields }))).toEqual({
      ...{ kind: 'present', entityTypeId: CRM_DEAL, id: 12, stageId: 'C10:PREPAYMENT_INVOIC', categoryId: 10 },
      ...{ semantic: 'P', createdAt: '2030-01-01T00:00:00.000Z', movedAt: '2030-01-02T00:00:00.000Z', proof: 'K-1' }
    })
  })

  it('with unknown semantics and without times is still there', () => {
    expect(readItem(CRM_LEAD, 3, ok({ item: { id: 3, stageId: 'NEW', stageSemanticId: 'X' } }))).toMatchObject({
      ...{ kind: 'present', semantic: null, movedAt: null, categoryId: 0, proof: null }
    })
  })

  it('is deleted only when the portal says that there is none', () => {
    expect(readItem(CRM_LEAD, 3, failed('refused', 'NOT_FOUND')).kind).toBe('deleted')
    expect(readItem(CRM_LEAD, 3, failed('refused', 'ACCESS_DENIED')).kind).toBe('hidden')
    expect(readItem(CRM_LEAD, 3, failed('ambiguous', 'MISSING')).kind).toBe('unread')
    expect(readItem(CRM_LEAD, 3, failed('throttled', 'OPERATION_TIME_LIMIT')).kind).toBe('unread')
    expect(readItem(CRM_LEAD, 3, undefined).kind).toBe('unread')
    expect(readItem(CRM_LEAD, 3, ok([])).kind).toBe('unread')
  })
})

it('reads lists however PHP writes them', () => {
  expect(readItemList(CRM_DEAL, { items: [{ id: 1, stageId: 'NEW' }] })).toHaveLength(1)
  expect(readItemList(CRM_DEAL, { items: { 4: { id: '1', stageId: 'NEW' } } })).toHaveLength(1)
  expect(readItemList(CRM_DEAL, { items: [] })).toEqual([])
  expect(readItemList(CRM_DEAL, [])).toEqual([])
})

it('ids are positive integers, as number or text', () => {
  expect([7, '7', 0, '0', '', null, 'x', 1.5, undefined].map(idOf)).toEqual([7, 7, ...Array<null>(7).fill(null)])
})

it('counts activities that the app did not make', () => {
  const rows = [{ ID: '5' }, { ID: 6 }, { ID: '7' }]
  expect(countActivities(rows, new Set([5, 7]))).toBe(1)
  expect(countActivities([], new Set())).toBe(0)
})

it('does not count the creation as a stage move', () => {
  expect(countMoves({ items: [{ TYPE_ID: 1 }, { TYPE_ID: '2' }, { TYPE_ID: 3 }, { TYPE_ID: '5' }] })).toBe(3)
  expect(countMoves([])).toBe(0)
})

it('a stage without semantics is in progress', () => {
  expect([{ SEMANTICS: null }, { SEMANTICS: 'S' }, { SEMANTICS: 'F' }, {}].map(semanticOfStatus)).toEqual([
    ...['P', 'S', 'F', null]
  ])
})
