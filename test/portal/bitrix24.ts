import { AuthServer } from './auth-server.ts'
import type { Clock } from './clock.ts'
import type { AppCard, PortalOptions, WorldOptions } from './options.ts'
import { EmulatedPortal } from './portal.ts'
import { TokenBook } from './tokens.ts'
import type { KnownApp, World } from './world.ts'

export type { AppCard, CrmMode, Plan, PortalOptions, UserSpec, WorldOptions } from './options.ts'
export type { OpenedApp } from './opened-app.ts'
export { AuthServer } from './auth-server.ts'
export { EmulatedPortal } from './portal.ts'

/** The whole emulated world: one auth server, any number of portals, each on an origin of its own. */
export class EmulatedBitrix24 implements World {
  readonly clock: Clock
  readonly tokens: TokenBook
  readonly authServer: AuthServer
  readonly portals: EmulatedPortal[] = []
  app: KnownApp

  private constructor(options: WorldOptions) {
    this.clock = options.clock ?? Date.now
    this.tokens = new TokenBook(this.clock)
    this.app = fillCard(options.app)
    this.authServer = new AuthServer(this)
  }

  static async start(options: WorldOptions = {}): Promise<EmulatedBitrix24> {
    const world = new EmulatedBitrix24(options)
    await world.authServer.listen(options.port)
    return world
  }

  /** May come after the start, when the application knows its address. */
  setApp(app: Partial<AppCard>): void {
    this.app = fillCard({ ...this.app, ...app })
  }

  async addPortal(options: PortalOptions): Promise<EmulatedPortal> {
    const portal = new EmulatedPortal(this, options)
    await portal.listen(options.port)
    this.portals.push(portal)
    return portal
  }

  portal(memberId: string): EmulatedPortal | undefined {
    return this.portals.find((portal) => portal.memberId === memberId)
  }

  /** Once no event is waiting or being sent, on any portal. Held events don't count. */
  async settled(): Promise<void> {
    do await Promise.all(this.portals.map((portal) => portal.settled()))
    while (this.portals.some((portal) => !portal.events.isIdle))
  }

  async stop(): Promise<void> {
    await Promise.all(this.portals.map((portal) => portal.stop()))
    await this.authServer.close()
  }
}

function fillCard(card: AppCard | undefined): KnownApp {
  return {
    clientId: 'app.00000000000000.00000000',
    clientSecret: 'emulated-client-secret',
    code: 'vendor.implementation_requests',
    title: 'Implementation requests',
    titles: {},
    scope: ['crm', 'placement', 'user_brief', 'im', 'bizproc'],
    version: 1,
    status: 'F',
    ...card
  }
}
