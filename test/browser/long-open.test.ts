import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Breakable, cardOf, goTo, reserve, SOON } from './breakable.ts'

describe('a page that is open for long', () => {
  let scene: Breakable

  beforeAll(async () => {
    scene = await Breakable.start()
  })
  afterEach(() => scene.expectSilence())
  afterAll(() => scene?.stop())

  test('renews a session that ran out, and does what was asked for', async () => {
    const agent = await scene.arrive()
    const panel = await scene.openRequest(agent, 'Hafenlogistik')
    scene.world.clock.advance({ minutes: 70 })
    await reserve(panel)
    await panel.getByText('Reserved for you').waitFor(SOON)
  })

  test('says so when the portal does not renew it, and keeps what was typed', async () => {
    const agent = await scene.arrive()
    const panel = await scene.beginReport(agent, 'Three calls, no answer')
    scene.world.clock.advance({ minutes: 70 })
    // The portal hears and never answers.
    await agent.page.route('**/frame/command', () => undefined)
    await panel.getByRole('button', { name: 'Send report' }).click()
    await panel.getByText('Your session has ended').waitFor(SOON)
    expect(await panel.getByLabel('What happened').inputValue()).toBe('Three calls, no answer')
    await agent.page.unroute('**/frame/command')
    await panel.getByRole('button', { name: 'Send report' }).click()
    await panel.getByText('being checked').first().waitFor(SOON)
  })

  test('has a new session after a day asleep, and tells what came', async () => {
    const agent = await scene.arrive()
    await agent.page.clock.install()
    await scene.open(agent)
    const devtools = await agent.page.context().newCDPSession(agent.page)
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    scene.world.clock.advance({ hours: 24 })
    await scene.push('Reiterhof')
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await agent.page.clock.fastForward('24:00:00')
    await agent.app.getByRole('button', { name: /^\d+ new requests?$/ }).click(SOON)
    await cardOf(agent, 'Reiterhof').waitFor(SOON)
  })

  test('takes over what a colleague saves, and lets one keep one’s own changes beside it', async () => {
    const admin = await scene.open(await scene.arrive(1))
    await goTo(admin, 'Settings')
    const created = admin.app.getByLabel('Create')
    await created.waitFor()
    const save = async (change: (settings: any) => void) => {
      const settings = (await scene.tenant.admin.get('/api/settings')).expect(200)
      change(settings)
      const answer = await scene.tenant.admin.put('/api/settings', settings, { 'if-match': '*' })
      return answer.expect(200)
    }
    await save((settings) => (settings.crm.target = 'deal'))
    await expect.poll(() => created.inputValue(), SOON).toBe('deal')

    await admin.app.getByLabel('Responsible').selectOption('roundRobin')
    await admin.app.getByLabel('Responsible').selectOption('reserver')
    await created.selectOption('auto')
    await save((settings) => (settings.extraLocations = ['AT']))
    await admin.app.getByText('Somebody else changed the settings').waitFor(SOON)
    await admin.app.getByRole('button', { name: 'Keep my changes' }).click()
    await admin.app.getByText('Austria').waitFor()
    expect(await created.inputValue()).toBe('auto')
    await admin.app.getByRole('button', { name: 'Save' }).click()
    await admin.app.getByText('Saved', { exact: true }).waitFor()
    const { extraLocations, crm } = (await scene.tenant.admin.get('/api/settings')).expect(200)
    expect([extraLocations, crm.target]).toEqual([['AT'], 'auto'])
  })

  test('says that a part went with an old version, and leads to the new one', async () => {
    const agent = await scene.arrive()
    await agent.page.route('**/assets/RatingPage*', (route) => route.fulfill({ status: 404, body: '' }))
    await scene.open(agent)
    await goTo(agent, 'Rating')
    await agent.app.getByText('The app has been updated').waitFor(SOON)
    await agent.page.unroute('**/assets/RatingPage*')
    await agent.app.getByRole('button', { name: 'Reload' }).click()
    await agent.app.getByRole('heading', { name: 'Requests', exact: true }).waitFor(SOON)
    await goTo(agent, 'Rating')
    await agent.app.getByRole('heading', { name: 'Rating', level: 1 }).waitFor(SOON)
  })

  test('needs nothing that a browser keeps', async () => {
    const agent = await scene.arrive()
    await agent.page.addInitScript(() => {
      const get = () => {
        throw new DOMException('denied', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get })
      if (window.parent !== window) Object.defineProperty(document, 'cookie', { get, set: get })
    })
    const panel = await scene.openRequest(agent, 'Imkerei')
    await reserve(panel)
    await panel.getByText('Reserved for you').waitFor()
    await panel.press('Escape')
    for (const page of ['My reservations', 'Rating', 'Settings', 'Help']) {
      await goTo(agent, page)
      await agent.app.getByRole('heading', { level: 1 }).first().waitFor()
    }
  })

  test('is told in the browser’s language when it is no portal that opens it', async () => {
    const context = await scene.browser.newContext({ locale: 'pl-PL' })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(`${scene.world.origin}/bitrix24/app`)
    await page.getByRole('heading', { name: 'Proszę otworzyć aplikację w swoim Bitrix24' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('pl')
    expect(complaints).toEqual([])
    await context.close()
  })
})
