import type { Clock } from '../clock.ts'
import { formatPhp, type Params } from '../php.ts'

export interface QueuedEvent {
  event: string
  url: string
  /** everything but `ts`, which is written when the event leaves */
  body: Params
}

export interface Delivery {
  event: string
  url: string
  body: Params
  /** null: nobody answered */
  status: number | null
  error?: string
  at: number
}

type DropRule = number | ((event: QueuedEvent) => boolean)

const SEND_TIMEOUT = 30_000

/** The cloud queue between a portal and handlers: no order, no retry, adjustable trouble. */
export class EventQueue {
  readonly deliveredLog: Delivery[] = []
  readonly droppedLog: QueuedEvent[] = []
  readonly #clock: Clock
  readonly #timers = new Set<NodeJS.Timeout>()
  #held: QueuedEvent[] = []
  #isHolding = false
  #open = 0
  #waiters: Array<() => void> = []
  #delay = 0
  #copies = 1
  #drop: DropRule = 0
  #isShuffled = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Every event waits this long before it leaves. */
  delay(milliseconds: number): void {
    this.#delay = milliseconds
  }

  shuffle(on = true): void {
    this.#isShuffled = on
  }

  /** Every event is sent `copies` times. */
  duplicate(copies: number): void {
    this.#copies = copies
  }

  /** A share between 0 and 1, or a rule that says which events get lost. */
  drop(rule: DropRule): void {
    this.#drop = rule
  }

  /** Events pile up until `release`. */
  hold(): void {
    this.#isHolding = true
  }

  release(): void {
    this.#isHolding = false
    const waiting = this.#isShuffled ? shuffled(this.#held) : this.#held
    this.#held = []
    for (const event of waiting) this.#schedule(event)
  }

  get waiting(): readonly QueuedEvent[] {
    return this.#held
  }

  calm(): void {
    this.#delay = 0
    this.#copies = 1
    this.#drop = 0
    this.#isShuffled = false
    this.release()
  }

  add(event: QueuedEvent): void {
    if (this.#isLost(event)) {
      this.droppedLog.push(event)
      return
    }
    for (let copy = 0; copy < this.#copies; copy += 1) {
      if (this.#isHolding) this.#held.push(event)
      else this.#schedule(event)
    }
  }

  /** Resolves once nothing is waiting or being sent; held events don't count. */
  async settled(): Promise<void> {
    if (this.#open === 0) return
    await new Promise<void>((resolve) => this.#waiters.push(resolve))
  }

  get isIdle(): boolean {
    return this.#open === 0
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#open -= this.#timers.size
    this.#timers.clear()
    this.#held = []
    this.#wake()
  }

  #isLost(event: QueuedEvent): boolean {
    return typeof this.#drop === 'function' ? this.#drop(event) : Math.random() < this.#drop
  }

  #schedule(event: QueuedEvent): void {
    this.#open += 1
    const wait = this.#isShuffled ? Math.random() * Math.max(this.#delay, 40) : this.#delay
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      void this.#send(event).finally(() => {
        this.#open -= 1
        this.#wake()
      })
    }, wait)
    this.#timers.add(timer)
  }

  async #send(event: QueuedEvent): Promise<void> {
    const ts = String(Math.floor(this.#clock() / 1000))
    const body = 'event' in event.body ? { ...event.body, ts } : event.body
    const entry: Delivery = { event: event.event, url: event.url, body, status: null, at: this.#clock() }
    try {
      const response = await fetch(event.url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Bitrix24 Webhook Engine' },
        body: formatPhp(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(SEND_TIMEOUT)
      })
      await response.arrayBuffer()
      entry.status = response.status
    } catch (error) {
      entry.error = error instanceof Error ? error.message : String(error)
    }
    this.deliveredLog.push(entry)
  }

  #wake(): void {
    if (this.#open > 0) return
    const waiters = this.#waiters
    this.#waiters = []
    for (const wake of waiters) wake()
  }
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
