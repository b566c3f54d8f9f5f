import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY } from '../../clock.ts'
import { DEFAULT_POLICY as policy } from '../../config/policy.ts'
import {
  contributionOf,
  levelOf,
  lowOf,
  maturityOf,
  nextChangeOf,
  nextLevelOf,
  standingOf,
  weightOf,
  type RatedReservation
} from './rules.ts'

const now = new Date('2030-06-01T12:00:00.000Z')
const daysAgo = (days: number): string => new Date(now.getTime() - days * DAY).toISOString()
const open = (days: number): RatedReservation => ({
  ...{ outcome: 'open', closedAt: null, progressAt: daysAgo(days), expected: 0.1 }
})
const closed = (outcome: 'won' | 'lost', days: number, expected = 0.1): RatedReservation => ({
  ...{ outcome, closedAt: daysAgo(days), progressAt: daysAgo(days), expected }
})
const standing = (reservations: RatedReservation[], at = now) =>
  standingOf(
    reservations.map((one) => contributionOf(one, at, policy)),
    policy
  )

const reservation: fc.Arbitrary<RatedReservation> = fc
  .record({
    outcome: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
    days: fc.double({ min: 0, max: 1500, noNaN: true }),
    expected: fc.double({ min: 0, max: 1, noNaN: true })
  })
  .map(({ outcome, days, expected }) => ({
    ...{ outcome, expected, progressAt: daysAgo(days), closedAt: outcome === 'open' ? null : daysAgo(days) }
  }))
const log = fc.array(reservation, { maxLength: 60 })

describe('the reference values of product.md §7', () => {
  it.each([
    [0, 0, 1, 50, 0.6338],
    [5, 5, 1, 50, 0.7597],
    [7.5, 5, 1.2778, 56, 1.0076],
    [6, 10, 0.7143, 42, 0.5518],
    [22, 20, 1.0833, 52, 0.9335],
    [30, 20, 1.4167, 59, 1.2461]
  ])('O %d, E %d gives score %d, rating %d, low %d', (o, e, score, rating, low) => {
    const sure = { maturity: 1, expected: 0 }
    const found = standingOf(
      [
        { ...sure, y: 1, weight: o },
        { ...sure, y: 0, weight: e, expected: 1 }
      ],
      policy
    )
    expect(found.score).toBeCloseTo(score, 4)
    expect(found.rating).toBe(rating)
    expect(found.low).toBeCloseTo(low, 4)
  })
})

describe('maturity and weight', () => {
  it('an open reservation matures by days without progress', () => {
    const at = [0, 29.9, 30, 59.9, 60, 89.9, 90, 400].map((days) => maturityOf(open(days), now, policy))
    expect(at).toEqual([0, 0, 0.5, 0.5, 0.75, 0.75, 1, 1])
  })

  it('a closed one is mature at once and counts half after each 180 days', () => {
    expect(maturityOf(closed('lost', 0), now, policy)).toBe(1)
    expect([0, 180, 360].map((days) => weightOf(closed('won', days), now, policy))).toEqual([1, 0.5, 0.25])
    expect(weightOf(open(200), now, policy)).toBe(1)
  })

  it('says when time alone changes something', () => {
    expect(nextChangeOf([open(10), open(70), closed('won', 1)], now, policy)).toBe(now.getTime() + 20 * DAY)
    expect(nextChangeOf([open(95), closed('lost', 3)], now, policy)).toBeUndefined()
  })
})

