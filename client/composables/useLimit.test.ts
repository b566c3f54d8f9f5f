import { expect, it } from 'vitest'
import { reachedLimit } from './useLimit.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const room = { used: 1, max: 3 }
const full = { used: 3, max: 3 }

it('stands against nothing while there is room', () => {
  expect(reachedLimit({ daily: room, inWork: room }, NOW)).toBeNull()
})

it('tells when the rolling day gives room again, and is over by then', () => {
  const limits = { daily: full, inWork: room, dailyFreeAt: '2026-11-22T13:00:00Z' }
  expect(reachedLimit(limits, NOW)).toEqual({
    code: 'daily_limit_reached',
    max: 3,
    freeAt: '2026-11-22T13:00:00Z'
  })
  expect(reachedLimit(limits, NOW + 3_600_000)).toBeNull()
})

it('names the reservations in work when only they are too many', () => {
  expect(reachedLimit({ daily: room, inWork: full }, NOW)?.code).toBe('in_work_limit_reached')
})
