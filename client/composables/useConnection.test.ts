import { beforeEach, expect, it, vi } from 'vitest'
import type { Connection } from '../../shared/contract/connection.ts'

const { listPortalCalls } = vi.hoisted(() => ({ listPortalCalls: vi.fn() }))
vi.mock('../api/connection.ts', () => ({ listPortalCalls, getConnection: vi.fn() }))

const { connectionTroubles, usePortalCalls } = await import('./useConnection.ts')

const NOW = Date.parse('2026-11-22T12:00:00Z')
const fine: Connection = {
  portal: { domain: 'one.example', trouble: null, installedAt: null, crmMode: 'classic', heldUntil: null },
  tokens: [{ userId: 1, works: true, expiresAt: '', renewedAt: '' }],
  queue: { waiting: 1, oldestDueAt: '2026-11-22T11:50:00Z' },
  deliveries: { pending: 2, retrying: 1, refused: 0, parked: 0 },
  nextSweepAt: null,
  rate: { level: 3, burst: 50, perSecond: 2 },
  refusedStep: null,
  operating: [],
  blockedMethods: [],
  lastError: null
}

beforeEach(() => listPortalCalls.mockReset())

it('has nothing to say while all works', () => {
  expect(connectionTroubles(fine, NOW)).toEqual([])
})

it('names each trouble once, the gravest first', () => {
  const broken: Connection = {
    ...fine,
    tokens: [{ userId: 1, works: false, expiresAt: '', renewedAt: '' }],
    queue: { waiting: 9, oldestDueAt: '2026-11-22T11:40:00Z' },
    deliveries: { pending: 0, retrying: 0, refused: 1, parked: 3 },
    rate: { level: 45, burst: 50, perSecond: 2 },
    blockedMethods: [{ method: 'crm.item.list', until: '' }]
  }
  expect(connectionTroubles(broken, NOW)).toEqual(['no_token', 'refused', 'parked', 'late', 'blocked', 'rate'])
  const known = { ...broken, portal: { ...broken.portal, trouble: 'no_token' } }
  expect(connectionTroubles(known, NOW)).not.toContain('no_token')
})

it('keeps the answer to the newest question and adds older calls below it', async () => {
  const { calls, q, hasMore, load, loadMore } = usePortalCalls()
  let answerOld: (value: unknown) => void = () => undefined
  listPortalCalls.mockImplementationOnce(() => new Promise((resolve) => (answerOld = resolve)))
  const old = load()
  q.value = ' crm '
  listPortalCalls.mockResolvedValueOnce({ items: [{ id: '2' }], nextCursor: '2' })
  await load()
  answerOld({ items: [{ id: 'old' }], nextCursor: null })
  await old
  expect(listPortalCalls.mock.lastCall?.[0]).toEqual({ q: 'crm' })
  listPortalCalls.mockResolvedValueOnce({ items: [{ id: '1' }], nextCursor: null })
  await loadMore()
  expect(calls.value.map(({ id }) => id)).toEqual(['2', '1'])
  expect(hasMore.value).toBe(false)
})
