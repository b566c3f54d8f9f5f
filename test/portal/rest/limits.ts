import type { Clock } from '../clock.ts'

export const OPERATING_LIMIT_SECONDS = 480
const BUCKET_MINUTES = 10

/** Leaky bucket of one portal, counted per source address (docs: `limits.md`). */
export class RateBucket {
  readonly #clock: Clock
  readonly #levels = new Map<string, { level: number; second: number }>()
  threshold: number
  drainPerSecond: number

  constructor(clock: Clock, enterprise: boolean) {
    this.#clock = clock
    this.threshold = enterprise ? 250 : 50
    this.drainPerSecond = enterprise ? 5 : 2
  }

  setEnterprise(enterprise: boolean): void {
    this.threshold = enterprise ? 250 : 50
    this.drainPerSecond = enterprise ? 5 : 2
  }

  /** The counter falls once per second, by the drain. A refused request isn't counted. */
  admit(address: string): boolean {
    const second = Math.floor(this.#clock() / 1000)
    const entry = this.#levels.get(address) ?? { level: 0, second }
    entry.level = Math.max(0, entry.level - (second - entry.second) * this.drainPerSecond)
    entry.second = second
    this.#levels.set(address, entry)
    if (entry.level + 1 > this.threshold) return false
    entry.level += 1
    return true
  }
}

interface Minute {
  startedAt: number
  seconds: number
}

/** Execution time per (application or webhook, method) in ten one-minute buckets (docs: `limits.md`). */
export class OperatingBudget {
  readonly #clock: Clock
  readonly #minutes = new Map<string, Minute[]>()
  readonly #costs = new Map<string, number>()
  limitSeconds = OPERATING_LIMIT_SECONDS
  defaultCost = 0.004

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How long one call of a method takes on this portal, in seconds. */
  setCost(method: string, seconds: number): void {
    this.#costs.set(method, seconds)
  }

  costOf(method: string): number {
    return this.#costs.get(method) ?? this.defaultCost
  }

  /** Checked before the call: the one that crosses the limit completes, the next is refused. */
  isSpent(client: string, method: string): boolean {
    return this.used(client, method) > this.limitSeconds
  }

  used(client: string, method: string): number {
    return this.#live(client, method).reduce((sum, minute) => sum + minute.seconds, 0)
  }

  charge(client: string, method: string): { operating: number; resetAt: number } {
    const now = this.#clock()
    const minutes = this.#live(client, method)
    const last = minutes.at(-1)
    if (last && Math.floor(last.startedAt / 60_000) === Math.floor(now / 60_000)) last.seconds += this.costOf(method)
    else minutes.push({ startedAt: now, seconds: this.costOf(method) })
    this.#minutes.set(`${client} ${method}`, minutes)
    const oldest = minutes[0]?.startedAt ?? now
    return { operating: this.used(client, method), resetAt: Math.floor(oldest / 1000) + BUCKET_MINUTES * 60 }
  }

  #live(client: string, method: string): Minute[] {
    const from = this.#clock() - BUCKET_MINUTES * 60_000
    return (this.#minutes.get(`${client} ${method}`) ?? []).filter((minute) => minute.startedAt > from)
  }
}
