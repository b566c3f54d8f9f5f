import { randomBytes } from 'node:crypto'
import { readConfig } from '../../server/config/config.ts'
import type { Env } from '../../server/config/env.ts'
import { createLog, type Log } from '../../server/log.ts'
import { startApp, type RunningApp } from '../../server/start.ts'
import { EmulatedBitrix24, type EmulatedPortal, type PortalOptions } from '../portal/bitrix24.ts'
import { ApiClient } from './api-client.ts'
import { TestClock } from './clock.ts'
import { freePort } from './free-port.ts'
import { installIn, installPartner, type Tenant } from './install.ts'
import { StaffTool } from './staff.ts'
import { testStore, type FreshStore } from './stores.ts'
import { eventually } from './wait.ts'

export const STAFF_SECRET = `whsec_${randomBytes(32).toString('base64')}`
const CLIENT = { clientId: 'app.test.example', clientSecret: 'test-client-secret-0123456789' }

export type { Tenant } from './install.ts'

/** Our app and an emulated Bitrix24, started in this process, with clocks that move together. */
export class TestWorld {
  readonly bitrix24: EmulatedBitrix24
  readonly clock: TestClock
  readonly origin: string
  readonly staff: StaffTool
  readonly env: Env
  readonly #store: FreshStore
  app: RunningApp

  private constructor(parts: Pick<TestWorld, 'bitrix24' | 'clock' | 'origin' | 'env' | 'app'> & { store: FreshStore }) {
    this.bitrix24 = parts.bitrix24
    this.clock = parts.clock
    this.origin = parts.origin
    this.env = parts.env
    this.#store = parts.store
    this.app = parts.app
    this.staff = new StaffTool(this.origin, STAFF_SECRET)
  }

  static async start(env: Env = {}, log?: Log): Promise<TestWorld> {
    const clock = new TestClock()
    const store = await testStore(env.DATABASE_URL)
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const bitrix24 = await EmulatedBitrix24.start({
      clock: () => clock.now().getTime(),
      app: { ...CLIENT, code: 'test.requests', title: 'Implementation Requests' }
    })
    bitrix24.setApp({ appUrl: `${origin}/bitrix24/app`, installUrl: `${origin}/bitrix24/install` })
    const full: Env = {
      PUBLIC_URL: origin,
      PORT: String(port),
      DATABASE_URL: store.url,
      APP_SECRET: randomBytes(32).toString('base64'),
      B24_CLIENT_ID: CLIENT.clientId,
      B24_CLIENT_SECRET: CLIENT.clientSecret,
      B24_AUTH_SERVERS: bitrix24.authServer.origin,
      STAFF_WEBHOOK_SECRETS: STAFF_SECRET,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
      ...env
    }
    const app = await startApp(readConfig(full), { clock, log: log ?? createLog(full.LOG_LEVEL ?? 'silent') })
    return new TestWorld({ bitrix24, clock, origin, env: full, store, app })
  }

  /** Stops and starts our app on the same store; the portals know nothing of it and may go on in between. */
  async restart(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.app.stop()
    await meanwhile()
    this.app = await startApp(readConfig(this.env), { clock: this.clock, log: createLog('silent') })
    // The first call may still leave by a connection that the stopped server closed.
    await eventually('the app answers again', async () => (await fetch(`${this.origin}/healthz`)).ok)
  }

  /** A partner with a portal in which an admin has gone through the wizard. */
  async addPartner(partner: Record<string, unknown> = {}, portalOptions: Partial<PortalOptions> = {}): Promise<Tenant> {
    return installPartner(this, partner, portalOptions)
  }

  async install(portal: EmulatedPortal, partnerCode: string): Promise<Tenant> {
    return installIn(this.origin, portal, partnerCode)
  }

  async openAs(portal: EmulatedPortal, userId: number): Promise<ApiClient> {
    return ApiClient.open(this.origin, portal, userId)
  }

  async stop(): Promise<void> {
    await this.app.stop()
    await this.bitrix24.stop()
    await this.#store.remove()
  }
}
