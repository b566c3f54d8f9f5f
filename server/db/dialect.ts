import {
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDialectConfig,
  CompiledQuery
} from 'kysely'

export type Engine = 'sqlite' | 'postgres'

/**
 * SQLite takes the write lock at BEGIN: a deferred transaction that reads first and writes later
 * fails at once with SQLITE_BUSY when another process wrote in between, whatever the busy timeout.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

/**
 * SQLite rolls back changes of the shape too, which Kysely doesn't trust it to: migrations then run under the
 * write lock, so that one that fails leaves nothing behind and two processes may start at once.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * SQLite waits for a lock with the whole process. Once that was in vain it does not wait again until the lock is free,
 * so that reads go on meanwhile; `transact` tries again without stopping anybody.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  #timeoutBefore: number | undefined

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    } catch (error) {
      if (isPassing(error) && this.#timeoutBefore === undefined) {
        const { rows } = await connection.executeQuery<{ timeout: number }>(CompiledQuery.raw('pragma busy_timeout'))
        this.#timeoutBefore = rows[0]?.timeout ?? 0
        await connection.executeQuery(CompiledQuery.raw('pragma busy_timeout = 0'))
      }
      throw error
    }
    if (this.#timeoutBefore === undefined) return
    await connection.executeQuery(CompiledQuery.raw(`pragma busy_timeout = ${this.#timeoutBefore}`))
    this.#timeoutBefore = undefined
  }

  /** SQLite has rolled back by itself when the disk was full. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      if (!/no transaction is active/.test((error as Error).message)) throw error
    }
  }
}

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_ROWID', '23505'])
/** Busy, serialization failure, deadlock: the same transaction may work when run again. */
const PASSING = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED', '40001', '40P01'])
/** The store itself is out of order: full disk, lost connection, server shutting down. */
const UNAVAILABLE =
  /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|CORRUPT)|53\d{3}|57P0\d|08\d{3}|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|ENOTFOUND)/

const codeOf = (error: unknown): string => String((error as { code?: string } | null)?.code ?? '')

export const isUniqueViolation = (error: unknown): boolean => UNIQUE.has(codeOf(error))
export const isPassing = (error: unknown): boolean => PASSING.has(codeOf(error))
/** PostgreSQL takes no NUL in a text and no text for a number; SQLite takes anything. */
export const isUnstorable = (error: unknown): boolean => /^22[0-9A-Z]{3}$/.test(codeOf(error))
export const isUnavailable = (error: unknown): boolean =>
  UNAVAILABLE.test(codeOf(error)) ||
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(
    String((error as Error | null)?.message)
  )
