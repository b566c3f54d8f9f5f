import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../server/db/database.ts'

/** All the ways in which a value may stand in bytes without being hidden. */
export function formsOf(value: string): string[] {
  const forms = [
    value,
    value.toLowerCase(),
    value.toUpperCase(),
    encodeURIComponent(value),
    [...value].reverse().join('')
  ]
  const digits = value.replace(/\D/g, '')
  if (/^[+\d\s()-]+$/.test(value)) forms.push(digits, digits.slice(-9))
  const bytes = [value, value.toLowerCase()].map((one) => Buffer.from(one))
  for (const one of bytes) forms.push(one.toString('hex'), ...base64Cores(one))
  for (const text of [value, value.toLowerCase(), digits].filter((one) => one.length > 6))
    for (const algorithm of ['md5', 'sha1', 'sha256']) {
      const hash = createHash(algorithm).update(text).digest()
      forms.push(hash.toString('hex'), hash.toString('base64').replace(/=+$/, ''), hash.toString('latin1'))
    }
  return [...new Set(forms)]
}

/** Base64 of a value whatever stands before it: without the characters that the neighbours have a part in. */
const base64Cores = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return text.slice(shift === 0 ? 0 : 4, -1)
  })

/** Which of the values are in the bytes, and in what form. */
export function findIn(bytes: Buffer | string, values: Record<string, string>): string[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1')
  const latin = (form: string) => (typeof bytes === 'string' ? form : Buffer.from(form).toString('latin1'))
  return Object.entries(values).flatMap(([name, value]) =>
    formsOf(value)
      .filter((form) => form.length >= 6 && (text.includes(form) || text.includes(latin(form))))
      .map((form) => `${name} as ${form}`)
  )
}

/** Every file of a folder, as a thief of the disk gets it. */
export const filesOf = (folder: string): { name: string; bytes: Buffer }[] =>
  readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))

/** Every row of every table, as a dump has it. */
export async function dumpOf(db: Db): Promise<string> {
  const tables = await db.introspection.getTables()
  const dumps = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
      return rows.map((row) =>
        Object.entries(row)
          .map(
            ([column, value]) =>
              `${name}.${column}=${Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)}`
          )
          .join('\n')
      )
    })
  )
  return dumps.flat().join('\n')
}

/**
 * The files of a PostgreSQL database, as a thief of the disk gets them: every table and index, with what was deleted and
 * not yet written over. Only a superuser may read them.
 */
export async function filesOfPostgres(db: Db): Promise<{ name: string; bytes: Buffer }[]> {
  await sql`checkpoint`.execute(db)
  const { rows } = await sql<{ name: string; bytes: Buffer }>`
    select relname as name, pg_read_binary_file(pg_relation_filepath(oid)) as bytes from pg_class
    where relkind in ('r', 'i', 't') and oid >= 16384`.execute(db)
  return rows
}
