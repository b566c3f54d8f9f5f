/** What answers soon shares these. */
const QUICK_PLACES = 48
/** What waits long for somebody else only costs memory. */
const SLOW_PLACES = 400
const SLOW_AFTER_MS = 1_000

interface Guest {
  queue: string | null
  isSlow: boolean
  timer: NodeJS.Timeout
  startedAt: number
}

/**
 * Who may run now. A job that takes long leaves its quick place, and its queue is known as slow until one of its jobs
 * ends soon again: portals that hang share places of their own and never keep another one waiting.
 */
export class Places {
  readonly #guests = new Map<string, Guest>()
  readonly #slowQueues = new Set<string>()
  readonly #onFreed: () => void

  constructor(onFreed: () => void) {
    this.#onFreed = onFreed
  }

  get slowQueues(): string[] {
    return [...this.#slowQueues]
  }

  get quickFree(): number {
    return QUICK_PLACES - this.#count(false)
  }

  get slowFree(): number {
    return SLOW_PLACES - this.#count(true)
  }

  take(id: string, queue: string | null): void {
    const isSlow = queue !== null && this.#slowQueues.has(queue)
    const timer = setTimeout(() => this.#turnSlow(id), SLOW_AFTER_MS)
    timer.unref()
    this.#guests.set(id, { queue, isSlow, timer, startedAt: performance.now() })
  }

  leave(id: string): void {
    const guest = this.#guests.get(id)
    if (!guest) return
    clearTimeout(guest.timer)
    this.#guests.delete(id)
    if (guest.queue !== null && performance.now() - guest.startedAt < SLOW_AFTER_MS)
      this.#slowQueues.delete(guest.queue)
    this.#onFreed()
  }

  #turnSlow(id: string): void {
    const guest = this.#guests.get(id)
    if (!guest) return
    guest.isSlow = true
    if (guest.queue !== null) this.#slowQueues.add(guest.queue)
    this.#onFreed()
  }

  #count(isSlow: boolean): number {
    let count = 0
    for (const guest of this.#guests.values()) if (guest.isSlow === isSlow) count += 1
    return count
  }
}
