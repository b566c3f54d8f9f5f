/** A transaction that took its number earlier may commit so much later. */
const OPEN_FOR_MS = 30_000
/** A leap over more numbers is no transaction under way: PostgreSQL skips some after a crash. */
const MOST_IN_A_LEAP = 1_000

/** How far news was read, and which lower numbers may still come: on PostgreSQL they become visible out of order. */
export class Gaps {
  /** When each was first missed, in milliseconds. */
  readonly #missed = new Map<number, number>()
  #last: number

  constructor(last: number) {
    this.#last = last
  }

  get last(): number {
    return this.#last
  }

  /** What is still worth looking for. */
  open(nowMs: number): number[] {
    for (const [seq, since] of this.#missed) if (nowMs - since > OPEN_FOR_MS) this.#missed.delete(seq)
    return [...this.#missed.keys()]
  }

  /** `seqs` came, in ascending order. */
  note(seqs: number[], nowMs: number): void {
    for (const seq of seqs) {
      this.#missed.delete(seq)
      if (seq - this.#last <= MOST_IN_A_LEAP)
        for (let missing = this.#last + 1; missing < seq; missing++) this.#missed.set(missing, nowMs)
      this.#last = Math.max(this.#last, seq)
    }
  }
}
