import type { Trx } from '../db/database.ts'

export type Work<Result> = (trx: Trx) => Promise<Result>

/** Work that can also be done together with others of its kind, by fewer statements and with the same results. */
export interface JointWork<Item, Result> {
  item: Item
  together: (trx: Trx, items: Item[]) => Promise<Result[]>
  alone: Work<Result>
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an item is only its own `together` knows
export type AnyWork<Result> = Work<Result> | JointWork<any, Result>

export const doAlone = <Result>(trx: Trx, work: AnyWork<Result>): Promise<Result> =>
  typeof work === 'function' ? work(trx) : work.alone(trx)

/** In the order in which they came; neighbours of one kind go together. */
export async function doAll<Result>(trx: Trx, works: AnyWork<Result>[]): Promise<Result[]> {
  const results: Result[] = []
  while (results.length < works.length) {
    const [first, ...others] = works.slice(results.length) as [AnyWork<Result>, ...AnyWork<Result>[]]
    if (typeof first === 'function') {
      results.push(await first(trx))
      continue
    }
    const { together } = first
    const items: unknown[] = [first.item]
    for (const other of others) {
      if (typeof other === 'function' || other.together !== together) break
      items.push(other.item)
    }
    results.push(...(await together(trx, items)))
  }
  return results
}
