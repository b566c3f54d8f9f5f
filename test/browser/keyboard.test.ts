import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { TestWorld, type Tenant } from '../support/app.ts'
import { ensureClientIsBuilt } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'
import { eventually } from '../support/wait.ts'
import { Keyboard } from './keyboard.ts'
import { Visitor } from './visitor.ts'

describe('by keyboard alone', () => {
  let world: TestWorld
  let tenant: Tenant
  let browser: Browser
  let visitor: Visitor
  let keys: Keyboard

  const push = (summary: string) => world.staff.push(aRequest({ summary }), 'request.created', world.clock.now())

  beforeAll(async () => {
    await ensureClientIsBuilt()
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
    tenant = await world.addPartner({ homeCountry: 'DE' }, { lang: 'en' })
    await tenant.admin.post('/api/me/tour')
    await push('Lagerverwaltung')
    browser = await launchChromium()
    visitor = await Visitor.arrive(browser, tenant.portal, 1)
    await visitor.page.emulateMedia({ reducedMotion: 'reduce' })
    await visitor.openApp()
    await visitor.app.getByRole('article').first().waitFor()
    keys = new Keyboard(visitor)
  })
  afterEach(async () => {
    expect(visitor.complaints).toEqual([])
    await keys.expectFocus()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  test('a request is found, opened and closed again, and the focus comes back to it', async () => {
    await keys.tabTo('Lagerverwaltung')
    await keys.press('Enter')
    await visitor.app.getByRole('dialog').waitFor()
    await keys.expectFocusIn('[role="dialog"]')
    await keys.press('Escape')
    await visitor.app.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await keys.focused()).toBe('Lagerverwaltung')
  })

  test('it is reserved, the rules are read first, and the success is announced', async () => {
    await keys.press('Enter')
    await keys.tabTo('Reserve and show contact')
    await keys.press('Enter')
    await visitor.app.getByRole('group', { name: 'Rules for contacting clients' }).waitFor()
    await keys.expectFocusIn('[role="dialog"]')
    await keys.tabTo('Accept and reserve')
    await keys.press('Enter')
    await visitor.app.locator('[aria-live="polite"]').getByText('Reserved for you').waitFor()
    await keys.expectFocusIn('[role="dialog"]')
  })

  test('the reservation is opened from there and closed', async () => {
    await keys.tabTo('Open my reservation')
    await keys.press('Enter')
    await visitor.app.getByRole('heading', { name: 'History' }).waitFor()
    await keys.expectFocusIn('[role="dialog"]')
    await keys.press('Escape')
    await visitor.app.getByRole('dialog').waitFor({ state: 'detached' })
    await keys.expectFocus()
  })

  test('new requests are announced, and taking them in keeps the focus on the page', async () => {
    await keys.tabTo('Requests')
    await keys.press('Enter')
    await visitor.app.getByRole('article').first().waitFor()
    await push('Kassensystem')
    await visitor.app.locator('[role="status"]').getByText('1 new request').waitFor({ state: 'attached' })
    await keys.tabTo('1 new request')
    await keys.press('Enter')
    await visitor.app.getByText('Kassensystem').waitFor()
    await keys.expectFocus()
  })

  test('a refusal is announced where it occurs, and the focus stays there', async () => {
    await keys.tabTo('Kassensystem')
    await keys.press('Enter')
    await keys.tabTo('Reserve and show contact')
    await visitor.page.route('**/reservation', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title: 'full', status: 409, code: 'request_full', requestId: 'r' })
      })
    )
    await keys.press('Enter')
    await visitor.app
      .locator('[aria-live="polite"], [role="alert"]')
      .getByText('All places are taken')
      .first()
      .waitFor()
    await keys.expectFocusIn('[role="dialog"]')
    await visitor.page.unroute('**/reservation')
    expect(visitor.complaints.splice(0).join()).toContain('409')
    await keys.press('Escape')
    await visitor.app.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('a country is added in the settings and saved', async () => {
    await keys.tabTo('Settings')
    await keys.press('Enter')
    await visitor.app.getByText('Everything works.').waitFor()
    await keys.tabTo(/^Country:/)
    await keys.press('Enter')
    await visitor.app.getByPlaceholder('Find…').waitFor()
    await keys.type('Austria')
    await visitor.app.getByRole('option', { name: 'Austria' }).waitFor()
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await keys.tabTo('Add')
    await keys.press('Enter')
    await keys.expectFocus()
    await keys.tabTo('Save')
    await keys.press('Enter')
    await visitor.app.locator('[role="status"]').getByText('Saved').waitFor()
    await keys.expectFocus()
    const admin = await world.openAs(tenant.portal, 1)
    await eventually('the country', async () =>
      ((await admin.get('/api/settings')).expect(200).extraLocations as string[]).includes('AT')
    )
  })

  test('at twice the size nothing is lost and nothing has to be scrolled sideways', async () => {
    await visitor.expectToFit(640)
    await visitor.app.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Requests' }).waitFor()
    await visitor.expectToFit(1280)
  })

  test('nothing moves for people who asked for less motion', async () => {
    const frame = await visitor.frame()
    const longest = await frame.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('*')].flatMap((element) => {
          const { animationDuration, transitionDuration } = getComputedStyle(element)
          return `${animationDuration},${transitionDuration}`.split(',').map(Number.parseFloat)
        })
      )
    )
    expect(longest).toBeLessThan(0.02)
  })
})
