import type { SendHandle } from 'node:child_process'
import { once } from 'node:events'
import { ConfigError, readConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import type { KeptSocket } from './http/listener.ts'
import { createLog } from './log.ts'
import { startApp } from './start.ts'

/** The process that the supervisor starts: without it there is nobody to keep the socket. */
process.once('disconnect', () => process.exit(1))

try {
  const config = readConfig(readEnv())
  const log = createLog(config.logLevel)
  const [, kept] = (await once(process, 'message')) as ['start', KeptSocket | undefined]
  const app = await startApp(config, { log, socket: kept })
  log.info({ role: config.role, listens: app.address, database: config.database.engine }, 'ready')
  if (config.mail === null) log.info('mail is off: SMTP_URL is not set')
  process.send?.('ready', (kept ? undefined : app.socket) as SendHandle)

  const exitAfter = (leaving: Promise<void>): void => {
    leaving.then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop was not clean')
        process.exit(1)
      }
    )
  }
  process.once('SIGTERM', () => exitAfter(app.stop()))
  process.on('message', (message) => {
    if (message === 'retire') exitAfter(app.retire())
  })
  // Ctrl+C and the reload are the supervisor's business.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection nobody handled'))
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
}
