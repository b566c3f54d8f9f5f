import { CompiledQuery, type Insertable } from 'kysely'
import { composedText } from './composed-text.ts'
import type { Db, Trx } from './database.ts'
import type { Tables } from './tables/index.ts'

/** Few different lengths, so that few statements have to be prepared. */
const SIZES = [64, 32, 16, 8, 4, 2, 1]

/** Inserts many rows that all have the same columns. */
export async function insertRows<Table extends keyof Tables>(
  db: Db | Trx,
  table: Table,
  rows: Insertable<Tables[Table]>[]
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  for (let at = 0; at < rows.length;) {
    const size = SIZES.find((one) => one <= rows.length - at) ?? 1
    const chunk = rows.slice(at, at + size) as Record<string, unknown>[]
    const text = composedText(db, `insert ${table} ${size} ${columns.join()}`, () => {
      const query = db.insertInto(table).values(rows.slice(at, at + size))
      return query.compile().sql
    })
    const parameters = chunk.flatMap((row) => columns.map((column) => row[column] ?? null))
    await db.executeQuery(CompiledQuery.raw(text, parameters))
    at += size
  }
}
