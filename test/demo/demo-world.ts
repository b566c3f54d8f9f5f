import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmulatedBitrix24, type EmulatedPortal } from '../portal/bitrix24.ts'
import { ApiClient } from '../support/api-client.ts'
import { StaffTool } from '../support/staff.ts'
import { CAST, type Member, type PartnerKey, STAFF_PORTAL } from './cast.ts'
import { DemoClock } from './demo-clock.ts'
import { DEMO_POLICY } from './policy.ts'
import { preferPort } from './ports.ts'

const PORTS = { site: 8100, app: 8101, bitrix24: 8102, staffPortal: 8110, firstPortal: 8111 }
const CLIENT = { clientId: 'app.66f1d4a2c0ffee.10203040', clientSecret: randomBytes(24).toString('hex') }

export interface Tenant extends Member {
  emulated: EmulatedPortal
}

interface Parts {
  bitrix24: EmulatedBitrix24
  clock: DemoClock
  staffPortal: EmulatedPortal
  ports: { app: number; site: number }
}

/** The emulated Bitrix24 with its portals, and everything our app is told about it. */
export class DemoWorld {
  readonly clock = new DemoClock()
  readonly folder = mkdtempSync(join(tmpdir(), 'implementation-requests-demo-'))
  readonly tenants: Tenant[] = []
  readonly staffPortal: EmulatedPortal
  readonly bitrix24: EmulatedBitrix24
  readonly origin: string
  readonly sitePort: number
  readonly staff: StaffTool
  /** What the app reads from its environment. */
  readonly env: Record<string, string>

  private constructor(parts: Parts) {
    const { bitrix24, ports } = parts
    this.bitrix24 = bitrix24
    this.clock = parts.clock
    this.staffPortal = parts.staffPortal
    this.sitePort = ports.site
    this.origin = `http://127.0.0.1:${ports.app}`
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    const policyFile = join(this.folder, 'policy.json')
    writeFileSync(policyFile, JSON.stringify(DEMO_POLICY, null, 2))
    this.staff = new StaffTool(this.origin, secret)
    this.env = {
      PUBLIC_URL: this.origin,
      PORT: String(ports.app),
      DATABASE_URL: `file:${join(this.folder, 'app.sqlite')}`,
      APP_SECRET: randomBytes(32).toString('base64'),
      B24_CLIENT_ID: CLIENT.clientId,
      B24_CLIENT_SECRET: CLIENT.clientSecret,
      B24_AUTH_SERVERS: bitrix24.authServer.origin,
      STAFF_WEBHOOK_SECRETS: secret,
      STAFF_PORTALS: this.staffPortal.memberId,
      POLICY_FILE: policyFile,
      LOG_LEVEL: 'warn'
    }
  }

  static async start(): Promise<DemoWorld> {
    const clock = new DemoClock()
    const ports = { app: await preferPort(PORTS.app), site: await preferPort(PORTS.site) }
    const bitrix24 = await EmulatedBitrix24.start({
      port: await preferPort(PORTS.bitrix24),
      clock: () => clock.now().getTime(),
      app: {
        ...CLIENT,
        code: 'demo.implementation_requests',
        title: 'Implementation requests',
        titles: { de: 'Implementierungsanfragen' }
      }
    })
    const staffPortal = await bitrix24.addPortal({ ...STAFF_PORTAL, port: await preferPort(PORTS.staffPortal) })
    const world = new DemoWorld({ bitrix24, clock, ports, staffPortal })
    bitrix24.setApp({ appUrl: `${world.origin}/bitrix24/app`, installUrl: `${world.origin}/bitrix24/install` })
    for (const [index, member] of CAST.entries()) {
      const port = await preferPort(PORTS.firstPortal + index)
      const emulated = await bitrix24.addPortal({ ...member.portal, port })
      world.tenants.push({ ...member, record: { ...member.record, portals: [emulated.memberId] }, emulated })
    }
    return world
  }

  tenant(key: PartnerKey): Tenant {
    return this.tenants.find((tenant) => tenant.key === key)!
  }

  openAs(key: PartnerKey, userId: number): Promise<ApiClient> {
    return ApiClient.open(this.origin, this.tenant(key).emulated, userId)
  }

  async stop(): Promise<void> {
    await this.bitrix24.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
