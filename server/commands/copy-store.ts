import type { Config } from '../config/config.ts'
import { copyStore, isEmptyStore } from '../db/copy-store.ts'
import { migrate } from '../db/migrate.ts'
import { CommandError, runCommand, withStore } from './run-command.ts'
import { openDatabase } from '../db/database.ts'

/** `npm run copy-store -- postgres://…`: from the configured store into an empty one, counted and compared. */
await runCommand(async ({ database }) => {
  const [url] = process.argv.slice(2)
  if (!url || !/^(file:|postgres(ql)?:\/\/)/.test(url))
    throw new CommandError('Name the store to fill: npm run copy-store -- postgres://… (or file:…)')
  await withStore(database, async (from) => {
    const to = openDatabase(targetOf(url))
    try {
      await migrate(from)
      await migrate(to)
      if (!(await isEmptyStore(to))) throw new CommandError('The store to fill is not empty: nothing was copied.')
      const counts = await copyStore(from, to)
      for (const { table, rows, copied } of counts) console.log(`${table}: ${copied} of ${rows}`)
      if (counts.some(({ rows, copied }) => rows !== copied))
        throw new CommandError('The counts differ: stop the app before copying, and start with an empty store.')
    } finally {
      await to.destroy()
    }
  })
})

function targetOf(text: string): Config['database'] {
  return text.startsWith('file:') ? { engine: 'sqlite', file: text.slice(5) } : { engine: 'postgres', url: text }
}
