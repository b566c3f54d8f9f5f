import { ConfigError, readConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import { createLog } from './log.ts'
import { startApp } from './start.ts'

try {
  const config = readConfig(readEnv())
  const log = createLog(config.logLevel)
  const app = await startApp(config, { log })
  log.info({ role: config.role, listens: app.address, database: config.database.engine }, 'ready')
  if (config.mail === null) log.info('mail is off: SMTP_URL is not set')

  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping')
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop was not clean')
        process.exit(1)
      }
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection nobody handled'))
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exitCode = 1
}
