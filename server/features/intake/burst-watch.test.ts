import { describe, expect, it } from 'vitest'
import { BurstWatch } from './burst-watch.ts'

describe('a burst', () => {
  it('begins with many that wait at once, goes on with those that meet, and ends soon after the last of them', () => {
    const watch = new BurstWatch()
    expect(watch.isBurst(31, 0)).toBe(false)
    expect(watch.isBurst(32, 0)).toBe(true)
    expect(watch.isBurst(1, 40)).toBe(true)
    expect(watch.isBurst(0, 41)).toBe(true)
    expect(watch.isOn(90)).toBe(true)
    expect(watch.isBurst(31, 91)).toBe(false)
  })

  it('never puts off who sends one by one', () => {
    const watch = new BurstWatch()
    for (let ms = 0; ms < 1_000; ms++) expect(watch.isBurst(0, ms)).toBe(false)
    watch.isBurst(500, 1_000)
    expect(watch.isBurst(0, 1_002)).toBe(false)
  })
})
