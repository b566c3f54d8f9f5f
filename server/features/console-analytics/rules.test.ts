import { describe, expect, it } from 'vitest'
import { joinDays, timeToFirst } from './rules.ts'

describe('analytics', () => {
  it('puts the series of a day into one row', () => {
    expect(
      joinDays({
        received: [{ day: '2026-11-02', count: 3 }],
        released: [{ day: '2026-11-02', count: 2 }],
        reservations: [{ day: '2026-11-01', count: 1 }],
        won: []
      })
    ).toEqual([
      { day: '2026-11-01', received: 0, released: 0, reservations: 1, won: 0 },
      { day: '2026-11-02', received: 3, released: 2, reservations: 0, won: 0 }
    ])
  })

  it('tells the median time to the first reservation and how many still wait', () => {
    const releasedAt = '2026-11-22T12:00:00.000Z'
    const after = (minutes: number) => new Date(Date.parse(releasedAt) + minutes * 60_000).toISOString()
    const requests = [1, 2, 3, 40].map((minutes) => ({ releasedAt, firstAt: after(minutes) }))
    expect(timeToFirst([...requests, { releasedAt, firstAt: null }])).toEqual({
      requests: 4,
      waiting: 1,
      median: 2,
      p90: 40
    })
    expect(timeToFirst([])).toEqual({ requests: 0, waiting: 0, median: null, p90: null })
  })
})
