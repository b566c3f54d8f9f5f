import { setImmediate as others } from 'node:timers/promises'

const SLICE_MS = 5

/** Like `map`, but others have their turn every few milliseconds: reading a whole batch takes long. */
export async function inSlices<Item, Result>(items: Item[], read: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = []
  let startedAt = performance.now()
  for (const item of items) {
    if (performance.now() - startedAt > SLICE_MS) {
      await others()
      startedAt = performance.now()
    }
    results.push(read(item))
  }
  return results
}
