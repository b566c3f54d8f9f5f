import { isPassing, isUnavailable, isUniqueViolation } from '../db/dialect.ts'
import { engineOf, type Db, type Trx } from '../db/database.ts'
import { transact } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { doAll, doAlone, OneRefused, type AnyWork } from './joint-work.ts'
import { inSavepoint, takeTurn } from './repository.ts'

interface Entry {
  work: AnyWork<unknown>
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}
type Settled = { done: true; result: unknown } | { done: false; error: unknown }

/** A larger group would keep the single connection of SQLite from the partners for too long. */
const LARGEST_GROUP = 200
const TRIES = 3
/** From here on a savepoint each costs less than doing all again without one. */
const MOST_REFUSED = 3

/**
 * Group commit: what comes in one turn of the event loop shares one durable transaction, and each gets its
 * answer once that is on disk. A bad one can't fail its neighbours: they run again without it, or, when it is more
 * than a refusal of few, with a savepoint each.
 */
export class CommitQueue {
  readonly #db: Db
  #waiting: Entry[] = []
  #isRunning = false

  constructor(db: Db) {
    this.#db = db
  }

  /** How many wait for a commit to begin. */
  get waiting(): number {
    return this.#waiting.length
  }

  submit<Result>(work: AnyWork<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (result: unknown) => void, reject })
      if (this.#isRunning) return
      this.#isRunning = true
      setImmediate(() => void this.#run())
    })
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, LARGEST_GROUP))
    this.#isRunning = false
  }

  async #commit(group: Entry[]): Promise<void> {
    try {
      const settled = await this.#settle(group)
      settled.forEach((one, index) => (one.done ? group[index]?.resolve(one.result) : group[index]?.reject(one.error)))
    } catch (error) {
      for (const { reject } of group) reject(new AppError('unavailable', {}, error))
    }
  }

  #inTurn<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result> {
    return transact(this.#db, async (trx) => {
      await takeTurn(trx, engineOf(this.#db))
      return work(trx)
    })
  }

  /** Who is refused has its answer; the others are done again without it. */
  async #settle(group: Entry[]): Promise<Settled[]> {
    const refused = new Map<Entry, Settled>()
    while (refused.size <= MOST_REFUSED) {
      const left = group.filter((entry) => !refused.has(entry))
      try {
        const results = left.length === 0 ? [] : await this.#together(left)
        return group.map((entry) => refused.get(entry) ?? { done: true, result: results[left.indexOf(entry)] })
      } catch (error) {
        if (isOfStore(error)) throw error
        if (!(error instanceof OneRefused)) break
        refused.set(left[error.index]!, { done: false, error: error.cause })
      }
    }
    return this.#inTurn((trx) => each(group, ({ work }) => settleApart(trx, work)))
  }

  #together(group: Entry[]): Promise<unknown[]> {
    const works = group.map(({ work }) => work)
    return this.#inTurn((trx) => doAll(trx, works))
  }
}

/** The whole transaction is lost, not one message. */
const isOfStore = (error: unknown): boolean => isPassing(error) || isUnavailable(error)

async function each(group: Entry[], settle: (entry: Entry) => Promise<Settled>): Promise<Settled[]> {
  const settled: Settled[] = []
  for (const entry of group) settled.push(await settle(entry))
  return settled
}

/** A key that another process took a moment ago is there to be read at the second try. */
async function settleApart(trx: Trx, work: AnyWork<unknown>): Promise<Settled> {
  for (let attempt = 1; ; attempt++) {
    try {
      return { done: true, result: await inSavepoint(trx, (trx) => doAlone(trx, work)) }
    } catch (error) {
      if (isOfStore(error)) throw error
      if (!isUniqueViolation(error) || attempt === TRIES) return { done: false, error }
    }
  }
}

const queues = new WeakMap<Db, CommitQueue>()

/** One queue a store, whatever routes feed it. */
export function commitQueueOf(db: Db): CommitQueue {
  const queue = queues.get(db) ?? new CommitQueue(db)
  queues.set(db, queue)
  return queue
}
