import { describe, expect, it } from 'vitest'
import { Gaps } from './gaps.ts'

describe('how far news was read', () => {
  it('looks again for a number that was passed over, until it has come', () => {
    const gaps = new Gaps(10)
    gaps.note([11, 14], 0)
    expect(gaps.last).toBe(14)
    expect(gaps.open(1_000)).toEqual([12, 13])
    gaps.note([12], 1_000)
    expect(gaps.last).toBe(14)
    expect(gaps.open(1_000)).toEqual([13])
  })

  it('gives a number up that no transaction can bring any more', () => {
    const gaps = new Gaps(0)
    gaps.note([2], 0)
    expect(gaps.open(30_000)).toEqual([1])
    expect(gaps.open(30_001)).toEqual([])
  })

  it('does not look for what a leap has left out', () => {
    const gaps = new Gaps(0)
    gaps.note([5_000, 5_002], 0)
    expect(gaps.open(0)).toEqual([5_001])
  })
})
