import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createApp } from './app.ts'
import { wallClock, type Clock } from './clock.ts'
import type { Config } from './config/config.ts'
import { createContext, type AppContext } from './context.ts'
import { openDatabase } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { notePolicy } from './features/console-policy/note-policy.ts'
import { ChangeFeed } from './features/stream/change-feed.ts'
import { Metrics } from './http/health.ts'
import { DRAIN_MS, drain, listen, socketOf, type KeptSocket } from './http/listener.ts'
import { createLog, type Log } from './log.ts'
import { createJobHandlers } from './outbox-handlers.ts'
import { Worker } from './outbox/worker.ts'
import { Timers } from './timers.ts'
import { frontDoor } from './webhooks/front-door.ts'

/** A running app: web server, worker or both, as the role says. */
export interface RunningApp {
  ctx: AppContext
  /** Where it listens; null for a worker alone. */
  address: AddressInfo | null
  /** What it listens on, for another process to keep; null for a worker alone. */
  socket: KeptSocket | null
  worker: Worker
  timers: Timers
  /** Finishes what runs, within 20 s. */
  stop(): Promise<void>
  /** Another process has taken over: the same without haste, so that no open connection is cut. */
  retire(): Promise<void>
}

const STOP_MS = 20_000

interface Parts {
  clock?: Clock
  log?: Log
  /** Instead of a new one at the configured address. */
  socket?: KeptSocket | undefined
}

/** Starts what the role asks for. Tests call it with a clock and a log of their own. */
export async function startApp(config: Config, parts: Parts = {}): Promise<RunningApp> {
  const { clock = wallClock, log = createLog(config.logLevel) } = parts
  const db = openDatabase(config.database)
  const ctx = createContext({ config, db, clock, log })
  await migrate(db)
  await notePolicy(ctx)

  const feed = new ChangeFeed(ctx)
  const worker = new Worker({ db, clock, log, handlers: createJobHandlers(ctx) })
  const timers = new Timers(ctx)
  const metrics = new Metrics()
  const listener = () => frontDoor(ctx, createApp(ctx, { feed, metrics }), metrics)
  const server = config.role === 'worker' ? null : createServer(listener())
  if (server) {
    await feed.start()
    await listen(server, config, parts.socket)
  }
  if (config.role !== 'web') {
    worker.start()
    timers.start()
  }
  const hurry = new AbortController()
  let left: Promise<unknown> | undefined
  const leave = async (longestMs: number): Promise<void> => {
    feed.stop()
    left ??= Promise.all([server && drain(server, hurry.signal), worker.stop(), timers.stop()])
    await Promise.race([left, pause(longestMs, undefined, { ref: false })])
    await db.destroy()
  }
  const stop = (): Promise<void> => {
    hurry.abort()
    return leave(STOP_MS)
  }
  const retire = (): Promise<void> => leave(DRAIN_MS)
  const address = server && (server.address() as AddressInfo)
  return { ctx, address, socket: server && socketOf(server), worker, timers, stop, retire }
}
