import { generousPolicy, untilIdle } from '../faults/stage.ts'
import type { ApiAnswer } from '../support/api-client.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import type { Model, ModelRequest } from './model.ts'

/** The app and the portals that a history is played on: new partners each time, one app for all. */
export class Stage {
  readonly world: TestWorld
  readonly tenants: Tenant[]

  private constructor(world: TestWorld, tenants: Tenant[]) {
    this.world = world
    this.tenants = tenants
  }

  static world(): Promise<TestWorld> {
    return TestWorld.start(generousPolicy())
  }

  static async open(world: TestWorld, partners: number): Promise<Stage> {
    const tenants: Tenant[] = []
    while (tenants.length < partners) tenants.push(await world.addPartner())
    return new Stage(world, tenants)
  }

  get model(): Model {
    return { requests: [], installed: this.tenants.map(() => true) }
  }

  get now(): number {
    return this.world.clock.now().getTime()
  }

  tenant(partner: number): Tenant {
    return this.tenants[partner]!
  }

  reserve(partner: number, request: ModelRequest): Promise<ApiAnswer> {
    return this.tenant(partner).agent.reserve(request.id)
  }

  /** Nothing is due; what has to wait waits. */
  quiet(): Promise<void> {
    return untilIdle(this.world)
  }

  /** The reservation's lead, once it has arrived: pauses last up to an hour, and an administrator looks in now and then. */
  async leadOf(partner: number, reservationId: string): Promise<number> {
    const { portal } = this.tenant(partner)
    for (let attempt = 0; attempt < 30; attempt++) {
      const lead = portal.crm.list(1).find((item) => item.originId === reservationId)
      if (lead) return lead.id
      await this.quiet()
      if (attempt > 5) await portal.openApp(1)
      this.world.clock.advance(attempt > 5 ? { minutes: 10 } : { seconds: 62 })
    }
    const deliveries = this.world.app.ctx.db.selectFrom('delivery').select(['state', 'error'])
    const delivery = await deliveries.where('reservationId', '=', reservationId).executeTakeFirst()
    throw new Error(`the lead of reservation ${reservationId} does not arrive: ${JSON.stringify(delivery)}`)
  }

  storedRequest(id: string) {
    return this.world.app.ctx.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  }

  async uninstall(partner: number, clean: boolean): Promise<void> {
    await this.tenant(partner).portal.uninstall({ clean })
  }

  async reinstall(partner: number): Promise<void> {
    const { portal, partnerCode } = this.tenant(partner)
    // The wizard tells of trouble and is run again: not what is told here.
    portal.faults.clear()
    this.tenants[partner] = await this.world.install(portal, partnerCode)
  }

  /** Its portals are left by the app, so that they cost the next history nothing. */
  async close(): Promise<void> {
    for (const { portal } of this.tenants) {
      portal.faults.clear()
      if (portal.installation.isFinished) await portal.uninstall()
      await portal.stop()
    }
  }
}
