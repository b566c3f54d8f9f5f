import cluster from 'node:cluster'
import { ConfigError, readConfig, type Config } from './config/config.ts'
import { readEnv } from './config/env.ts'
import { createLog, type Log } from './log.ts'
import { Supervisor } from './supervisor.ts'

try {
  const config = readConfig(readEnv())
  const log = createLog(config.logLevel)
  if (cluster.isPrimary) new Supervisor(log).start()
  else await run(config, log)
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
}

async function run(config: Config, log: Log): Promise<void> {
  const { startApp } = await import('./start.ts')
  const app = await startApp(config, { log })
  log.info({ role: config.role, listens: app.address, database: config.database.engine }, 'ready')
  if (config.mail === null) log.info('mail is off: SMTP_URL is not set')
  process.send?.('ready')

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
}
