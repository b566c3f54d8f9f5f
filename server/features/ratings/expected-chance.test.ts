import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY as policy } from '../../config/policy.ts'
import { expectedChance, type Cell } from './expected-chance.ts'

const cell = (closed: number, won: number, kind: Partial<Cell> = {}): Cell => ({
  ...{ valueClass: 'plus', country: 'DE', reservers: 5, closed, won, ...kind }
})
const kind = { valueClass: 'plus' as const, country: 'DE', reservers: 5 }
const chance = (...cells: Cell[]) => expectedChance(cells, kind, policy)

describe('the expected chance', () => {
  it('is the share won in the same class, country and number of reservers', () => {
    expect(chance(cell(30, 6), cell(500, 400, { country: 'FR' }))).toBeCloseTo(0.2)
  })

  it('falls back to wider cells while there are fewer than 30 outcomes', () => {
    expect(chance(cell(29, 0), cell(1, 1, { country: 'FR' }))).toBeCloseTo(1 / 30)
    expect(chance(cell(10, 0), cell(20, 10, { valueClass: 'standard' }))).toBeCloseTo(10 / 30)
    expect(chance(cell(10, 0), cell(90, 50, { reservers: 1 }))).toBeCloseTo(0.5)
  })

  it('is half a win shared by all reservers where nothing is known', () => {
    expect(chance()).toBeCloseTo(0.1)
    expect(chance(cell(29, 29))).toBeCloseTo(0.1)
    expect(expectedChance([], { ...kind, reservers: 1 }, policy)).toBe(0.5)
  })
})
