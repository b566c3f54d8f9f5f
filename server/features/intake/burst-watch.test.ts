import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BurstWatch } from './burst-watch.ts'

describe('a burst', () => {
  it('begins with many that wait at once, goes on with those that meet, and ends soon after the last of them', () => {
    const watch = new BurstWatch()
    expect(watch.note(31, 0)).toBe(false)
    expect(watch.note(32, 0)).toBe(true)
    expect(watch.note(1, 40)).toBe(true)
    expect(watch.note(0, 41)).toBe(true)
    expect(watch.isOn(290)).toBe(true)
    expect(watch.note(31, 291)).toBe(false)
  })

  it('never puts off who sends one by one', () => {
    const watch = new BurstWatch()
    for (let ms = 0; ms < 1_000; ms++) expect(watch.note(0, ms)).toBe(false)
    watch.note(500, 1_000)
    expect(watch.note(0, 1_002)).toBe(false)
  })

  it('goes on with the first of many that come at one instant', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const watch = new BurstWatch()
    watch.note(500)
    vi.advanceTimersByTime(10)
    const first = watch.isBurst(0)
    watch.note(0)
    expect(await first).toBe(true)
    vi.advanceTimersByTime(10)
    expect(await watch.isBurst(0)).toBe(false)
  })
})
