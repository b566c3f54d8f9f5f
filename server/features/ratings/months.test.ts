import { expect, it } from 'vitest'
import { firstMonth, monthsOf } from './months.ts'
import { quantileOf, quartilesOf } from './quartiles.ts'
import type { Course } from './repository.ts'

const NOW = new Date('2026-03-15T10:00:00.000Z')
const course = (reservedAt: string, changes: Partial<Course> = {}): Course => ({
  ...{ reservedAt, outcome: 'open', closedAt: null, firstStepAt: null },
  ...changes
})

it('covers twelve months over the turn of the year', () => {
  expect(firstMonth(NOW)).toBe('2025-04-01T00:00:00.000Z')
  expect(monthsOf([], NOW)).toEqual([])
})

it('counts each month’s reservations by what has become of them, and tells how quickly', () => {
  const months = monthsOf(
    [
      course('2026-01-31T23:00:00.000Z', {
        ...{ outcome: 'won', closedAt: '2026-02-10T23:00:00.000Z', firstStepAt: '2026-02-01T01:00:00.000Z' }
      }),
      course('2026-01-02T00:00:00.000Z', {
        ...{ outcome: 'lost', closedAt: '2026-01-06T00:00:00.000Z', firstStepAt: '2026-01-02T06:00:00.000Z' }
      }),
      course('2026-03-01T00:00:00.000Z')
    ],
    NOW
  )
  expect(months).toEqual([
    { month: '2026-01', won: 1, lost: 1, open: 0, firstStepHours: 4, closeDays: 7 },
    { month: '2026-02', won: 0, lost: 0, open: 0, firstStepHours: null, closeDays: null },
    { month: '2026-03', won: 0, lost: 0, open: 1, firstStepHours: null, closeDays: null }
  ])
})

it('takes quantiles as spreadsheets do, and none of fewer than five', () => {
  expect(quantileOf([4, 1, 3, 2], 0.5)).toBe(2.5)
  expect(quartilesOf([10, 50, 20, 40, 30])).toEqual([20, 30, 40])
  expect(quartilesOf([1, 2, 3, 4])).toBeNull()
})
