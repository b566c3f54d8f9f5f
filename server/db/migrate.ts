import { setTimeout as pause } from 'node:timers/promises'
import { Migrator, sql, type Migration } from 'kysely'
import { engineOf, type Db } from './database.ts'
import { isPassing } from './dialect.ts'
import { migrations, type Shape } from './migrations/index.ts'

/** Another process may write just then. */
const MOST_TRIES = 20
const TRY_AGAIN_MS = 500

/**
 * Brings the store to the newest shape. Two processes may start at once: the migrator holds a lock. A store that has
 * that shape already is only read: under load a SQLite file may be locked for longer than the migrator waits.
 */
export async function migrate(db: Db): Promise<void> {
  if (await isNewest(db)) return
  for (let attempt = 1; ; attempt++) {
    const { error } = await migratorOf(db).migrateToLatest()
    if (error === undefined) return
    if (attempt === MOST_TRIES || !isPassing(error))
      throw new Error('A migration failed; the store is unchanged by it', { cause: error })
    await pause(TRY_AGAIN_MS)
  }
}

async function isNewest(db: Db): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    const known = new Set(Object.keys(migrations))
    return rows.length === known.size && rows.every(({ name }) => known.has(name))
  } catch {
    // A new store, or one that is away: the migrator finds out.
    return false
  }
}

/** Migrations that this process knows and the store lacks. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const all = await migratorOf(db).getMigrations()
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}

function migratorOf(db: Db): Migrator {
  const shape = shapeOf(db)
  const provided: Record<string, Migration> = {}
  for (const [name, up] of Object.entries(migrations)) provided[name] = { up: (schema) => up(schema, shape) }
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(provided) } })
}

function shapeOf(db: Db): Shape {
  return engineOf(db) === 'postgres'
    ? { serial: 'bigserial', engine: 'postgres' }
    : { serial: 'integer', engine: 'sqlite' }
}
