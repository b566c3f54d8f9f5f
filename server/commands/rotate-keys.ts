import { wallClock } from '../clock.ts'
import { ConfigError, readConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { createContext } from '../context.ts'
import { openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { normalisePhone } from '../features/intake/contact-checks.ts'
import { rotateKeys } from '../features/key-rotation/rotate-keys.ts'
import { createLog } from '../log.ts'
import { clientFingerprints } from '../vault/fingerprints.ts'

/** `keys:rotate`, with the new `APP_SECRET` and the old one in `APP_SECRET_PREVIOUS`, before the app is started. */
try {
  const config = readConfig(readEnv())
  const db = openDatabase(config.database)
  try {
    await migrate(db)
    const ctx = createContext({ config, db, clock: wallClock, log: createLog(config.logLevel) })
    const { left, ...sealed } = await rotateKeys(ctx, (contact, country) =>
      clientFingerprints(ctx.keys, contact, contact.phone === undefined ? null : normalisePhone(contact.phone, country))
    )
    console.log(`Sealed with the present secret: ${wordsOf(sealed)}.`)
    const isDone = Object.values(left).every((count) => count === 0)
    console.log(
      isDone
        ? 'Nothing is left of the previous secrets: APP_SECRET_PREVIOUS may go.'
        : `Keep APP_SECRET_PREVIOUS: ${wordsOf(left)} are renewed when they are next presented.`
    )
  } finally {
    await db.destroy()
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exitCode = 1
}

function wordsOf(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}
