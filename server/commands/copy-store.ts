import { readConfig, type Config } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { copyStore } from '../db/copy-store.ts'
import { openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'

/** `npm run copy-store -- postgres://…`: from the configured store into an empty one, counted and compared. */
const [url] = process.argv.slice(2)
const { database } = readConfig(readEnv())
if (!url) {
  console.error('Name the store to fill: postgres://… or file:…')
  process.exitCode = 1
} else {
  await run(targetOf(url))
}

async function run(target: Config['database']): Promise<void> {
  const from = openDatabase(database)
  const to = openDatabase(target)
  await migrate(to)
  const counts = await copyStore(from, to)
  for (const { table, rows, copied } of counts) console.log(`${table}: ${copied} of ${rows}`)
  if (counts.some(({ rows, copied }) => rows !== copied)) {
    console.error('The counts differ: stop the app before copying, and start with an empty store.')
    process.exitCode = 1
  }
  await from.destroy()
  await to.destroy()
}

function targetOf(text: string): Config['database'] {
  return text.startsWith('file:') ? { engine: 'sqlite', file: text.slice(5) } : { engine: 'postgres', url: text }
}
