import { randomBytes } from 'node:crypto'
import { mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BuiltApp } from '../demo/built-app.ts'
import { generousPolicy } from '../faults/stage.ts'
import { EmulatedBitrix24 } from '../portal/bitrix24.ts'
import { ApiClient } from '../support/api-client.ts'
import { freePort } from '../support/free-port.ts'
import { StaffSender } from '../support/staff-sender.ts'
import { aPushedPartner, message } from '../support/pushed.ts'
import { compileRecorder } from './recorder.ts'

const CLIENT = { clientId: 'app.test.example', clientSecret: 'test-client-secret-0123456789' }

/** The built app in processes of its own, recorded, with partners whose portals are emulated here. */
export class RecordedWorld {
  readonly folder: string
  readonly log: string
  readonly database: string
  readonly staff: StaffSender
  readonly agents: ApiClient[] = []
  readonly #env: Record<string, string>
  readonly #bitrix24: EmulatedBitrix24
  #app: BuiltApp | undefined

  private constructor(folder: string, env: Record<string, string>, secret: Buffer, bitrix24: EmulatedBitrix24) {
    this.folder = folder
    this.log = env.POWER_LOG!
    this.database = env.POWER_DATABASE!
    this.#env = env
    this.#bitrix24 = bitrix24
    this.staff = new StaffSender(env.PUBLIC_URL!, secret)
  }

  static async start(partners: number): Promise<RecordedWorld> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'power-')))
    const LD_PRELOAD = compileRecorder(folder)
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const secret = randomBytes(32)
    const bitrix24 = await EmulatedBitrix24.start({ app: { ...CLIENT, code: 'test.requests', title: 'Requests' } })
    bitrix24.setApp({ appUrl: `${origin}/bitrix24/app`, installUrl: `${origin}/bitrix24/install` })
    const database = join(folder, 'app.sqlite')
    const env = {
      ...{ PUBLIC_URL: origin, PORT: String(port), DATABASE_URL: `file:${database}`, LOG_LEVEL: 'warn' },
      ...{ APP_SECRET: randomBytes(32).toString('base64'), B24_CLIENT_ID: CLIENT.clientId },
      ...{ B24_CLIENT_SECRET: CLIENT.clientSecret, B24_AUTH_SERVERS: bitrix24.authServer.origin },
      ...{ STAFF_WEBHOOK_SECRETS: `whsec_${secret.toString('base64')}`, ...generousPolicy() },
      ...{ LD_PRELOAD, POWER_DATABASE: database, POWER_LOG: join(folder, 'power.log') }
    }
    const world = new RecordedWorld(folder, env, secret, bitrix24)
    await world.startApp()
    while (world.agents.length < partners) world.agents.push(await world.#addAgent())
    return world
  }

  /** How much is recorded by now: what is answered by now was recorded before. */
  get position(): number {
    return statSync(this.log).size
  }

  async startApp(): Promise<void> {
    this.#app = await BuiltApp.start(this.#env, this.folder)
  }

  async stopApp(): Promise<void> {
    await this.#app?.stop()
  }

  async stop(): Promise<void> {
    await this.stopApp()
    await this.#bitrix24.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #addAgent(): Promise<ApiClient> {
    const origin = this.#env.PUBLIC_URL!
    const portal = await this.#bitrix24.addPortal({ name: 'Portal', limits: false })
    const partner = aPushedPartner({ portals: [portal.memberId] })
    const { status } = await this.staff.send('/webhooks/partners', message('partner.upserted', partner))
    if (status !== 202) throw new Error(`the partner was answered with ${status}`)
    await portal.openInstaller(1)
    const admin = await ApiClient.open(origin, portal, 1)
    ;(await admin.post('/api/installation/finish')).expect(200)
    await portal.completeInstallation()
    return ApiClient.open(origin, portal, 2)
  }
}
