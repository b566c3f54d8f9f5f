import type { SqliteDatabase, SqliteStatement } from 'kysely'

const MOST = 500
/** Statements that change the shape are run once. */
const SHAPE = /^\s*(?:create|alter|drop|pragma|attach|vacuum)/i

/**
 * Keeps prepared statements: preparing one costs more than running it. Kysely reads every result to its end
 * at once, so that a kept statement is never busy when it is used again.
 */
export function withStatementCache(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = kept.get(sql)
      if (known) return known
      const statement = database.prepare(sql)
      if (SHAPE.test(sql)) {
        kept.clear()
        return statement
      }
      if (kept.size >= MOST) kept.delete(kept.keys().next().value ?? '')
      kept.set(sql, statement)
      return statement
    }
  }
}
