import { CompiledQuery } from 'kysely'
import { composedText } from './composed-text.ts'
import type { Db, Trx } from './database.ts'
import type { Tables } from './tables/index.ts'

/** Few different lengths, so that few statements have to be prepared. */
const SIZES = [1, 8, 64, 512]

/** Which of these values stand in a text column. Their list is filled up with its last one, to few lengths. */
export async function valuesIn<Table extends keyof Tables>(
  db: Db | Trx,
  table: Table,
  column: keyof Tables[Table] & string,
  values: string[]
): Promise<Set<string>> {
  const found = new Set<string>()
  const most = SIZES.at(-1)!
  for (let at = 0; at < values.length; at += most) {
    const part = values.slice(at, at + most)
    const size = SIZES.find((one) => one >= part.length)!
    const filled = [...part, ...Array<string>(size - part.length).fill(part.at(-1)!)]
    const { rows } = await db.executeQuery<Record<string, string>>(
      CompiledQuery.raw(textOf(db, table, column, filled), filled)
    )
    for (const row of rows) found.add(row[column]!)
  }
  return found
}

function textOf(db: Db | Trx, table: keyof Tables, column: string, values: string[]): string {
  const name = db.dynamic.ref(column)
  const compose = () => db.selectFrom(table).select(name).where(name, 'in', values).compile().sql
  return composedText(db, `which ${table} ${column} ${values.length}`, compose)
}
