import { wallClock } from '../clock.ts'
import { createContext } from '../context.ts'
import { migrate } from '../db/migrate.ts'
import { normalisePhone } from '../features/intake/contact-checks.ts'
import { rotateKeys } from '../features/key-rotation/rotate-keys.ts'
import { createLog } from '../log.ts'
import { clientFingerprints } from '../vault/fingerprints.ts'
import { runCommand, withStore } from './run-command.ts'

/** `keys:rotate`, with the new `APP_SECRET` and the old one in `APP_SECRET_PREVIOUS`, before the app is started. */
await runCommand((config) =>
  withStore(config.database, async (db) => {
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
  })
)

function wordsOf(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}
