import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestWorld, type Tenant } from '../support/app.ts'
import { ensureClientIsBuilt } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'
import { Visitor } from './visitor.ts'

const STREAM = '**/api/stream*'
/** A lost stream is asked for every 15 s. */
const POLLED = { timeout: 40_000 }

describe('open pages live', () => {
  let world: TestWorld
  let tenant: Tenant
  let browser: Browser
  const visitors: Visitor[] = []

  beforeAll(async () => {
    await ensureClientIsBuilt()
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
    tenant = await world.addPartner({ homeCountry: 'DE' }, { lang: 'en' })
    for (const client of [tenant.admin, tenant.agent]) await client.post('/api/me/tour')
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  const push = (summary: string) => world.staff.push(aRequest({ summary }), 'request.created', world.clock.now())
  const cardOf = (visitor: Visitor, text: string) => visitor.app.getByRole('article').filter({ hasText: text })

  async function arrive(userId: number, before?: (visitor: Visitor) => Promise<unknown>): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, tenant.portal, userId)
    visitors.push(visitor)
    await before?.(visitor)
    await visitor.openApp()
    await visitor.app.getByRole('heading', { name: 'Requests', exact: true }).waitFor()
    return visitor
  }

  test('what one agent reserves shows at once in the tabs of another and in one’s own second tab', async () => {
    await push('Lagerverwaltung')
    const [agent, secondTab, colleague] = [await arrive(2), await arrive(2), await arrive(1)]
    for (const visitor of [agent, secondTab, colleague])
      await cardOf(visitor, 'Lagerverwaltung').getByText('0 of 5').waitFor()
    await cardOf(agent, 'Lagerverwaltung').getByRole('button', { name: /^View/ }).click()
    await agent.app.getByRole('button', { name: 'Reserve and show contact' }).click()
    await agent.app.getByRole('button', { name: 'Accept and reserve' }).click()
    for (const visitor of [secondTab, colleague]) {
      await cardOf(visitor, 'Lagerverwaltung').getByText('1 of 5').waitFor()
      await cardOf(visitor, 'Lagerverwaltung').getByRole('button', { name: 'Open my reservation' }).waitFor()
    }
    expect([agent, secondTab, colleague].flatMap(({ complaints }) => complaints)).toEqual([])
  })

  test('what came while the stream was broken is told when it is there again', async () => {
    const visitor = await arrive(2)
    await cardOf(visitor, 'Lagerverwaltung').waitFor()
    await visitor.page.route(STREAM, (route) => route.abort())
    await world.restart()
    await push('Kassensystem')
    await visitor.page.unroute(STREAM)
    await visitor.app.getByRole('button', { name: '1 new request', exact: true }).click(POLLED)
    await cardOf(visitor, 'Kassensystem').waitFor()
  })

  test('without any stream the page asks by itself', async () => {
    const visitor = await arrive(1, ({ page }) => page.route(STREAM, (route) => route.abort()))
    await cardOf(visitor, 'Kassensystem').waitFor()
    await push('Segelschule')
    await visitor.app.getByRole('button', { name: '1 new request', exact: true }).click(POLLED)
    await cardOf(visitor, 'Segelschule').waitFor()
    expect(visitor.complaints.filter((text) => !text.includes('/api/stream'))).toEqual([])
  })

  test('the button for new requests tells how many there are, a burst too', async () => {
    const visitor = await arrive(1)
    await cardOf(visitor, 'Segelschule').waitFor()
    for (const count of [3, 60]) {
      for (let made = 0; made < count; made++) await push(`Burst of ${count}, ${made}`)
      const button = visitor.app.getByRole('button', { name: `${count} new requests`, exact: true })
      await button.waitFor(POLLED)
      await button.click()
      await cardOf(visitor, `Burst of ${count}, ${count - 1}`).waitFor()
      await button.waitFor({ state: 'detached' })
    }
  })
})
