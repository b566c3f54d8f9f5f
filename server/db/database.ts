import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Config } from '../config/config.ts'
import { ImmediateSqliteDialect, type Engine } from './dialect.ts'
import { withStatementCache } from './statement-cache.ts'
import type { Tables } from './tables/index.ts'

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>

const engines = new WeakMap<object, Engine>()
export const engineOf = (db: Db): Engine => engines.get(db) ?? 'sqlite'

/** Opens the store that the configuration names. Throws when its durability can't be had. */
export function openDatabase(config: Config['database']): Db {
  const db = config.engine === 'sqlite' ? openSqlite(config.file) : openPostgres(config.url)
  engines.set(db, config.engine)
  return db
}

/** Nobody is served while SQLite waits for a lock. */
const LOCK_WAIT_MS = 500
/** The default of 2 MiB is smaller than one burst of webhooks changes. */
const CACHE_KIB = 16_384

function openSqlite(file: string): Db {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = new SqliteFile(file, { timeout: 10_000 })
  sqlite.pragma('journal_mode = WAL')
  // Compiled with NORMAL as the default of WAL: a reopened file would lose acknowledged commits on power loss.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma(`cache_size = -${CACHE_KIB}`)
  if (file !== ':memory:' && sqlite.pragma('journal_mode', { simple: true }) !== 'wal')
    throw new Error('SQLite: WAL is not in force on this file system')
  if (sqlite.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite: synchronous=FULL is not in force')
  sqlite.pragma(`busy_timeout = ${LOCK_WAIT_MS}`)
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: withStatementCache(sqlite) }) })
}

function openPostgres(url: string): Db {
  const int8 = 20
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: 5_000,
    application_name: 'implementation-request-app',
    options: '-c timezone=UTC'
  })
  // A lost connection is replaced at the next query; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
