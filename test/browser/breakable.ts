import type { Browser, Locator } from 'playwright-core'
import { expect } from 'vitest'
import { TestWorld, type Tenant } from '../support/app.ts'
import { ensureClientIsBuilt } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'
import { Visitor } from './visitor.ts'

/** As long as a call is repeated by itself. */
export const SOON = { timeout: 20_000 }

/** An app with one partner, people who have it open, and all that may break around them. */
export class Breakable {
  readonly world: TestWorld
  readonly tenant: Tenant
  readonly browser: Browser
  #visitors: Visitor[] = []

  private constructor(world: TestWorld, tenant: Tenant, browser: Browser) {
    this.world = world
    this.tenant = tenant
    this.browser = browser
  }

  static async start(): Promise<Breakable> {
    await ensureClientIsBuilt()
    const world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
    const tenant = await world.addPartner({ homeCountry: 'DE' }, { lang: 'en' })
    for (const client of [tenant.admin, tenant.agent]) await client.post('/api/me/tour')
    const scene = new Breakable(world, tenant, await launchChromium())
    // The agent has accepted the contact rules.
    const { id } = await scene.push('Gartenbau')
    await tenant.agent.reserve(id).then((answer) => answer.expect(201))
    return scene
  }

  async stop(): Promise<void> {
    await this.browser.close()
    await this.world.stop()
  }

  async arrive(userId = 2): Promise<Visitor> {
    const visitor = await Visitor.arrive(this.browser, this.tenant.portal, userId)
    this.#visitors.push(visitor)
    return visitor
  }

  async open(visitor: Visitor): Promise<Visitor> {
    await visitor.openApp()
    await visitor.app.getByRole('heading', { name: 'Requests', exact: true }).waitFor()
    return visitor
  }

  /** No script failed and nothing was logged; what the browser notes of a call without an answer is no fault. */
  async expectSilence(): Promise<void> {
    const complaints = this.#visitors.flatMap((visitor) => visitor.complaints)
    await Promise.all(this.#visitors.map((visitor) => visitor.leave()))
    this.#visitors = []
    expect(complaints.filter((text) => !text.includes('Failed to load resource'))).toEqual([])
  }

  async push(summary: string): Promise<{ id: string }> {
    const { body } = await this.world.staff.push(aRequest({ summary }), 'request.created', this.world.clock.now())
    return { id: String(body.id) }
  }

  async countReservations(): Promise<number> {
    const client = await this.world.openAs(this.tenant.portal, 2)
    return (await client.get('/api/reservations?limit=50')).expect(200).items.length as number
  }

  /** The panel of a request that has just come. */
  async openRequest(visitor: Visitor, summary: string): Promise<Locator> {
    await this.push(summary)
    await this.open(visitor)
    await cardOf(visitor, summary).getByRole('button', { name: /^View/ }).click()
    return visitor.app.getByRole('dialog')
  }

  /** The panel of a reservation, with the form for a report open and filled. */
  async beginReport(visitor: Visitor, comment: string): Promise<Locator> {
    await this.open(visitor)
    await goTo(visitor, 'My reservations')
    await visitor.app.locator('tbody th button').last().click()
    const panel = visitor.app.getByRole('dialog')
    await panel.getByRole('button', { name: 'Report a problem' }).click()
    await panel.getByLabel('What happened').fill(comment)
    return panel
  }
}

export const cardOf = (visitor: Visitor, text: string): Locator =>
  visitor.app.getByRole('article').filter({ hasText: text })

export const goTo = (visitor: Visitor, page: string): Promise<void> =>
  visitor.app.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: page }).click()

export const reserve = (panel: Locator): Promise<void> =>
  panel.getByRole('button', { name: 'Reserve and show contact' }).click()
