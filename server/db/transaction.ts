import { setTimeout as pause } from 'node:timers/promises'
import { isPassing } from './dialect.ts'
import type { Db, Trx } from './database.ts'

const listeners = new WeakMap<Db, Set<() => void>>()
const PAUSES_MS = [1, 5, 20, 50, 100, 200, 400, 800, 800, 800]
/** A store that stayed locked for all that is not waited for again until it has been free. */
const PAUSES_WHILE_LOCKED_MS = [5, 20]
const locked = new WeakSet<Db>()

/**
 * Runs `work` in one transaction and runs it again when the engine says that it may work then.
 * Inside, only `trx` may be used: SQLite has one connection, so that the outer `db` would wait for ever.
 * No portal is called inside.
 */
export async function transact<Result>(db: Db, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  const result = await transactQuietly(db, work)
  listeners.get(db)?.forEach((listener) => listener())
  return result
}

/** The same for changes that make no work and no news, such as a claim. */
export async function transactQuietly<Result>(db: Db, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  const pauses = locked.has(db) ? PAUSES_WHILE_LOCKED_MS : PAUSES_MS
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await db.transaction().execute(work)
      locked.delete(db)
      return result
    } catch (error) {
      if (!isPassing(error)) throw error
      const wait = pauses[attempt]
      if (wait === undefined) {
        locked.add(db)
        throw error
      }
      await pause(wait * (1 + Math.random()))
    }
  }
}

/** Calls `listener` after each commit of this process: there may be work to do or news to tell. */
export function onCommit(db: Db, listener: () => void): () => void {
  const set = listeners.get(db) ?? new Set()
  listeners.set(db, set.add(listener))
  return () => set.delete(listener)
}
