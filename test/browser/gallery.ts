import { writeFileSync } from 'node:fs'
import { BuiltApp } from '../demo/built-app.ts'
import { DemoWorld } from '../demo/demo-world.ts'
import { DEMO_POLICY } from '../demo/policy.ts'
import { makeRequest } from '../demo/make-request.ts'
import { playHistory } from '../demo/play-history.ts'
import { DE_EXAMPLES } from '../demo/stories/de.ts'
import type { EmulatedPortal, PortalOptions } from '../portal/bitrix24.ts'
import { ApiClient } from '../support/api-client.ts'
import { aPartner } from '../support/factories.ts'
import { eventually } from '../support/wait.ts'

/** What is pushed now is open to all at once. */
const POLICY = { ...DEMO_POLICY, unlockMinutes: { ...DEMO_POLICY.unlockMinutes, standard: [0, 0, 0, 0] } }
const PORTALS = [
  'empty',
  'busy',
  'taker',
  'waiting',
  'parting',
  'changing',
  'unlinked',
  'newcomer',
  'stranger',
  'poor',
  'finished'
] as const
type PortalName = (typeof PORTALS)[number]
const UNINSTALLED: PortalName[] = ['newcomer', 'stranger', 'poor', 'finished']
const UNKNOWN: PortalName[] = ['unlinked', 'stranger']

/** The demo's three months, and portals in every state that a partner can get into. */
export class Gallery {
  readonly world: DemoWorld
  readonly #portals = new Map<PortalName, EmulatedPortal>()
  readonly #app: BuiltApp
  #pushed = 0

  private constructor(world: DemoWorld, app: BuiltApp) {
    this.world = world
    this.#app = app
  }

  static async open(): Promise<Gallery> {
    const world = await DemoWorld.start()
    await playHistory(world)
    writeFileSync(world.env.POLICY_FILE!, JSON.stringify(POLICY))
    const gallery = new Gallery(world, await BuiltApp.start(world.env, world.folder))
    try {
      for (const name of PORTALS) await gallery.#settle(name)
      await gallery.#fill()
    } catch (error) {
      await gallery.close()
      throw error
    }
    return gallery
  }

  get main(): EmulatedPortal {
    return this.world.tenant('nordlicht').emulated
  }

  portal(name: PortalName): EmulatedPortal {
    return this.#portals.get(name)!
  }

  as(portal: EmulatedPortal, userId: number): Promise<ApiClient> {
    return ApiClient.open(this.world.origin, portal, userId)
  }

  /** Changes what the registry says about the partner of the portal `changing`. */
  async become(state: Record<string, unknown>): Promise<void> {
    await this.world.staff.upsertPartner(this.#partnerOf('changing', state))
  }

  /** A new German request that is open to all, and its id. */
  async push(): Promise<string> {
    return (await this.#pushOpen()).id
  }

  async #pushOpen(): Promise<{ id: string; externalId: unknown }> {
    const story = DE_EXAMPLES[this.#pushed % DE_EXAMPLES.length]!
    const { budget: _, ...rest } = makeRequest(story, new Date()) as Record<string, unknown>
    const number = String(this.#pushed++).padStart(3, '0')
    const contact = {
      name: 'Henrike Osterloh',
      phone: `+494066969${number}`,
      email: `h.osterloh${number}@kontor.example`
    }
    const { body } = await this.world.staff.push({ ...rest, users: 8, contact })
    if (body.state !== 'open') throw new Error(`not open: ${JSON.stringify(body)}`)
    return { id: String(body.id), externalId: rest.externalId }
  }

  /** The first of a portal's reservations like this. */
  async reservation(portal: EmulatedPortal, fits: (one: any) => unknown): Promise<any> {
    const client = await this.as(portal, 1)
    return eventually('such a reservation', async () => {
      const { items } = (await client.get('/api/reservations?limit=50')).expect(200)
      return items.find(fits)
    })
  }

  async close(): Promise<void> {
    await this.#app.stop()
    await this.world.stop()
  }

  #partnerOf(name: PortalName, more: Record<string, unknown> = {}): Record<string, unknown> {
    const homeCountry = name === 'empty' ? 'NZ' : 'DE'
    const portals = [this.portal(name).memberId]
    return aPartner({
      code: `gallery-${name}`,
      name: 'Kontor Nord Beratung',
      status: 'gold',
      homeCountry,
      portals,
      ...more
    })
  }

  async #settle(name: PortalName): Promise<void> {
    const options: PortalOptions = { name: 'Kontor Nord', lang: 'de', crmMode: 'classic', limits: false }
    const portal = await this.world.bitrix24.addPortal(options)
    this.#portals.set(name, portal)
    if (!UNKNOWN.includes(name)) await this.world.staff.upsertPartner(this.#partnerOf(name))
    if (name === 'poor') portal.faults.always({ kind: 'accessDenied', method: /userfield/ })
    if (UNINSTALLED.includes(name)) return
    await portal.openInstaller(1)
    const admin = await this.as(portal, 1)
    await admin.post('/api/installation/finish').then((answer) => answer.expect(200))
    await portal.completeInstallation()
    for (const userId of [1, 2]) await (await this.as(portal, userId)).post('/api/me/tour')
  }

  async #fill(): Promise<void> {
    for (const userId of [1, 2]) await (await this.as(this.main, userId)).post('/api/me/tour')
    this.portal('busy').faults.always({ kind: 'accessDenied', method: 'crm.item.add' })
    this.portal('waiting').faults.always({ kind: 'plain503', method: 'crm.item.add' })
    const waiting = await this.as(this.portal('waiting'), 1)
    await waiting.reserve(await this.push()).then((answer) => answer.expect(201))
    const parting = await this.as(this.portal('parting'), 1)
    for (const end of ['request.withdrawn', 'request.erased']) {
      const { id, externalId } = await this.#pushOpen()
      await parting.reserve(id).then((answer) => answer.expect(201))
      await this.world.staff.push({ externalId }, end)
    }
    const busy = await this.as(this.portal('busy'), 1)
    for (let taken = 0; taken < 3; taken++) await busy.reserve(await this.push()).then((answer) => answer.expect(201))
  }
}
