import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { readConfig } from '../../server/config/config.ts'
import type { Env } from '../../server/config/env.ts'
import { createContext, type AppContext } from '../../server/context.ts'
import { openDatabase } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { intakeRoutes } from '../../server/features/intake/routes.ts'
import { partnerRoutes } from '../../server/features/partners/routes.ts'
import { purchaseRoutes } from '../../server/features/purchases/routes.ts'
import { createErrorHandler, notFound } from '../../server/http/error-handler.ts'
import { Metrics } from '../../server/http/health.ts'
import { createLog } from '../../server/log.ts'
import { frontDoor } from '../../server/webhooks/front-door.ts'
import { StaffSender } from './staff-sender.ts'
import { testStore } from './stores.ts'

export const STAFF_SECRETS = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]

export interface IntakeServer {
  ctx: AppContext
  origin: string
  staff: StaffSender
  /** Moves the server's clock. */
  pass: (ms: number) => void
  close: () => Promise<void>
}

/** Only what staff push to, on a store of its own. */
export async function startIntake(env: Env = {}): Promise<IntakeServer> {
  const store = await testStore(env.DATABASE_URL)
  const config = readConfig({
    PUBLIC_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: store.url,
    APP_SECRET: Buffer.alloc(32, 9).toString('base64'),
    B24_CLIENT_ID: 'local.1',
    B24_CLIENT_SECRET: 'secret',
    STAFF_WEBHOOK_SECRETS: STAFF_SECRETS.map((secret) => `whsec_${secret.toString('base64')}`).join(','),
    ...env
  })
  const db = openDatabase(config.database)
  await migrate(db)
  let shift = 0
  const clock = { now: () => new Date(Date.now() + shift) }
  const ctx = createContext({ config, db, clock, log: createLog('silent') })
  const app = express()
  app.use(intakeRoutes(ctx), partnerRoutes(ctx), purchaseRoutes(ctx), notFound, createErrorHandler(ctx))
  const server = createServer(frontDoor(ctx, app, new Metrics()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ctx,
    origin,
    staff: new StaffSender(origin, STAFF_SECRETS[0]!, clock.now),
    pass: (ms) => (shift += ms),
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await db.destroy()
      await store.remove()
    }
  }
}
