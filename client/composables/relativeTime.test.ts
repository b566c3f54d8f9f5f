import { describe, expect, it } from 'vitest'
import { relativeTime } from './relativeTime.ts'

const now = new Date(2026, 10, 22, 20, 0).getTime()
const german = (time: number, from: number): string => relativeTime('de', time, from)
const inHours = (hours: number): string => german(now + hours * 3_600_000, now)

describe('how far a moment is away', () => {
  it('is at least a minute', () => {
    expect(german(now, now)).toBe('vor 1 Minute')
    expect(german(now + 5_000, now)).toBe('in 1 Minute')
    expect(inHours(-0.99)).toBe('vor 59 Minuten')
  })

  it('is told in hours within a day, also over midnight', () => {
    expect([inHours(-14), inHours(-23.9), inHours(23)]).toEqual(['vor 14 Stunden', 'vor 23 Stunden', 'in 23 Stunden'])
  })

  it('goes by the days of the calendar after that', () => {
    expect([inHours(24), inHours(27), inHours(28), inHours(-44)]).toEqual(['morgen', 'morgen', 'übermorgen', 'gestern'])
  })

  it('counts days to the end of a month, and never says “next month”', () => {
    expect([inHours(16 * 24), inHours(30 * 24)]).toEqual(['in 16 Tagen', 'in 30 Tagen'])
  })

  it('counts months and years of what is long ago', () => {
    expect([inHours(-70 * 24), inHours(-200 * 24), inHours(-800 * 24)]).toEqual([
      'vor 2 Monaten',
      'vor 6 Monaten',
      'vor 2 Jahren'
    ])
  })
})
