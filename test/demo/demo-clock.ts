const DAY_MS = 86_400_000

/** Plays the past while the demo is prepared; afterwards it is the wall clock. */
export class DemoClock {
  #offsetMs = 0

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }

  goTo(daysAgo: number): void {
    this.#offsetMs = -daysAgo * DAY_MS
  }

  addMinutes(minutes: number): void {
    this.#offsetMs += minutes * 60_000
  }
}
