import { expect, it } from 'vitest'
import { dayTicks } from './dayTicks.ts'

const DAY = 86_400_000

it('marks an axis of time from its first day to its last, evenly', () => {
  expect(dayTicks(0, 90 * DAY, 4)).toEqual([0, 30 * DAY, 60 * DAY, 90 * DAY])
})

it('marks no day twice when there are fewer days than room', () => {
  expect(dayTicks(0, 2 * DAY, 8)).toEqual([0, DAY, 2 * DAY])
})
