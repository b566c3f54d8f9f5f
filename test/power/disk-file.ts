import type { Random } from '../simulation/random.ts'

/** What a disk writes whole or not at all. */
export const SECTOR = 512

type Pending = { kind: 'write'; offset: number; bytes: Buffer } | { kind: 'truncate'; length: number }

/** How much of what was not synchronised the cut leaves. */
export interface Survival {
  /** Chance that a change of a sector, or of the length, reached the disk. */
  share: number
  /** What stands where a file has grown and its sectors were not written. */
  filler: 'zeros' | 'garbage'
}

/** A file as the disk has it, and what only the memory of the system knows. */
export class DiskFile {
  #bytes = Buffer.alloc(0)
  #length = 0
  #pending: Pending[] = []

  write(offset: number, bytes: Buffer): void {
    this.#pending.push({ kind: 'write', offset, bytes })
  }

  truncate(length: number): void {
    this.#pending.push({ kind: 'truncate', length })
  }

  sync(): void {
    for (const change of this.#pending)
      if (change.kind === 'truncate') this.#resize(change.length)
      else {
        const end = change.offset + change.bytes.length
        if (end > this.#length) this.#resize(end)
        change.bytes.copy(this.#bytes, change.offset)
      }
    this.#pending = []
  }

  /**
   * What may be found after a cut. Of each sector any version that it had since the last synchronisation is left;
   * sectors don't care about each other, nor about the length.
   */
  afterCut(random: Random, { share, filler }: Survival): Buffer {
    const most = this.#pending.map((one) => (one.kind === 'write' ? one.offset + one.bytes.length : one.length))
    const left = Buffer.alloc(Math.max(this.#length, ...most))
    if (filler === 'garbage') for (let at = this.#length; at < left.length; at += 4) left[at] = random.below(256)
    this.#bytes.copy(left, 0, 0, this.#length)
    let length = this.#length
    const frozen = new Set<number>()
    for (const change of this.#pending)
      if (change.kind === 'truncate') {
        if (!random.chance(share)) continue
        if (change.length < length) left.fill(0, change.length, length)
        length = change.length
      } else
        for (const { from, to } of sectorsOf(change)) {
          const sector = Math.floor(from / SECTOR)
          if (frozen.has(sector)) continue
          if (!random.chance(share)) {
            frozen.add(sector)
            continue
          }
          change.bytes.copy(left, from, from - change.offset, to - change.offset)
          length = Math.max(length, to)
        }
    return left.subarray(0, length)
  }

  #resize(length: number): void {
    if (length > this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(length, this.#bytes.length * 2))
      this.#bytes.copy(grown, 0, 0, this.#length)
      this.#bytes = grown
    }
    if (length < this.#length) this.#bytes.fill(0, length, this.#length)
    this.#length = length
  }
}

function* sectorsOf({ offset, bytes }: { offset: number; bytes: Buffer }): Generator<{ from: number; to: number }> {
  const end = offset + bytes.length
  for (let from = offset; from < end;) {
    const to = Math.min(end, (Math.floor(from / SECTOR) + 1) * SECTOR)
    yield { from, to }
    from = to
  }
}
