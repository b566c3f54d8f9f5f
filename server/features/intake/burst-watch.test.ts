import { describe, expect, it } from 'vitest'
import { BurstWatch } from './burst-watch.ts'

describe('a burst', () => {
  it('begins with many that wait at once and goes on with few, for a second after the last of them', () => {
    const watch = new BurstWatch()
    expect(watch.isBurst(31, 0)).toBe(false)
    expect(watch.isBurst(32, 0)).toBe(true)
    expect(watch.isBurst(1, 900)).toBe(true)
    expect(watch.isBurst(1, 1_800)).toBe(true)
    expect(watch.isBurst(31, 2_900)).toBe(false)
  })

  it('never puts off who sends one by one', () => {
    const watch = new BurstWatch()
    watch.isBurst(500, 0)
    expect(watch.isBurst(0, 1)).toBe(false)
  })
})
