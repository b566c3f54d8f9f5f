import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '../config/policy.ts'
import { isUnlocked, unlockedUntil, unlocksAt, unlocksNowAtLevel } from './unlock.ts'

const releasedAt = '2026-11-22T12:00:00.000Z'
const minutesLater = (minutes: number) => new Date(Date.parse(releasedAt) + minutes * 60_000)

describe('unlocking', () => {
  it('opens a premium request at once for level 4 and after 72 hours for level 1', () => {
    const request = { releasedAt, valueClass: 'premium' as const }
    expect(unlocksAt(request, 4, DEFAULT_POLICY)).toBe(releasedAt)
    expect(unlocksAt(request, 1, DEFAULT_POLICY)).toBe('2026-11-25T12:00:00.000Z')
    expect(isUnlocked(request, 3, DEFAULT_POLICY, minutesLater(119))).toBe(false)
    expect(isUnlocked(request, 3, DEFAULT_POLICY, minutesLater(120))).toBe(true)
  })

  it('never unlocks later for a higher level', () => {
    for (const valueClass of ['standard', 'plus', 'premium'] as const)
      for (const level of [2, 3, 4])
        expect(
          unlocksAt({ releasedAt, valueClass }, level, DEFAULT_POLICY) <=
            unlocksAt({ releasedAt, valueClass }, level - 1, DEFAULT_POLICY)
        ).toBe(true)
  })

  it('tells the level for which it would be open now', () => {
    const request = { releasedAt, valueClass: 'standard' as const }
    expect(unlocksNowAtLevel(request, DEFAULT_POLICY, minutesLater(0))).toBe(4)
    expect(unlocksNowAtLevel(request, DEFAULT_POLICY, minutesLater(10))).toBe(3)
    expect(unlocksNowAtLevel(request, DEFAULT_POLICY, minutesLater(60))).toBe(1)
  })

  it('gives the same answer to the query of the feed', () => {
    const now = minutesLater(45)
    const until = unlockedUntil(DEFAULT_POLICY, 2, now)
    expect(releasedAt <= until.standard).toBe(true)
    expect(releasedAt <= until.plus).toBe(false)
  })
})
