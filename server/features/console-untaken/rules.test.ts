import { expect, it } from 'vitest'
import { reachOf } from './rules.ts'

const now = new Date('2030-06-01T12:00:00.000Z')
const earlier = '2030-06-01T11:00:00.000Z'
const later = '2030-06-02T12:00:00.000Z'
const muchLater = '2030-06-03T12:00:00.000Z'

it('tells apart whether nobody is there, may take part, sees the text or wants it', () => {
  expect(reachOf([], now)).toEqual({
    reason: 'nobody_covers',
    reach: { covering: 0, unlocked: 0, locked: 0 },
    nextUnlockAt: null
  })
  const absent = { covering: 2, eligible: 0, unlocksAt: later }
  expect(reachOf([absent], now)).toMatchObject({ reason: 'nobody_eligible', nextUnlockAt: null })
  const beginners = { covering: 3, eligible: 2, unlocksAt: muchLater }
  const others = { covering: 1, eligible: 1, unlocksAt: later }
  expect(reachOf([absent, beginners, others], now)).toEqual({
    reason: 'all_locked',
    reach: { covering: 6, unlocked: 0, locked: 3 },
    nextUnlockAt: later
  })
  const best = { covering: 4, eligible: 4, unlocksAt: earlier }
  expect(reachOf([beginners, best], now)).toEqual({
    reason: 'not_chosen',
    reach: { covering: 7, unlocked: 4, locked: 2 },
    nextUnlockAt: muchLater
  })
})

it('counts a request as unlocked from the very moment', () => {
  expect(reachOf([{ covering: 1, eligible: 1, unlocksAt: now.toISOString() }], now).reach.unlocked).toBe(1)
})
