import { describe, expect, it } from 'vitest'
import { decide, hintOf } from './retry-policy.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const pauseAfter = (attempts: number) => {
  const decision = decide({ retry: 'backoff' }, attempts, now)
  return decision.action === 'retry' ? Date.parse(decision.dueAt) - now.getTime() : undefined
}

describe('trying again', () => {
  it('waits longer after each failure, never longer than an hour', () => {
    expect(pauseAfter(1)).toBeCloseTo(2718, -1)
    expect(pauseAfter(3)!).toBeGreaterThan(pauseAfter(2)!)
    expect(pauseAfter(50)).toBe(3_600_000)
  })

  it('does not count the attempt when the portal only asked to come later', () => {
    const at = '2026-11-22T12:09:00.000Z'
    expect(decide({ retry: 'at', at }, 4, now)).toEqual({ action: 'retry', dueAt: at, attemptSpent: false })
  })

  it('drops what can not succeed and treats an unknown error as a passing trouble', () => {
    expect(decide({ retry: 'never' }, 1, now)).toEqual({ action: 'drop' })
    expect(hintOf(new Error('whatever'))).toEqual({ retry: 'backoff' })
  })
})
