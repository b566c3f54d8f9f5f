export interface Random {
  /** From 0 up to 1. */
  next: () => number
  between: (low: number, high: number) => number
  of: <Item>(list: readonly Item[]) => Item
  chance: (share: number) => boolean
}

/** Mulberry32: small, even enough, the same everywhere. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    of: (list) => list[Math.floor(next() * list.length)]!,
    chance: (share) => next() < share
  }
}
