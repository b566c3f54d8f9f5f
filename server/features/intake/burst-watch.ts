import type { AppContext } from '../../context.ts'

/** So many messages that wait for one commit are a burst: to read each of them first would keep their senders waiting. */
const BEGINS_AT = 32
/** While it lasts, the first of each commit is still read, so that who sends one by one is never put off. */
const GOES_ON_AT = 1
const LASTS_MS = 1_000

/** Tells whether messages come faster than they can be read. Milliseconds of the process, not of the calendar. */
export class BurstWatch {
  #until = Number.NEGATIVE_INFINITY

  /** Whether to put off a message that finds so many others waiting for their commit. */
  isBurst(waiting: number, nowMs = performance.now()): boolean {
    if (waiting < (this.isOn(nowMs) ? GOES_ON_AT : BEGINS_AT)) return false
    this.#until = nowMs + LASTS_MS
    return true
  }

  isOn(nowMs = performance.now()): boolean {
    return nowMs < this.#until
  }
}

const watches = new WeakMap<AppContext, BurstWatch>()

export function burstWatchOf(ctx: AppContext): BurstWatch {
  const watch = watches.get(ctx) ?? new BurstWatch()
  watches.set(ctx, watch)
  return watch
}
