import { sql, type TableMetadata } from 'kysely'
import { engineOf, type Db } from './database.ts'
import type { Tables } from './tables/index.ts'

export interface TableCount {
  table: string
  rows: number
  copied: number
}

const CHUNK = 200
/** Columns that count up by themselves on PostgreSQL. */
const SERIALS: [table: string, column: string][] = [
  ['request', 'number'],
  ['change', 'seq']
]

/** Whatever an app that was ever used has at least one of. */
const USED = ['portal', 'partner', 'request', 'audit_entry'] as const

export async function isEmptyStore(db: Db): Promise<boolean> {
  for (const table of USED) if ((await count(db, table)) > 0) return false
  return true
}

/** Copies every table into a migrated, empty store; parents before children. */
export async function copyStore(from: Db, to: Db): Promise<TableCount[]> {
  const counts: TableCount[] = []
  for (const { name: table, columns } of await tablesInOrder(from)) {
    await to.deleteFrom(table as keyof Tables).execute()
    await copyTable(
      { from, to, table },
      columns.map((column) => column.name)
    )
    counts.push({ table, rows: await count(from, table), copied: await count(to, table) })
  }
  if (engineOf(to) === 'postgres')
    for (const [table, column] of SERIALS)
      await sql`select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false) from ${sql.table(table)}`.execute(
        to
      )
  return counts
}

/** In the order of all columns: nothing else is unique in every table. */
async function copyTable({ from, to, table }: { from: Db; to: Db; table: string }, columns: string[]): Promise<void> {
  const order = sql.join(columns.map((column) => sql.ref(column)))
  for (let offset = 0; ; offset += CHUNK) {
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} order by ${order} limit ${CHUNK} offset ${offset}`.execute(from)
    if (rows.length > 0)
      await to
        .insertInto(table as keyof Tables)
        .values(rows)
        .execute()
    if (rows.length < CHUNK) return
  }
}

async function count(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.rows)
}

const PARENTS = ['portal', 'partner', 'request', 'reservation']

async function tablesInOrder(db: Db): Promise<TableMetadata[]> {
  const place = ({ name }: TableMetadata) => (PARENTS.includes(name) ? PARENTS.indexOf(name) : PARENTS.length)
  const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('kysely_'))
  return tables.sort((one, other) => place(one) - place(other))
}
