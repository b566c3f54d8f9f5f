import { setImmediate as otherArrivals } from 'node:timers/promises'
import type { AppContext } from '../../context.ts'

/** So many messages that wait for one commit are a burst: to read each of them first would keep their senders waiting. */
const BEGINS_AT = 32
/**
 * It goes on with messages that meet another or follow it this closely. It ends later after the last of these than the
 * longest pause of a disk, since what comes during one comes at once after it.
 */
const CLOSE_MS = 1.5
const LASTS_MS = 250

/** Tells whether messages come faster than they can be read. Milliseconds of the process, not of the calendar. */
export class BurstWatch {
  #until = Number.NEGATIVE_INFINITY
  #last = Number.NEGATIVE_INFINITY
  #arrived = 0

  /**
   * Whether to put off a message that finds so many others waiting for their commit. Who comes alone never is; the first
   * of many that come at one instant looks whom it has beside it.
   */
  async isBurst(waiting: number): Promise<boolean> {
    if (this.note(waiting)) return true
    if (!this.isOn()) return false
    const arrived = this.#arrived
    await otherArrivals()
    return this.#arrived > arrived
  }

  /** Whether a message is one of a burst by what came before it. */
  note(waiting: number, nowMs = performance.now()): boolean {
    this.#arrived++
    const isClose = waiting > 0 || nowMs - this.#last < CLOSE_MS
    const goesOn = this.isOn(nowMs) ? isClose : waiting >= BEGINS_AT
    this.#last = nowMs
    if (goesOn) this.#until = nowMs + LASTS_MS
    return goesOn
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
