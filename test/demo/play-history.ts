import type { RunningApp } from '../../server/start.ts'
import type { EmulatedPortal } from '../portal/bitrix24.ts'
import { ApiClient } from '../support/api-client.ts'
import { eventually } from '../support/wait.ts'
import { startBuilt } from './built-app.ts'
import type { PartnerKey } from './cast.ts'
import type { DemoWorld, Tenant } from './demo-world.ts'
import { moments, type Moment } from './history.ts'
import { makeRequest, type RequestData } from './make-request.ts'
import { DE_OPEN } from './stories/de.ts'
import { US_OPEN } from './stories/us.ts'

const LEAD = 1
const HALF_AN_HOUR = 1 / 48

export interface Pushed {
  id: string
  state: string
  data: RequestData
}

/** Lives through the last three months in seconds: the same app on the same store, with a clock that is set back. */
export async function playHistory(world: DemoWorld): Promise<Pushed[]> {
  world.clock.goTo(100)
  const app = await startBuilt(world.env, { clock: world.clock, logLevel: 'error' })
  for (const portal of world.bitrix24.portals) portal.limits = false
  try {
    return await new Player(world, app).play()
  } finally {
    await app.stop()
    world.clock.goTo(0)
    for (const portal of world.bitrix24.portals) portal.limits = true
  }
}

class Player {
  readonly #world: DemoWorld
  readonly #app: RunningApp
  readonly #requests = new Map<string, Pushed>()
  /** Ids by `request/partner`. */
  readonly #reservations = new Map<string, string>()
  readonly #clients = new Map<string, ApiClient>()
  readonly #closed = new Map<PartnerKey, number>()

  constructor(world: DemoWorld, app: RunningApp) {
    this.#world = world
    this.#app = app
  }

