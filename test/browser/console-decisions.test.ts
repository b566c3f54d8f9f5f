import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld } from '../support/app.ts'
import { ensureClientIsBuilt } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { eventually } from '../support/wait.ts'
import { axeProblems } from './axe.ts'
import { Visitor } from './visitor.ts'

const CLIENT = { name: 'Erika Zyxwvutina', phone: '+493023125042', email: 'erika.z@qwertzwerke.example' }
const FLORIST = { name: 'Ida Blumenkind', phone: '+493023125199', email: 'ida@blumenkind.example' }

describe('what staff decide in the console, and what the partner then sees', () => {
  let world: TestWorld
  let staff: ApiClient
  let story: CrmStory
  let browser: Browser
  let clerk: Visitor
  let agent: Visitor

  beforeAll(async () => {
    await ensureClientIsBuilt()
    ;({ world, staff } = await startWithStaff({ POLICY_FILE: policyFile(OPEN_POLICY) }))
    story = await CrmStory.start(world, { crmMode: 'simple' })
    browser = await launchChromium()
    clerk = await Visitor.arrive(browser, staff.portal, 2)
    agent = await Visitor.arrive(browser, story.portal, 2)
    await clerk.openApp()
  })
  afterEach(() => {
    expect([...clerk.complaints, ...agent.complaints]).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  const push = async (overrides: Record<string, unknown>): Promise<string> =>
    (await world.staff.push(aRequest(overrides), 'request.created', world.clock.now())).body.id as string
  const goTo = (section: string) =>
    clerk.app
      .getByRole('navigation', { name: 'Parts of the console' })
      .getByRole('button', { name: section, exact: true })
      .click()
  const openStory = async (words: string): Promise<void> => {
    await goTo('Requests')
    await clerk.app.getByRole('searchbox', { name: /^Number, external id/ }).fill(words)
    await clerk.app.getByRole('button', { name: new RegExp(words) }).click()
    await clerk.app.getByRole('heading', { name: 'What happened' }).waitFor()
  }
  /** The action's form, opened by its button; without a reason it does nothing. */
  async function decide(name: string | RegExp, confirm: string, reason: string): Promise<void> {
    await clerk.app.getByRole('button', { name, exact: true }).first().click()
    const form = clerk.app.getByRole('form').filter({ has: clerk.app.getByRole('textbox', { name: 'Reason' }) })
    await form.getByRole('button', { name: confirm, exact: true }).click()
    await form.getByText('Say why: without a reason nothing is done.').waitFor()
    await expectSound(clerk)
    await form.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await form.getByRole('button', { name: confirm, exact: true }).click()
  }
  /** The partner's panel of one reservation, opened from the list. */
  async function ownReservation(id: string) {
    await agent.openApp()
    await agent.app.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'My reservations' }).click()
    const { number } = await story.show(id)
    await agent.app.getByRole('row').filter({ hasText: number }).getByRole('button').first().click()
    const panel = agent.app.getByRole('dialog')
    await panel.getByRole('heading', { name: 'History' }).waitFor()
    return panel
  }

  /** Nothing to scroll sideways at both widths, nothing that axe minds. */
  async function expectSound(visitor: Visitor): Promise<void> {
    for (const width of [360, 1280]) await visitor.expectToFit(width)
    const frame = visitor.page.frames().find((one) => one.url().includes('/bitrix24/app'))
    expect(await axeProblems(frame!)).toEqual([])
  }

  test('a suspected duplicate is merged into the original, which stays', async () => {
    await push({ summary: 'CRM for a bakery', contact: CLIENT })
    const copy = await push({ summary: 'Bakery looks for a CRM', contact: CLIENT })
    await goTo('Held requests')
    const card = clerk.app.getByRole('article').filter({ hasText: 'Bakery looks for a CRM' })
    await card.getByText('Looks like an earlier request:').waitFor()
    await decide('Merge into R-000001', 'Merge', 'The same bakery, sent twice')
    await clerk.app.getByText('R-000002 is merged into its original.').waitFor()
    await openStory('R-000002')
    await clerk.app.getByText('Merged into', { exact: false }).first().waitFor()
    await clerk.app.getByText('into R-000001: The same bakery, sent twice').first().waitFor()
    await expectSound(clerk)
    expect((await staff.get(`/api/staff/requests/${copy}`)).expect(200)).toMatchObject({ state: 'dropped' })
    expect((await story.agent.get(`/api/requests/${copy}`)).status).toBe(404)
  })

  test('a reservation is taken out of the count, and the partner reads why', async () => {
    const { id } = await story.reserved({ summary: 'Telephony for a hotel' })
    await openStory('Telephony for a hotel')
    await decide('Take out of the count', 'Take out of the count', 'A test of ours. Sorry for that')
    await clerk.app.getByText('The reservation is not counted any more.').waitFor()
    await clerk.app.getByText('This reservation is not counted: A test of ours. Sorry for that').waitFor()
    await expectSound(clerk)
    const panel = await ownReservation(id)
    await panel.getByText('This reservation is not counted: A test of ours. Sorry for that').waitFor()
    await expectSound(agent)
  })

  test.each([
    ['upheld', 'Uphold', 'It was advertising. Thank you', 'Not counted'],
    ['rejected', 'Don’t uphold', 'The client has confirmed the need', 'In work']
  ])('a report is %s, and the partner reads the decision', async (state, action, words, outcome) => {
    const { id } = await story.reserved({ summary: `Warehouse, ${state}` })
    const comment = 'They say that they never asked'
    ;(await story.agent.post(`/api/reservations/${id}/dispute`, { reason: 'spam', comment })).expect(201)
    await goTo('Overview')
    await goTo('Disputes and wins')
    await clerk.app.getByText(comment).waitFor()
    await decide(action, action, words)
    await clerk.app.getByText(/^The report of .* is (not )?upheld; its reservation/).waitFor()
    await clerk.app.getByText('No disputes here').waitFor()
    const panel = await ownReservation(id)
    await panel.getByText(outcome, { exact: true }).first().waitFor()
    await panel.getByText(words).first().waitFor()
    expect(await panel.getByText(/dispute (upheld|rejected)/).count()).toBe(0)
    await expectSound(agent)
  })

  test.each([
    ['confirm', 'Confirm win', 'won'],
    ['refuse', 'Refuse', 'open']
  ])('a suspicious win: staff %s it', async (_, action, outcome) => {
    const { id, itemId } = await story.reserved({ summary: `Win to ${action}` })
    // Days pass: what is open now would have no session then.
    await Promise.all([clerk, agent].map(({ page }) => page.goto('about:blank')))
    await story.later({ hours: 73 })
    await story.portal.win(itemId)
    await story.withReview(id, 'no_activity')
    await clerk.openApp()
    await goTo('Disputes and wins')
    await clerk.app.getByText('Doubt: no activity in the CRM').waitFor()
    await decide(action, action, 'Seen in the client’s portal')
    await clerk.app.getByText(/^The win of .* is (confirmed; it counts in a moment|refused)\.$/).waitFor()
    await clerk.app.getByText('No wins wait').waitFor()
    await story.withOutcome(id, outcome)
    if (outcome === 'open') await story.withReview(id, 'refuted')
    const panel = await ownReservation(id)
    await panel
      .getByText(outcome === 'won' ? 'Won' : 'Win being checked', { exact: true })
      .first()
      .waitFor()
    await expectSound(agent)
  })

  test('a withdrawn request takes no one new, and its partner is told', async () => {
    const { id } = await story.reserved({ summary: 'Portal for a school' })
    await openStory('Portal for a school')
    await decide('Withdraw', 'Withdraw', 'The client has found somebody')
    await clerk.app.getByText(/^R-\d+ is withdrawn, and its partners are being told\.$/).waitFor()
    await clerk.app.getByText('Withdrawn by staff').first().waitFor()
    expect(await clerk.app.getByRole('button', { name: 'Withdraw', exact: true }).count()).toBe(0)
    await expectSound(clerk)
    const panel = await ownReservation(id)
    await panel.getByText('The client withdrew the request').waitFor()
    await expectSound(agent)
  })

  test('erased data is gone for staff and partner, who confirms that the copy is deleted', async () => {
    const { id } = await story.reserved({ summary: 'Shop for a florist', contact: FLORIST })
    await openStory('Shop for a florist')
    await decide('Erase the client’s data', 'Erase the client’s data', 'The client asks for it')
    await clerk.app.getByText(/^The client’s data of R-\d+ is erased/).waitFor()
    await clerk.app.getByText('(no text)').waitFor()
    expect(await clerk.app.getByText('Shop for a florist').count()).toBe(0)
    expect(await clerk.app.getByRole('button', { name: /^(Show contact|Erase|Withdraw)/ }).count()).toBe(0)
    await expectSound(clerk)
    await eventually('the erasure', async () => (await story.show(id)).contact === null)
    const panel = await ownReservation(id)
    await panel.getByText('The client’s data was erased on request.').first().waitFor()
    expect(await panel.getByText(FLORIST.name).count()).toBe(0)
    await expectSound(agent)
  })

  test('an e-mail address typed into another search is looked for where it belongs', async () => {
    const asked: string[] = []
    clerk.page.on('request', (request) => void asked.push(request.url()))
    await goTo('Requests')
    await clerk.app.getByRole('searchbox', { name: /^Number, external id/ }).fill(CLIENT.email)
    await clerk.app.getByText('Contact data is not searched for here').waitFor()
    await expectSound(clerk)
    await clerk.app.getByRole('status').getByRole('button', { name: 'Find a client' }).click()
    const field = clerk.app.getByRole('textbox', { name: 'Email address or phone number' })
    expect(await field.inputValue()).toBe(CLIENT.email)
    await clerk.app.getByRole('textbox', { name: 'Reason' }).fill('She asks who has her data')
    await clerk.app.getByRole('button', { name: 'Search', exact: true }).click()
    await clerk.app.getByText('Who was shown the contact').waitFor()
    expect(asked.filter((url) => /qwertzwerke/i.test(decodeURIComponent(url)))).toEqual([])
  })
})
