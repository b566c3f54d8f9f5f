import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { CommandError, needStore, runCommand } from './run-command.ts'

/** `npm run backup -- <file>`: a consistent copy of the running SQLite store. */
await runCommand(async ({ database }) => {
  const [target] = process.argv.slice(2)
  if (database.engine !== 'sqlite') throw new CommandError('The store is PostgreSQL: use pg_dump.')
  if (!target) throw new CommandError('Name the file to write: npm run backup -- <file>')
  if (existsSync(target)) throw new CommandError(`${target} is there already.`)
  if (!existsSync(dirname(target))) throw new CommandError(`There is no folder ${dirname(target)}.`)
  needStore(database)
  await backup(database.file, target)
})

async function backup(source: string, file: string): Promise<void> {
  const store = new SqliteFile(source, { readonly: true, fileMustExist: true })
  await store.backup(file)
  store.close()
  const copy = new SqliteFile(file, { readonly: true })
  const verdict = copy.pragma('integrity_check', { simple: true })
  copy.close()
  if (verdict !== 'ok') throw new CommandError(`The copy is not sound: ${String(verdict)}`)
  console.log(`${file}: sound`)
}
