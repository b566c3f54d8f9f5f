import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Db } from '../../server/db/database.ts'
import { EmulatedBitrix24, type PortalOptions } from '../portal/bitrix24.ts'
import { policyFile } from '../support/crm-story.ts'
import { freePort } from '../support/free-port.ts'
import { installPartner, type Tenant } from '../support/install.ts'
import { StaffTool } from '../support/staff.ts'
import { freshStore, storeConfig, type FreshStore, type TestEngine } from '../support/stores.ts'
import { ServerProcess } from './server-process.ts'
import { SharedClock } from './shared-clock.ts'

const CLIENT = { clientId: 'app.crash.example', clientSecret: 'crash-client-secret-0123456789' }
/** Everything is unlocked, nobody's limit is reached, and a win counts at once. */
const POLICY = {
  unlockMinutes: { standard: [0, 0, 0, 0], plus: [0, 0, 0, 0], premium: [0, 0, 0, 0] },
  levels: [null, 0.75, 0.92, 1.08].map((low) => ({ low, daily: 100_000, inWork: 100_000 })),
  ...{ winReviewHours: 0, winNeedsActivity: false }
}

/** Emulated portals in this process, and our app in real processes on one store. */
export class ProcessWorld {
  readonly bitrix24: EmulatedBitrix24
  readonly clock: SharedClock
  readonly origin: string
  readonly staff: StaffTool
  readonly env: Record<string, string>
  readonly folder: string
  readonly tenants: Tenant[] = []
  readonly #store: FreshStore
  readonly #servers: ServerProcess[] = []
  readonly #opened: Db[] = []

  private constructor(
    parts: Pick<ProcessWorld, 'bitrix24' | 'clock' | 'origin' | 'env' | 'folder'>,
    store: FreshStore
  ) {
    this.bitrix24 = parts.bitrix24
    this.clock = parts.clock
    this.origin = parts.origin
    this.env = parts.env
    this.folder = parts.folder
    this.staff = new StaffTool(parts.origin, parts.env.STAFF_WEBHOOK_SECRETS!)
    this.#store = store
  }

  static async start(engine: TestEngine, more: Record<string, string> = {}): Promise<ProcessWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'requests-processes-'))
    const clock = new SharedClock(join(folder, 'clock'))
    const store =
      more.DATABASE_URL === undefined
        ? await freshStore(engine)
        : { url: more.DATABASE_URL, remove: () => Promise.resolve() }
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const bitrix24 = await EmulatedBitrix24.start({
      clock: () => clock.now().getTime(),
      app: { ...CLIENT, code: 'crash.requests', title: 'Implementation Requests' }
    })
    bitrix24.setApp({ appUrl: `${origin}/bitrix24/app`, installUrl: `${origin}/bitrix24/install` })
    const env = {
      PUBLIC_URL: origin,
      PORT: String(port),
      DATABASE_URL: store.url,
      APP_SECRET: randomBytes(32).toString('base64'),
      B24_CLIENT_ID: CLIENT.clientId,
      B24_CLIENT_SECRET: CLIENT.clientSecret,
      B24_AUTH_SERVERS: bitrix24.authServer.origin,
      STAFF_WEBHOOK_SECRETS: `whsec_${randomBytes(32).toString('base64')}`,
      POLICY_FILE: policyFile(POLICY),
      CLOCK_OFFSET_FILE: clock.file,
      LOG_LEVEL: 'info',
      ...more
    }
    return new ProcessWorld({ bitrix24, clock, origin, env, folder }, store)
  }

  server(name: string, more: Record<string, string> = {}): ServerProcess {
    const server = new ServerProcess(name, { ...this.env, ...more }, this.folder)
    this.#servers.push(server)
    return server
  }

  /** Our own connection to the store, beside those of the servers. */
  openStore(): Db {
    const db = openDatabase(storeConfig(this.#store.url))
    this.#opened.push(db)
    return db
  }

  async addPartner(partner: Record<string, unknown>, options: Partial<PortalOptions>): Promise<Tenant> {
    const tenant = await installPartner(this, partner, options)
    this.tenants.push(tenant)
    return tenant
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) await server.kill()
    for (const db of this.#opened) await db.destroy()
    await this.bitrix24.stop()
    await this.#store.remove()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