  async play(): Promise<Pushed[]> {
    await this.#install(this.#world.staffPortal)
    for (const tenant of this.#world.tenants) await this.#settle(tenant)
    for (const moment of moments()) await this.#live(moment)
    await this.#leaveWorkForStaff()
    return [...this.#requests.values()]
  }

  /** Two held requests, a dispute and a webhook that could not be read: what the console is for. */
  async #leaveWorkForStaff(): Promise<void> {
    const { clock, staff } = this.#world
    clock.goTo(HALF_AN_HOUR)
    const now = clock.now()
    const solar = this.#requests.get('us-0')!.data
    await this.#push('held-0', { ...makeRequest(US_OPEN[0]!, now), contact: solar.contact }, 'held')
    await this.#push('held-1', { ...makeRequest(DE_OPEN[3]!, now), consent: undefined }, 'held')
    await staff.push({ ...makeRequest(US_OPEN[3]!, now), services: ['tea'] }, 'request.created', now)
    const reservation = this.#reservations.get('us-2/lumen')!
    const dispute = { reason: 'contact_unreachable', comment: 'Four calls and two mails within a week, no answer.' }
    const agent = await ApiClient.open(this.#world.origin, this.#world.tenant('lumen').emulated, 2)
    await agent.post(`/api/reservations/${reservation}/dispute`, dispute).then((answer) => answer.expect(201))
  }

  async #install(portal: EmulatedPortal): Promise<ApiClient> {
    await portal.openInstaller(1)
    const admin = await ApiClient.open(this.#world.origin, portal, 1)
    await admin.post('/api/installation/finish').then((answer) => answer.expect(200))
    await portal.completeInstallation()
    return admin
  }

  /** Registers a partner and, unless that is left to the visitor, goes through its wizard. */
  async #settle({ record, emulated, isInstalled, extraLocations }: Tenant): Promise<void> {
    const { staff, clock } = this.#world
    await staff.upsertPartner(record, clock.now())
    if (!isInstalled) return
    const admin = await this.#install(emulated)
    if (extraLocations.length === 0) return
    const current = await admin.get('/api/settings')
    const etag = current.headers.get('etag') ?? ''
    const settings = { ...current.expect(200), extraLocations }
    await admin.put('/api/settings', settings, { 'if-match': etag }).then((answer) => answer.expect(200))
  }

  async #live(moment: Moment): Promise<void> {
    this.#world.clock.goTo(moment.daysAgo)
    // Sessions live an hour.
    this.#clients.clear()
    await this.#app.timers.run()
    await each(moment.pushed, ({ key, story }) => this.#push(key, makeRequest(story, this.#world.clock.now())))
    await each(moment.taken, ({ key, by, userId }) => this.#reserve(key, by, userId))
    await each(moment.moved, ({ key, by, stageId }) => this.#move(key, by, stageId))
    await each(moment.ended, ({ key, by, outcome }) => this.#end(key, by, outcome))
    await each(new Set(moment.ended.map(({ by }) => by)), (by) => this.#awaitRating(by))
  }

  async #push(key: string, data: RequestData, state = 'open'): Promise<void> {
    const { status, body } = await this.#world.staff.push(data, 'request.created', this.#world.clock.now())
    if (status !== 202 || body.state !== state) throw new Error(`${data.summary}: ${status} ${JSON.stringify(body)}`)
    this.#requests.set(key, { id: String(body.id), data, state })
  }

  async #reserve(key: string, by: PartnerKey, userId: number): Promise<void> {
    const client = await this.#as(by, userId)
    const { reservation } = (await client.reserve(this.#requests.get(key)!.id)).expect(201)
    this.#reservations.set(`${key}/${by}`, reservation.id)
    await this.#until(key, by, 'the delivery', (one) => one.delivery.state === 'delivered' && one.crm)
  }

  async #move(key: string, by: PartnerKey, stageId: string): Promise<void> {
    const { entityTypeId, id } = await this.#item(key, by)
    await this.#world.tenant(by).emulated.moveTo(entityTypeId, id, stageId)
  }

  async #end(key: string, by: PartnerKey, outcome: 'won' | 'lost'): Promise<void> {
    const { emulated } = this.#world.tenant(by)
    const { entityTypeId, id } = await this.#item(key, by)
    await emulated.addActivity(entityTypeId, id)
    if (outcome === 'lost') await emulated.lose(entityTypeId, id)
    else await emulated.win(entityTypeId === LEAD ? (await emulated.convertLead(id)).dealIds[0]! : id)
    this.#closed.set(by, (this.#closed.get(by) ?? 0) + 1)
    await this.#until(key, by, 'the outcome', (one) => one.outcome === outcome)
  }

  async #item(key: string, by: PartnerKey): Promise<{ entityTypeId: number; id: number }> {
    return (await this.#show(key, by)).crm
  }

  async #until(key: string, by: PartnerKey, what: string, check: (reservation: any) => unknown): Promise<void> {
    await eventually(`${what} of ${key} by ${by}`, async () => check(await this.#show(key, by)))
  }

  async #show(key: string, by: PartnerKey): Promise<any> {
    const client = await this.#as(by, 1)
    return (await client.get(`/api/reservations/${this.#reservations.get(`${key}/${by}`)}`)).expect(200)
  }

  /** So that the day's point of the rating stands before the clock goes on. */
  async #awaitRating(key: PartnerKey): Promise<void> {
    const client = await this.#as(key, 1)
    await eventually(`the rating of ${key}`, async () => {
      const { conversion } = (await client.get('/api/rating')).expect(200)
      return conversion.won + conversion.lost === this.#closed.get(key)
    })
  }

  async #as(key: PartnerKey, userId: number): Promise<ApiClient> {
    const name = `${key}/${userId}`
    const client = this.#clients.get(name) ?? (await this.#world.openAs(key, userId))
    this.#clients.set(name, client)
    return client
  }
}

/** At the same time, as on a busy day. */
async function each<Item>(items: Iterable<Item>, live: (item: Item) => Promise<void>): Promise<void> {
  await Promise.all([...items].map(live))
}
