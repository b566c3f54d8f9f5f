import { sql } from 'kysely'
import { afterAll, describe } from 'vitest'
import { wallClock } from '../../server/clock.ts'
import { readConfig, type Config } from '../../server/config/config.ts'
import { createContext, type AppContext } from '../../server/context.ts'
import { openDatabase, type Db } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { createLog } from '../../server/log.ts'
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

/** What use cases need, on a store of the test's. */
export const contextOn = (db: Db): AppContext => {
  const config = readConfig({
    PUBLIC_URL: 'http://127.0.0.1:3000',
    APP_SECRET: Buffer.alloc(32, 9).toString('base64'),
    B24_CLIENT_ID: 'local.1',
    B24_CLIENT_SECRET: 'secret',
    STAFF_WEBHOOK_SECRETS: `whsec_${Buffer.alloc(32, 1).toString('base64')}`
  })
  return createContext({ config, db, clock: wallClock, log: createLog('silent') })
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
