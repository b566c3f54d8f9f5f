import type { Clock } from '../../server/clock.ts'

/** Runs with the wall clock, plus what the test added: stored times stay comparable with real waiting. */
export class TestClock implements Clock {
  #offsetMs = 0

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }

  advance(time: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = time
    this.#offsetMs += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  }
}
