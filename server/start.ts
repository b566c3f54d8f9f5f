import { createServer, type Server } from 'node:http'
import { Server as NetServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createApp } from './app.ts'
import { wallClock, type Clock } from './clock.ts'
import type { Config } from './config/config.ts'
import { createContext, type AppContext } from './context.ts'
import { openDatabase } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { ChangeFeed } from './features/stream/change-feed.ts'
import { Metrics } from './http/health.ts'
import { createLog, type Log } from './log.ts'
import { createJobHandlers } from './outbox-handlers.ts'
import { Worker } from './outbox/worker.ts'
import { Timers } from './timers.ts'

/** A running app: web server, worker or both, as the role says. */
export interface RunningApp {
  ctx: AppContext
  /** Where it listens; null for a worker alone. */
  address: AddressInfo | null
  worker: Worker
  timers: Timers
  stop(): Promise<void>
}

const STOP_MS = 20_000

/** Starts what the role asks for. Tests call it with a clock and a log of their own. */
export async function startApp(config: Config, parts: { clock?: Clock; log?: Log } = {}): Promise<RunningApp> {
  const { clock = wallClock, log = createLog(config.logLevel) } = parts
  const db = openDatabase(config.database)
  const ctx = createContext({ config, db, clock, log })
  await migrate(db)

  const feed = new ChangeFeed(ctx)
  const worker = new Worker({ db, clock, log, handlers: createJobHandlers(ctx) })
  const timers = new Timers(ctx)
  const server = config.role === 'worker' ? null : createServer(createApp(ctx, { feed, metrics: new Metrics() }))
  if (server) {
    await feed.start()
    await listen(server, config)
  }
  if (config.role !== 'web') {
    worker.start()
    timers.start()
  }
  const stop = async (): Promise<void> => {
    feed.stop()
    const closed = server ? close(server) : Promise.resolve()
    await Promise.race([Promise.all([closed, worker.stop(), timers.stop()]), pause(STOP_MS, undefined, { ref: false })])
    await db.destroy()
  }
  return { ctx, address: server ? (server.address() as AddressInfo) : null, worker, timers, stop }
}

const LISTEN_RETRIES = 30
const LISTEN_PAUSE_MS = 100

/** A process that was killed a moment ago may still hold the port. */
async function listen(server: Server, config: Config): Promise<void> {
  server.keepAliveTimeout = 65_000
  server.requestTimeout = 60_000
  for (let attempt = 0; ; attempt++) {
    try {
      await listenOnce(server, config)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt === LISTEN_RETRIES) throw error
      await pause(LISTEN_PAUSE_MS)
    }
  }
}

async function listenOnce(server: Server, config: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, 1024, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

const GOODBYE_MS = 1_000

/**
 * Takes no new connection, tells the open ones that each answer is the last, and only then closes those that idle:
 * a request that is on its way into an idle connection would be lost.
 */
async function close(server: Server): Promise<void> {
  server.on('request', (_request, response) => {
    if (!response.headersSent) response.setHeader('connection', 'close')
  })
  const closed = new Promise<void>((resolve) => {
    server.once('close', () => resolve())
  })
  NetServer.prototype.close.call(server)
  await pause(GOODBYE_MS)
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), STOP_MS / 4).unref()
  await closed
}
