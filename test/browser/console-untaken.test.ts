import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TestWorld } from '../support/app.ts'
import { ensureClientIsBuilt } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { axeProblems } from './axe.ts'
import { Visitor } from './visitor.ts'

describe('what waits for staff without being asked', () => {
  let world: TestWorld
  let browser: Browser
  let clerk: Visitor

  beforeAll(async () => {
    await ensureClientIsBuilt()
    const { world: started, staff } = await startWithStaff()
    world = started
    await world.addPartner({ code: 'nordlicht', name: 'Nordlicht Beratung', homeCountry: 'DE' })
    await push({ summary: 'CRM for a bakery' })
    await push({ summary: 'CRM for a fishery', location: { country: 'IS' } })
    world.clock.advance({ hours: 49 })
    browser = await launchChromium()
    clerk = await Visitor.arrive(browser, staff.portal, 2)
    await clerk.openApp()
  })
  afterEach(() => {
    expect(clerk.complaints).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  const push = async (overrides: Record<string, unknown>): Promise<void> =>
    void (await world.staff.push(aRequest(overrides), 'request.created', world.clock.now()))
  const post = (path: string, type: string, data: unknown) => {
    const timestamp = world.clock.now().toISOString()
    return world.staff.post(path, { type, timestamp, data }, randomUUID(), world.clock.now())
  }
  const goTo = (section: string) =>
    clerk.app
      .getByRole('navigation', { name: 'Parts of the console' })
      .getByRole('button', { name: section, exact: true })
      .click()

  async function expectSound(): Promise<void> {
    for (const width of [360, 1280]) await clerk.expectToFit(width)
    const frame = clerk.page.frames().find((one) => one.url().includes('/bitrix24/app'))
    expect(await axeProblems(frame!)).toEqual([])
  }

  test('requests that nobody took in time are listed with whom they reach and what can be done', async () => {
    await goTo('Not taken')
    await clerk.app.getByText('2 requests', { exact: true }).waitFor()
    const bakery = clerk.app.getByRole('listitem').filter({ hasText: 'CRM for a bakery' })
    await bakery.getByText('1 partner covers this place. It is unlocked for 1 of them.').waitFor()
    const fishery = clerk.app.getByRole('listitem').filter({ hasText: 'CRM for a fishery' })
    await fishery.getByText('No partner there').waitFor()
    await fishery.getByText('Ask partners of the region to add this location in their settings.').waitFor()
    await expectSound()
    await bakery.getByRole('button', { name: /CRM for a bakery/ }).click()
    await clerk.app.getByRole('heading', { name: 'What happened' }).waitFor()
  })

  test('the log says in words what was wrong with a field, and a batch leads to its requests', async () => {
    expect((await post('/webhooks/requests', 'request.created', { ...aRequest(), summary: undefined })).status).toBe(
      422
    )
    await post('/webhooks/requests/batch', 'request.batch', [aRequest(), { ...aRequest(), users: 1.5 }])
    await goTo('Webhooks')
    await clerk.app.getByText('data.summary: is missing').waitFor()
    await clerk.app.getByRole('button', { name: 'Show the 2 requests of this batch' }).click()
    const refused = clerk.app.getByRole('listitem').filter({ hasText: '2. Failed' }).last()
    await refused.getByText('must be a whole number').waitFor()
    await expectSound()
    await clerk.app.getByRole('listitem').filter({ hasText: '1. R-000003' }).last().getByRole('button').click()
    await clerk.app.getByRole('heading', { name: 'What happened' }).waitFor()
  })
})
