/** Seeded chance (mulberry32): one seed, one run. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!
  }

  text(length: number): string {
    return String.fromCharCode(...Array.from({ length }, () => 32 + this.below(224)))
  }

  /** The same text with one place changed for sure. */
  change(text: string): string {
    const at = this.below(text.length)
    const now = text.charAt(at)
    const other = this.pick([...'AZaz09_-+/=.,; \u00e9'].filter((char) => char !== now))
    return this.pick([
      text.slice(0, at) + other + text.slice(at + 1),
      `${text.slice(0, at)}${other}x${text.slice(at)}`,
      text.slice(0, at) + text.slice(at + 1)
    ])
  }

  flip(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes)
    const at = this.below(copy.length)
    copy[at] = copy[at]! ^ (1 << this.below(8))
    return copy
  }
}
