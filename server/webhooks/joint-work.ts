import type { Trx } from '../db/database.ts'
import { AppError } from '../errors.ts'

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

/** One of several works was refused; those before it were done. */
export class OneRefused extends Error {
  /** Which, among those that were given. */
  readonly index: number
  override readonly cause: AppError

  constructor(index: number, cause: AppError) {
    super(cause.message)
    this.index = index
    this.cause = cause
  }
}

/** Names a refusal's place. A fault of the store or of ours stays as it is, for it may concern them all. */
export async function placed<Result>(work: Promise<Result>, placeOf: (index: number) => number): Promise<Result> {
  return work.catch((error: unknown) => {
    throw error instanceof OneRefused ? new OneRefused(placeOf(error.index), error.cause) : error
  })
}

/** For what is done alone. */
export const single = async <Result>(work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    throw error instanceof AppError ? new OneRefused(0, error) : error
  })

/** In the order in which they came; neighbours of one kind go together. Throws `OneRefused`. */
export async function doAll<Result>(trx: Trx, works: AnyWork<Result>[]): Promise<Result[]> {
  const results: Result[] = []
  while (results.length < works.length) {
    const [first, ...others] = works.slice(results.length) as [AnyWork<Result>, ...AnyWork<Result>[]]
    if (typeof first === 'function') {
      results.push(await placed(single(first(trx)), () => results.length))
      continue
    }
    const { together } = first
    const items: unknown[] = [first.item]
    for (const other of others) {
      if (typeof other === 'function' || other.together !== together) break
      items.push(other.item)
    }
    const done = results.length
    results.push(...(await placed(together(trx, items), (index) => done + index)))
  }
  return results
}
