import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY as policy } from '../../config/policy.ts'
import { cellsOf, defaultChance, shareWon } from './expected-chance.ts'

const kind = { valueClass: 'plus' as const, country: 'DE', reservers: 5 }

describe('the expected chance', () => {
  it('is looked up in ever wider cells', () => {
    expect(cellsOf(kind)).toEqual([
      { valueClass: 'plus', country: 'DE', reservers: 5 },
      { valueClass: 'plus', reservers: 5 },
      { reservers: 5 },
      {}
    ])
  })

  it('is the share won in a cell of at least 30 outcomes', () => {
    expect(shareWon({ closed: 30, won: 6 }, policy)).toBeCloseTo(0.2)
    expect(shareWon({ closed: 29, won: 29 }, policy)).toBeNull()
  })

  it('is half a win shared by all reservers where nothing is known', () => {
    expect(defaultChance(kind, policy)).toBeCloseTo(0.1)
    expect(defaultChance({ ...kind, reservers: 1 }, policy)).toBe(0.5)
  })
})
