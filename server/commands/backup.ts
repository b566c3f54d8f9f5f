import { existsSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { readConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'

/** `npm run backup -- <file>`: a consistent copy of the running SQLite store. */
const [target] = process.argv.slice(2)
const { database } = readConfig(readEnv())
if (database.engine !== 'sqlite') stop('The store is PostgreSQL: use pg_dump.')
else if (!target) stop('Name the file to write.')
else if (existsSync(target)) stop(`${target} is there already.`)
else await backup(database.file, target)

async function backup(source: string, file: string): Promise<void> {
  const store = new SqliteFile(source, { readonly: true, fileMustExist: true })
  await store.backup(file)
  store.close()
  const copy = new SqliteFile(file, { readonly: true })
  const verdict = copy.pragma('integrity_check', { simple: true })
  copy.close()
  if (verdict !== 'ok') stop(`The copy is not sound: ${String(verdict)}`)
  else console.log(`${file}: sound`)
}

function stop(why: string): void {
  console.error(why)
  process.exitCode = 1
}
