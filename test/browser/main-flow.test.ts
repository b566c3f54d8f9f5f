import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { EmulatedPortal } from '../portal/bitrix24.ts'
import { TestWorld } from '../support/app.ts'
import { ensureClientIsBuilt } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { aPartner, aRequest } from '../support/factories.ts'
import { Visitor } from './visitor.ts'

/** Seconds instead of hours, and the first win is enough for level 2. */
const POLICY = {
  unlockMinutes: { standard: [0.1, 0, 0, 0], plus: [1440, 120, 30, 0], premium: [4320, 0, 0, 0] },
  levels: [
    { low: null, daily: 3, inWork: 5 },
    { low: 0.7, daily: 5, inWork: 8 },
    { low: 0.92, daily: 8, inWork: 12 },
    { low: 1.08, daily: 10, inWork: 15 }
  ],
  minMaturedOutcomes: 1,
  winReviewHours: 0
}
const CLIENT = {
  name: 'Erika Zyxwvutina',
  company: 'Qwertzwerke Spandau',
  phone: '+493023125042',
  email: 'erika.z@qwertzwerke.example'
}
const SECRETS = ['Zyxwvutina', 'Qwertzwerke', '23125042', '23125 042']
const WIDTHS = [1280, 360]

describe('the main job, clicked through', () => {
  const folder = mkdtempSync(join(tmpdir(), 'main-flow-'))
  let world: TestWorld
  let portal: EmulatedPortal
  let browser: Browser
  let admin: Visitor
  let agent: Visitor

  beforeAll(async () => {
    await ensureClientIsBuilt()
    const policyFile = join(folder, 'policy.json')
    writeFileSync(policyFile, JSON.stringify(POLICY))
    world = await TestWorld.start({ POLICY_FILE: policyFile })
    portal = await world.bitrix24.addPortal({ name: 'Nordlicht', lang: 'en', crmMode: 'classic' })
    await world.staff.upsertPartner(aPartner({ portals: [portal.memberId], name: 'Nordlicht Beratung' }))
    browser = await launchChromium()
    admin = await Visitor.arrive(browser, portal, 1)
    agent = await Visitor.arrive(browser, portal, 2)
  })
  afterEach(() => {
    expect([...admin.complaints, ...agent.complaints]).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const push = async (overrides: Record<string, unknown>): Promise<void> => {
    const answer = await world.staff.push(aRequest(overrides))
    expect(answer).toMatchObject({ status: 202, body: { state: 'open' } })
  }
  const cardOf = (visitor: Visitor, text: string) => visitor.app.getByRole('article').filter({ hasText: text })
  const goTo = (visitor: Visitor, page: string) =>
    visitor.app.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: page }).click()
  const expectToFit = async (visitor: Visitor): Promise<void> => {
    for (const width of [...WIDTHS, 1280]) await visitor.expectToFit(width)
  }

  test('an administrator installs the app by its wizard', async () => {
    await agent.openApp()
    await agent.page.getByText('not been fully installed').waitFor()
    await admin.openApp()
    await admin.app.getByText('This portal belongs to Nordlicht Beratung.').waitFor()
    await expectToFit(admin)
    await admin.app.getByRole('button', { name: 'Set up now' }).click()
    await admin.app.getByRole('button', { name: 'Open the app' }).click()
    await admin.app.getByText('No requests right now').waitFor()
    expect(portal.installation.isFinished).toBe(true)
    expect(portal.crm.userFields.of(1)).toHaveLength(2)
  })

  test('a pushed request appears by itself, locked and without the contact', async () => {
    await agent.openApp()
    await agent.app.getByText('No requests right now').waitFor()
    await push({
      summary: 'CRM for the sales team of Qwertzwerke Spandau',
      description: 'Ask for Erika Zyxwvutina, +49 30 23125042 or erika.z@qwertzwerke.example.',
      contact: CLIENT
    })
    await cardOf(agent, 'Locked request in Germany').getByText('Open now from level 2.').waitFor()
    await agent.expectToKnowNothingOf(SECRETS)
    await expectToFit(agent)
  })

  test('it unlocks by itself when its time has come, still without the contact', async () => {
    await agent.app.getByRole('button', { name: 'View R-000001' }).waitFor({ timeout: 30_000 })
    expect(await cardOf(agent, 'R-000001').innerText()).toContain('CRM for the sales team of')
    await agent.app.getByRole('button', { name: 'View R-000001' }).click()
    await agent.app.getByRole('dialog').getByText('What happens when you reserve').waitFor()
    await agent.expectToKnowNothingOf(SECRETS)
    await expectToFit(agent)
  })

  test('reserving asks for the contact rules once and then shows the contact', async () => {
    const panel = agent.app.getByRole('dialog')
    await panel.getByRole('button', { name: 'Reserve and show contact' }).click()
    await panel.getByRole('group', { name: 'Rules for contacting clients' }).waitFor()
    await agent.expectToKnowNothingOf(SECRETS)
    await panel.getByRole('button', { name: 'Accept and reserve' }).click()
    await panel.getByText(CLIENT.name).waitFor()
    await panel.getByRole('link', { name: CLIENT.email }).waitFor()
    expect(await panel.getByRole('link', { name: /23125/ }).getAttribute('href')).toBe(`tel:${CLIENT.phone}`)
    await expectToFit(agent)
  })

  test('a colleague sees the place taken, and a premium request that stays locked', async () => {
    await admin.openApp()
    await admin.app.getByText('1 of 5').waitFor()
    await push({ summary: 'Group-wide rollout', users: 300 })
    await admin.app.getByRole('button', { name: '1 new request', exact: true }).click()
    await cardOf(admin, 'R-000002').getByText('Premium').waitFor()
    await cardOf(admin, 'R-000002').getByText('Open now from level 2.').waitFor()
  })

  test('the lead stands in the CRM with the contact, the app in its tab, and is won there', async () => {
    await agent.app.getByRole('dialog').getByRole('button', { name: 'Open my reservation' }).click()
    await agent.app.getByRole('dialog').getByText('Lead · Unassigned').waitFor()
    await agent.app.getByRole('dialog').getByRole('button', { name: 'Open in CRM' }).click()
    const lead = agent.slider
    await lead.getByText(CLIENT.name.split(' ')[1]!, { exact: true }).waitFor()
    await lead.getByText(CLIENT.email, { exact: true }).waitFor()
    await lead.getByRole('button', { name: 'Implementation request' }).click()
    await lead.frameLocator('.app-frame').getByText('Nobody else has this request.').waitFor()
    await lead.getByRole('button', { name: 'General' }).click()
    await lead.getByRole('button', { name: 'Log a call' }).click()
    await lead.getByRole('button', { name: 'Convert to deal' }).click()
    await expect.poll(() => portal.crm.list(2).length).toBe(1)

    await agent.open('/crm/deal/')
    await agent.page.getByRole('link', { name: /R-000001/ }).click()
    await agent.page.getByRole('button', { name: 'Won', exact: true }).click()
    expect(portal.crm.list(2)[0]).toMatchObject({ stageSemanticId: 'S' })
  })

  test('the win is seen on the rating page and among the reservations', async () => {
    await agent.openApp()
    await goTo(agent, 'Rating')
    await agent.app.getByText('1 won, 0 lost').waitFor()
    await agent.app.getByText('100%', { exact: true }).first().waitFor()
    await agent.app.getByRole('banner').getByText('Level 2').waitFor()
    await expectToFit(agent)
    await goTo(agent, 'My reservations')
    await agent.app.getByText(CLIENT.company).waitFor()
    await agent.app.getByRole('cell').getByText('Won', { exact: true }).waitFor()
    await expectToFit(agent)
  })

  test('the next level has unlocked the premium request on a page that was open all the time', async () => {
    await admin.app.getByRole('button', { name: 'View R-000002' }).waitFor({ timeout: 5_000 })
    expect(await cardOf(admin, 'R-000002').innerText()).toContain('Group-wide rollout')
  })

  test('an administrator adds a country, and its requests appear', async () => {
    await admin.openApp()
    await goTo(admin, 'Settings')
    await expectToFit(admin)
    await admin.app.getByRole('button', { name: /^Country:/ }).click()
    await admin.app.getByPlaceholder('Find…').fill('Austria')
    await admin.app.getByRole('option', { name: 'Austria' }).click()
    await admin.app.getByRole('button', { name: 'Add', exact: true }).click()
    await admin.app.getByRole('button', { name: 'Save' }).click()
    await admin.app.getByText('Saved').waitFor()
    await agent.openApp()
    await cardOf(agent, 'R-000002').waitFor()
    await push({ summary: 'Hausverwaltung in Wien', location: { country: 'AT', city: 'Wien' } })
    await agent.app.getByRole('button', { name: '1 new request', exact: true }).click()
    await cardOf(agent, 'Hausverwaltung in Wien').waitFor()
  })
})