describe('the rating', () => {
  it('stays between 0 and 100', () => {
    fc.assert(
      fc.property(log, (reservations) => {
        const { rating, score, low } = standing(reservations)
        expect(rating).toBeGreaterThanOrEqual(0)
        expect(rating).toBeLessThanOrEqual(100)
        expect(score).toBeGreaterThan(0)
        expect(low).toBeGreaterThan(0)
        expect(Number.isFinite(low)).toBe(true)
      })
    )
  })

  it('does not depend on the order of the outcomes', () => {
    fc.assert(
      fc.property(log, (reservations) => {
        const forth = standing(reservations)
        const back = standing([...reservations].reverse())
        expect(back.score).toBeCloseTo(forth.score, 10)
        expect(back.low).toBeCloseTo(forth.low, 10)
        expect(back.matured).toBe(forth.matured)
      })
    )
  })

  it('is the same when recomputed as when updated outcome by outcome', () => {
    fc.assert(
      fc.property(log, (reservations) => {
        const done = reservations
          .filter((one) => one.closedAt !== null)
          .sort((one, other) => Date.parse(one.closedAt!) - Date.parse(other.closedAt!))
        let at = 0
        let [o, e] = [0, 0]
        const fade = (until: number) => {
          const share = at === 0 ? 1 : 2 ** (-(until - at) / (policy.rating.halfLifeDays * DAY))
          ;[o, e, at] = [o * share, e * share, until]
        }
        for (const one of done) {
          fade(Date.parse(one.closedAt!))
          o += one.outcome === 'won' ? 1 : 0
          e += one.expected
        }
        fade(now.getTime())
        const recomputed = standing(done)
        expect(recomputed.o).toBeCloseTo(o, 9)
        expect(recomputed.e).toBeCloseTo(e, 9)
      })
    )
  })

  it('is never lowered by a win in place of anything else', () => {
    fc.assert(
      fc.property(log, reservation, fc.double({ min: 0, max: 400, noNaN: true }), (others, one, days) => {
        const lost: RatedReservation = { ...one, outcome: 'lost', closedAt: daysAgo(days) }
        const won: RatedReservation = { ...lost, outcome: 'won' }
        const worse = standing([...others, lost])
        const better = standing([...others, won])
        expect(better.score).toBeGreaterThanOrEqual(worse.score)
        expect(better.low).toBeGreaterThanOrEqual(worse.low - 1e-12)
        expect(better.rating).toBeGreaterThanOrEqual(worse.rating)
      })
    )
  })

  it('is not raised by leaving a reservation open for ever', () => {
    fc.assert(
      fc.property(log, fc.double({ min: 0, max: 1, noNaN: true }), (others, expected) => {
        const forgotten = standing([...others, { ...open(120), expected }])
        const given = standing([...others, closed('lost', 0, expected)])
        expect(forgotten.score).toBeCloseTo(given.score, 12)
      })
    )
  })

  it('counts as matured what is closed or has had no progress for 90 days', () => {
    expect(standing([closed('won', 900), closed('lost', 1), open(91), open(89), open(0)]).matured).toBe(3)
  })
})

describe('levels', () => {
  const at = (low: number, matured = 20) => ({ low, matured })

  it('rises at the gate, over several levels at once', () => {
    expect([0.7499, 0.75, 0.92, 1.08, 3].map((low) => levelOf(at(low), 1, policy))).toEqual([1, 2, 3, 4, 4])
  })

  it('falls only below the gate less the hysteresis', () => {
    expect(levelOf(at(1.04), 4, policy)).toBe(4)
    expect(levelOf(at(1.029), 4, policy)).toBe(3)
    expect(levelOf(at(0.871), 4, policy)).toBe(3)
    expect(levelOf(at(0.869), 4, policy)).toBe(2)
    expect(levelOf(at(0.1), 4, policy)).toBe(1)
  })

  it('stays 1 until enough outcomes have matured', () => {
    expect(levelOf(at(3, 4), 1, policy)).toBe(1)
    expect(levelOf(at(3, 4), 4, policy)).toBe(1)
    expect(levelOf(at(3, 5), 1, policy)).toBe(4)
  })

  it('is stable: the same standing gives the same level again', () => {
    const low = fc.double({ min: 0, max: 3, noNaN: true })
    fc.assert(
      fc.property(low, fc.nat(20), fc.integer({ min: 1, max: 4 }), (value, matured, stored) => {
        const level = levelOf(at(value, matured), stored, policy)
        expect(levelOf(at(value, matured), level, policy)).toBe(level)
      })
    )
  })
})

describe('what the next level needs', () => {
  it('names the missing low, outcomes and wins; so many wins do reach the gate and fewer do not', () => {
    const from = standing([closed('lost', 0), closed('lost', 0)])
    const next = nextLevelOf(from, 1, 0.1, policy)!
    expect(next.level).toBe(2)
    expect(next.needs.low).toBe(0.75)
    expect(next.needs.missing).toBeCloseTo(0.75 - from.low)
    expect(next.needs.maturedOutcomes).toBe(3)
    const after = (wins: number) => lowOf({ o: from.o + wins, e: from.e + wins * 0.1 }, policy)
    expect(after(next.needs.wins!)).toBeGreaterThanOrEqual(0.75)
    expect(after(next.needs.wins! - 1)).toBeLessThan(0.75)
  })

  it('is nothing at the top, and no number of sure wins is promised to reach a gate above 1', () => {
    const from = standing([closed('won', 0)])
    expect(nextLevelOf(from, 4, 0.1, policy)).toBeNull()
    expect(nextLevelOf(from, 3, 1, policy)!.needs.wins).toBeNull()
  })
})
