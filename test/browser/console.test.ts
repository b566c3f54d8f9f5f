import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld, Tenant } from '../support/app.ts'
import { ensureClientIsBuilt } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { axeProblems } from './axe.ts'
import { Visitor } from './visitor.ts'

const CLIENT = { name: 'Erika Zyxwvutina', phone: '+493023125042', email: 'erika.z@qwertzwerke.example' }

describe('the staff console, clicked through', () => {
  let world: TestWorld
  let staff: ApiClient
  let berlin: Tenant
  let browser: Browser
  let clerk: Visitor

  beforeAll(async () => {
    await ensureClientIsBuilt()
    ;({ world, staff } = await startWithStaff())
    berlin = await world.addPartner({ code: 'nordlicht', name: 'Nordlicht Beratung', homeCountry: 'DE' })
    await world.addPartner({ code: 'lumiere', name: 'Lumière Conseil', homeCountry: 'FR' })
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

  const push = async (overrides: Record<string, unknown> = {}): Promise<string> =>
    (await world.staff.push(aRequest(overrides), 'request.created', world.clock.now())).body.id as string
  const goTo = (section: string) =>
    clerk.app
      .getByRole('navigation', { name: 'Parts of the console' })
      .getByRole('button', { name: section, exact: true })
      .click()
  const button = (name: string | RegExp) => clerk.app.getByRole('button', { name, exact: true })
  const give = (reason: string) => clerk.app.getByRole('textbox', { name: 'Reason' }).fill(reason)

  /** Nothing to scroll sideways at both widths, nothing that axe minds. */
  async function expectSound(): Promise<void> {
    for (const width of [360, 1280]) await clerk.expectToFit(width)
    const frame = clerk.page.frames().find((one) => one.url().includes('/bitrix24/app'))
    expect(await axeProblems(frame!)).toEqual([])
  }

  test('a held request is released with a reason and leaves the queue', async () => {
    await push({ summary: 'CRM for a bakery', contact: { ...CLIENT, phone: '99' } })
    await push({ summary: 'Cheap pills', contact: { ...CLIENT, name: 'Spam', email: 'no mail', phone: '1' } })
    await goTo('Held requests')
    await clerk.app.getByText('2 wait').waitFor()
    await expectSound()
    const bakery = clerk.app.getByRole('article').filter({ hasText: 'CRM for a bakery' })
    await bakery.getByText('Impossible phone number').waitFor()
    await bakery.getByRole('button', { name: 'Release' }).click()
    await bakery.getByRole('button', { name: 'Release' }).click()
    await bakery.getByText('Say why: without a reason nothing is done.').waitFor()
    await give('The client named the right number on the phone')
    await bakery.getByRole('button', { name: 'Release' }).click()
    await clerk.app.getByText('R-000001 is released: it is open to partners now.').waitFor()
    const pills = clerk.app.getByRole('article').filter({ hasText: 'Cheap pills' })
    await pills.getByRole('button', { name: 'Drop' }).click()
    await give('Advertising')
    await pills.getByRole('button', { name: 'Drop' }).click()
    await clerk.app.getByText('Nothing is held').waitFor()
    await clerk.expectToKnowNothingOf(['qwertzwerke'])
  })

  test('one request’s story tells who did what, by name and once', async () => {
    await goTo('Requests')
    await button(/^R-000001/).click()
    await clerk.app.getByRole('heading', { name: 'What happened' }).waitFor()
    const happened = clerk.app.getByRole('listitem').filter({ hasText: 'Released by staff' })
    await happened.first().getByText('The client named the right number on the phone').waitFor()
    expect(await clerk.app.getByText('Opened to partners', { exact: true }).count()).toBe(0)
    expect(await clerk.app.getByText(/user \d/).count()).toBe(0)
    await expectSound()
  })

  test('why a partner does not see it is answered on the request’s page, every rule with its verdict', async () => {
    await button(/^Nordlicht Beratung/).click()
    await clerk.app.getByText('Nordlicht Beratung sees R-000001 only as a locked card, without its text.').waitFor()
    await clerk.app.getByText('It is open now from level 4.').waitFor()
    const checked = clerk.app.getByRole('list', { name: 'Everything that was checked' }).getByRole('listitem')
    expect(await checked.count()).toBe(15)
    expect(await checked.filter({ hasText: '(speaks against it)' }).allInnerTexts()).toEqual([
      expect.stringMatching(/^Level.*Still locked at the partner’s level/s)
    ])
    await expectSound()
    await button('Change the partner').click()
    await clerk.app.getByRole('searchbox', { name: /^Find a partner/ }).fill('Lumi')
    await button(/^Lumière Conseil/).click()
    await clerk.app.getByText('Lumière Conseil does not see R-000001.').waitFor()
    await clerk.app.getByText('It lies in Germany. Locations of the partner: France.').waitFor()
  })

  test('the same question is answered on the partner’s page and on its own', async () => {
    await goTo('Partners')
    await expectSound()
    await button('Lumière Conseil').click()
    await clerk.app.getByRole('searchbox', { name: /^Find a request/ }).fill('bakery')
    await button(/^R-000001/).click()
    await clerk.app.getByText('Lumière Conseil does not see R-000001.').waitFor()
    await expectSound()
    await goTo('Why not visible?')
    await button(/^R-000001/).click()
    await button(/^Nordlicht Beratung/).click()
    await clerk.app.getByText('Nordlicht Beratung sees R-000001 only as a locked card, without its text.').waitFor()
  })

  test('a request is found by an external id that looks like a phone number, in a list and where one is chosen', async () => {
    await push({ externalId: '2031112200012345', summary: 'Shop with a long number' })
    await goTo('Requests')
    const search = clerk.app.getByRole('searchbox', { name: 'Number, external id or words' })
    await search.fill('4930231250')
    await clerk.app.getByText('No request has this external id.').waitFor()
    await search.fill('2031112200012345')
    await button(/Shop with a long number$/).waitFor()
    await goTo('Why not visible?')
    await clerk.app.getByRole('searchbox', { name: /^Find a request/ }).fill('2031112200012345')
    await button(/Shop with a long number/).click()
    await clerk.app.getByText('The answer appears here as soon as a partner is chosen.').waitFor()
  })

  test('a failed webhook is replayed and keeps its new error', async () => {
    const wrong = { ...aRequest({ externalId: 'form-lost' }), services: ['gardening'] }
    const message = { type: 'request.created', timestamp: world.clock.now().toISOString(), data: wrong }
    expect((await world.staff.post('/webhooks/requests', message, randomUUID(), world.clock.now())).status).toBe(422)
    await goTo('Webhooks')
    const lost = clerk.app.getByRole('listitem').filter({ hasText: 'form-lost' })
    await lost.getByRole('button', { name: /^Replay/ }).click()
    await give('The list of services was extended')
    await lost.getByRole('button', { name: 'Replay', exact: true }).click()
    await clerk.app.getByText('The message failed again; the errors stand with it.').waitFor()
    await lost.getByText('came 2 times').waitFor()
    await expectSound()
  })

  test('a partner is suspended, which answers the question anew, and the suspension is ended', async () => {
    await goTo('Partners')
    await button('Nordlicht Beratung').click()
    await button('Suspend').click()
    await give('Complaints of three clients')
    await button('Suspend').click()
    await clerk.app.getByText('Nordlicht Beratung is suspended.').waitFor()
    await clerk.app.getByText(/^Suspended by staff until .*: Complaints of three clients$/).waitFor()
    expect((await berlin.agent.get('/api/requests')).status).toBe(403)
    await expectSound()
    await button(/^R-000001/).click()
    await clerk.app.getByText('Nordlicht Beratung does not see R-000001.').waitFor()
    await button('End the suspension').click()
    await give('Settled')
    await button('End the suspension').click()
    await clerk.app.getByText('The suspension of Nordlicht Beratung has ended.').waitFor()
  })

  test('a client is found by e-mail with everybody who was shown the data, and the look is on record', async () => {
    const id = await push({ summary: 'Telephony', contact: CLIENT, location: { country: 'DE' } })
    const { state } = (await staff.get(`/api/staff/requests/${id}`)).expect(200) as { state: string }
    if (state === 'held') (await staff.post(`/api/staff/requests/${id}/release`, { reason: 'other need' })).expect(200)
    world.clock.advance({ minutes: 61 })
    ;(await (await world.openAs(berlin.portal, 2)).reserve(id)).expect(201)
    // An hour has passed: the frame's session, too.
    await clerk.openApp()
    await goTo('Find a client')
    await button('Search').click()
    await clerk.app.getByText('Enter an email address, or a phone number').waitFor()
    await clerk.app.getByRole('textbox', { name: 'Email address or phone number' }).fill('Erika.Z@qwertzwerke.example')
    await give('She asks who has her data')
    await button('Search').click()
    await clerk.app.getByText('2 requests found').waitFor()
    await clerk.app.getByRole('listitem').filter({ hasText: 'Contact shown to a partner' }).waitFor()
    await expectSound()
  })

  test('the audit log names who did it and is narrowed by request and portal', async () => {
    await goTo('Audit log')
    await clerk.app.getByText('Client looked up by staff').first().waitFor()
    await expectSound()
    await clerk.app.getByRole('searchbox', { name: /^Request number/ }).fill('R-000001')
    await expect.poll(() => clerk.app.getByRole('listitem').filter({ hasText: 'Partner suspended' }).count()).toBe(0)
    await clerk.app.getByRole('listitem').filter({ hasText: 'Released by staff' }).waitFor()
    await clerk.app.getByRole('searchbox', { name: /^Portal/ }).fill('nowhere.example')
    await clerk.app.getByText('No entries').waitFor()
  })

  test('a value of the policy says what it is and may be, and what it would change is shown', async () => {
    await goTo('Policy')
    const partners = clerk.app.getByRole('textbox', { name: 'Partners per request' })
    await partners.fill('9')
    await clerk.app.getByText('Not possible. Allowed: a whole number from 1 to 5.').waitFor()
    expect(await button('See what would change').isDisabled()).toBe(true)
    await partners.fill('4')
    await clerk.app.getByRole('textbox', { name: 'New reservations in 24 hours, Level 2' }).fill('6')
    await clerk.app.getByText('2 values changed').waitFor()
    await button('See what would change').click()
    await clerk.app.getByRole('heading', { name: 'What would change' }).waitFor()
    await expectSound()
  })

  test.each(['Overview', 'Disputes and wins', 'Policy'])('%s is sound', async (section) => {
    await goTo(section)
    await clerk.app.getByRole('heading', { level: 2 }).first().waitFor()
    await expectSound()
  })
})
