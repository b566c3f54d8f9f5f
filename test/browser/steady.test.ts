import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { TestWorld } from '../support/app.ts'
import { ensureClientIsBuilt } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'
import { page } from './screens/screen.ts'
import { Visitor } from './visitor.ts'
import { words } from './words.ts'

const WIDTHS = [1280, 360]
/** What comes after the first load. */
const LATER = /\/assets\/(?!index-|rolldown-|first-|de-)/

describe('what one looks at stays where it is and is seen', () => {
  let world: TestWorld
  let browser: Browser
  let visitor: Visitor
  const t = words('de')

  beforeAll(async () => {
    await ensureClientIsBuilt()
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
    const { portal } = await world.addPartner({ homeCountry: 'DE' }, { lang: 'de' })
    await world.staff.push(aRequest({ summary: 'Lagerverwaltung' }), 'request.created', world.clock.now())
    browser = await launchChromium()
    visitor = await Visitor.arrive(browser, portal, 1)
  })
  beforeEach(() => visitor.page.unrouteAll())
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  const topOf = async (selector: string) => (await visitor.app.locator(selector).first().boundingBox())!.y

  test.each(WIDTHS)('at first start, %i px wide, the tour is there before anything else is loaded', async (width) => {
    await visitor.page.setViewportSize({ width, height: 740 })
    let release = () => {}
    const isReleased = new Promise<void>((resolve) => (release = resolve))
    await visitor.page.route(LATER, (route) => isReleased.then(() => route.continue()))
    await visitor.openApp()
    await visitor.app.locator('article').first().waitFor()
    const before = await topOf('article')
    release()
    await visitor.app.getByRole('heading', { name: t('tour.requests.title') }).waitFor()
    expect(await topOf('article')).toBe(before)
  })

  test.each([640, 420])('%i px wide, its steps leave the buttons where they are', async (width) => {
    await visitor.page.setViewportSize({ width, height: 740 })
    await visitor.openApp()
    const next = visitor.app.getByRole('button', { name: t('tour.next') })
    const tops = new Set<number>()
    for (const step of ['requests', 'reserve', 'work']) {
      await visitor.app.getByRole('heading', { name: t(`tour.${step}.title`) }).waitFor()
      tops.add((await next.boundingBox())!.y)
      await next.click()
    }
    expect(tops.size).toBe(1)
  })

  test('a list of choices at the edge of the screen opens where it is seen', async () => {
    await visitor.page.setViewportSize({ width: 1280, height: 720 })
    await visitor.openApp(page('settings')())
    const field = visitor.app.locator('form [aria-haspopup="listbox"]').first()
    await field.evaluate((element) => element.scrollIntoView({ block: 'end' }))
    await field.click()
    const list = await visitor.app.getByRole('listbox').boundingBox()
    expect(list!.y).toBeGreaterThan(0)
    expect(list!.y + list!.height).toBeLessThanOrEqual(720)
  })
})
