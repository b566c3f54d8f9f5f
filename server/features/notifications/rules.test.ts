import { describe, expect, it } from 'vitest'
import { nextDigestAt, quietUntil, recipientsOf, timeZoneOf } from './rules.ts'

const at = (time: string) => new Date(`2026-11-22T${time}:20.000Z`)
const night = { from: '22:00', to: '07:30' }

describe('quiet hours', () => {
  it('last over midnight in the partner’s own time', () => {
    expect(quietUntil(night, 'Europe/Berlin', at('21:30'))).toBe('2026-11-23T06:30:00.000Z')
    expect(quietUntil(night, 'Europe/Berlin', at('06:29'))).toBe('2026-11-22T06:30:00.000Z')
    expect(quietUntil(night, 'Europe/Berlin', at('06:30'))).toBeNull()
    expect(quietUntil(night, 'Europe/Berlin', at('20:59'))).toBeNull()
    expect(quietUntil(night, 'America/New_York', at('21:30'))).toBeNull()
    expect(quietUntil({ from: '12:00', to: '14:00' }, 'Asia/Kolkata', at('07:30'))).toBe('2026-11-22T08:30:00.000Z')
  })

  it('are none without a setting, or when they begin as they end', () => {
    expect(quietUntil(null, 'UTC', at('03:00'))).toBeNull()
    expect(quietUntil({ from: '08:00', to: '08:00' }, 'UTC', at('08:00'))).toBeNull()
  })
})

describe('a summary', () => {
  it('comes at nine in the partner’s morning', () => {
    expect(nextDigestAt('Europe/Berlin', at('07:10'))).toBe('2026-11-22T08:00:00.000Z')
    expect(nextDigestAt('Europe/Berlin', at('08:00'))).toBe('2026-11-23T08:00:00.000Z')
    expect(nextDigestAt('Asia/Tokyo', at('03:00'))).toBe('2026-11-23T00:00:00.000Z')
  })
})

describe('a notice', () => {
  it('goes to the chosen people, or else to the one whom it concerns', () => {
    expect(recipientsOf([3, 4, 3], 7)).toEqual([3, 4])
    expect(recipientsOf([], 7)).toEqual([7])
    expect(recipientsOf([], null)).toEqual([])
  })

  it('knows the zone of a small country that nobody pushed', () => {
    expect(timeZoneOf({ timeZone: 'Europe/Rome', homeCountry: 'DE' })).toBe('Europe/Rome')
    expect(timeZoneOf({ timeZone: null, homeCountry: 'PL' })).toBe('Europe/Warsaw')
  })
})
