import type { Clock } from '../../server/clock.ts'

/** Time of a simulation: it jumps to whatever happens next, and what was to happen meanwhile happens on the way. */
export class SimClock implements Clock {
  #time = Date.parse('2030-06-01T12:00:00.000Z')
  #later: { at: number; happen: () => void }[] = []

  now(): Date {
    return new Date(this.#time)
  }

  pass(ms: number): void {
    const end = this.#time + ms
    for (;;) {
      const next = this.#later.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
      if (!next) break
      this.#later = this.#later.filter((one) => one !== next)
      this.#time = Math.max(this.#time, next.at)
      next.happen()
    }
    this.#time = end
  }

  /** `ms` from now, whatever the process that caused it does. */
  after(ms: number, happen: () => void): void {
    this.#later.push({ at: this.#time + ms, happen })
  }

  reset(): void {
    this.#later = []
  }
}
