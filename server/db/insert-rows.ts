import { CompiledQuery, type Insertable } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { Tables } from './tables/index.ts'

/** Few different lengths, so that few statements have to be prepared. */
const SIZES = [64, 32, 16, 8, 4, 2, 1]
/** By the engine's adapter: each writes SQL its own way. */
const texts = new WeakMap<object, Map<string, string>>()

/**
 * Inserts many rows that all have the same columns, by statements whose text is composed once:
 * composing one takes longer than running it.
 */
export async function insertRows<Table extends keyof Tables>(
  db: Db | Trx,
  table: Table,
  rows: Insertable<Tables[Table]>[]
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  for (let at = 0; at < rows.length;) {
    const size = SIZES.find((one) => one <= rows.length - at) ?? 1
    const chunk = rows.slice(at, at + size) as Record<string, unknown>[]
    const text = textOf(db, `${table} ${size} ${columns.join()}`, () => {
      const query = db.insertInto(table).values(rows.slice(at, at + size))
      return query.compile().sql
    })
    const parameters = chunk.flatMap((row) => columns.map((column) => row[column] ?? null))
    await db.executeQuery(CompiledQuery.raw(text, parameters))
    at += size
  }
}

function textOf(db: Db | Trx, shape: string, compose: () => string): string {
  const { adapter } = db.getExecutor()
  const known = texts.get(adapter) ?? new Map<string, string>()
  texts.set(adapter, known)
  const text = known.get(shape) ?? compose()
  known.set(shape, text)
  return text
}
