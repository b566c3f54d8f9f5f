import { sql } from 'kysely'
import { afterAll, describe } from 'vitest'
import type { Config } from '../../server/config/config.ts'
import { openDatabase, type Db } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { freshStore, storeConfig, type TestEngine } from './stores.ts'

const configs = new WeakMap<Db, Config['database']>()
const opened: Db[] = []

/**
 * Another connection to the same store, as another process has one. SQLite waits for a lock without letting anything else
 * of this process run, so that both must give up soon and try again.
 */
export async function alsoOpen(db: Db): Promise<Db> {
  const config = configs.get(db)
  if (!config) throw new Error('not a store of forEachDatabase')
  const other = remember(openDatabase(config), config)
  if (config.engine === 'sqlite') for (const one of [db, other]) await sql`pragma busy_timeout = 10`.execute(one)
  return other
}

function remember(db: Db, config: Config['database']): Db {
  configs.set(db, config)
  opened.push(db)
  return db
}

/** Declares the same tests for both engines. `open` answers a new store with all migrations. */
export function forEachDatabase(declare: (engine: TestEngine, open: () => Promise<Db>) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const)
    describe(`on ${engine}`, () => {
      const removals: (() => Promise<void>)[] = []
      afterAll(async () => {
        await Promise.all(opened.splice(0).map((db) => db.destroy()))
        for (const remove of removals) await remove()
      })
      declare(engine, async () => {
        const store = await freshStore(engine)
        removals.push(store.remove)
        const config = storeConfig(store.url)
        const db = remember(openDatabase(config), config)
        await migrate(db)
        return db
      })
    })
}
