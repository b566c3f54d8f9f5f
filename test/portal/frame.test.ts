import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Frame, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { EmulatedBitrix24, type EmulatedPortal } from './bitrix24.ts'
import { listen, type Listener } from './http-listener.ts'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const SDK = readFileSync(
  createRequire(import.meta.url)
    .resolve('@bitrix24/b24jssdk')
    .replace(/cjs.index\.cjs$/, 'umd/index.min.js')
)

/** An application of the test's own: says where it was opened and what the SDK learnt. */
const APP = `<!doctype html><body><p id="seen"></p><script src="/sdk.js"></script><script>
B24Js.initializeB24Frame().then((b24) => {
  window.b24 = b24
  const { isInstallMode, isFirstRun, placement } = b24
  const seen = { path: location.pathname, isInstallMode, isFirstRun, lang: b24.getLang(), code: placement.placement, options: placement.options }
  document.getElementById('seen').textContent = JSON.stringify(seen)
})</script>`

describe('in a browser', () => {
  let browser: Browser
  let app: Listener
  let world: EmulatedBitrix24
  let portal: EmulatedPortal
  let page: Page

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    app = await listen((request, response) => {
      const isSdk = request.url === '/sdk.js'
      response.setHeader('content-type', isSdk ? 'text/javascript' : 'text/html').end(isSdk ? SDK : APP)
    })
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
  })
  beforeEach(async () => {
    world = await EmulatedBitrix24.start()
    const origin = `http://127.0.0.1:${app.port}`
    world.setApp({ appUrl: `${origin}/app`, installUrl: `${origin}/install` })
    portal = await world.addPortal({ name: 'Frames', users: [{ isAdmin: true, lang: 'br' }, { name: 'Ben' }] })
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  })
  afterEach(async () => {
    await page.close()
    await world.stop()
  })

  /** What the newest frame of the application reports. */
  async function seen(path: string, count = 1): Promise<{ frame: Frame; seen: Record<string, unknown> }> {
    const isOurs = (frame: Frame): boolean => new URL(frame.url(), 'http://x').pathname === path
    await expect.poll(() => page.frames().filter(isOurs).length).toBe(count)
    const frame = page.frames().findLast(isOurs)
    if (!frame) throw new Error(`no frame at ${path}`)
    await expect.poll(() => frame.locator('#seen').textContent()).not.toBe('')
    return { frame, seen: JSON.parse((await frame.locator('#seen').textContent()) ?? '') as Record<string, unknown> }
  }

  const run = <T>(frame: Frame, code: string): Promise<T> => frame.evaluate(`(async () => ${code})()`)

  test('the real SDK initialises, finishes the installation, is reloaded and refreshes its token', async () => {
    await page.goto(`${portal.origin}/marketplace/app/?user=1`)
    const installer = await seen('/install')
    expect(installer.seen).toMatchObject({
      isInstallMode: true,
      isFirstRun: true,
      lang: 'br',
      code: 'DEFAULT',
      options: {}
    })
    await run(installer.frame, 'window.b24.installFinish()')
    const main = await seen('/app')
    expect(main.seen).toMatchObject({ isInstallMode: false, isFirstRun: false })
    expect(portal.installation.isFinished).toBe(true)
    const before = await run<{ access_token: string }>(main.frame, 'window.b24.auth.getAuthData()')
    world.authServer.expire(before.access_token)
    const name = await run(
      main.frame,
      `(await window.b24.actions.v2.call.make({ method: 'profile' })).getData().result.ID`
    )
    expect(name).toBe('1')
    expect(await run(main.frame, 'window.b24.auth.getAuthData().access_token')).not.toBe(before.access_token)
  })

  test('an employee is told that the installation is not finished', async () => {
    await page.goto(`${portal.origin}/marketplace/app/?user=2`)
    await expect.poll(() => page.locator('.blocked').textContent()).toContain('not been fully installed')
    expect(page.frames()).toHaveLength(1)
  })

  test('the frame resizes, sets the title, opens paths and itself in a slider, and selects users', async () => {
    portal.installFinish()
    await page.goto(`${portal.origin}/marketplace/app/?user=1`)
    const { frame } = await seen('/app')
    await run(frame, 'window.b24.parent.resizeWindow(700, 1500)')
    expect(await page.locator('.app-frame').evaluate((element) => element.clientHeight)).toBe(1500)
    await run(frame, `window.b24.parent.setTitle('Requests')`)
    expect(await page.locator('#pagetitle').textContent()).toBe('Requests')
    await run(frame, `{ window.done = window.b24.slider.openPath(window.b24.slider.getUrl('/crm/deal/'), 950) }`)
    await page.frameLocator('.page-frame').getByText('Prepayment invoice').waitFor()
    await page.locator('.slider-close').click()
    expect(await run(frame, 'window.done')).toEqual({ isOpenAtNewWindow: false, isClose: true })
    await run(frame, `{ window.b24.slider.openSliderAppPage({ request: '5', bx24_title: 'Details' }) }`)
    await expect.poll(() => page.locator('.slider iframe').count()).toBe(1)
    const inner = await seen('/app', 2)
    expect(inner.seen.options).toMatchObject({ request: '5', IFRAME: 'Y' })
    await run(inner.frame, '{ window.b24.slider.closeSliderAppPage() }')
    await expect.poll(() => page.locator('.slider').count()).toBe(0)
    await run(frame, '{ window.chosen = window.b24.dialog.selectUser() }')
    await page.getByRole('button', { name: 'Ben' }).click()
    expect(await run(frame, 'window.chosen')).toMatchObject({ id: '2', name: 'Ben' })
  })

  test('a tab on the lead card gets the lead, a deep link its parameters', async () => {
    portal.installFinish()
    const handler = `http://127.0.0.1:${app.port}/placements/crm_lead_detail_tab`
    const bound = {
      placement: 'CRM_LEAD_DETAIL_TAB',
      handler,
      title: 'Request',
      userId: 0,
      options: {},
      description: '',
      langAll: {}
    }
    portal.installation.placements.push(bound)
    const id = await portal.create(1, { title: 'A lead', name: 'Eva' })
    await page.goto(`${portal.origin}/crm/lead/details/${id}/`)
    await page.getByRole('button', { name: 'Request' }).click()
    const tab = await seen('/placements/crm_lead_detail_tab')
    expect(tab.seen).toMatchObject({ code: 'CRM_LEAD_DETAIL_TAB', options: { ID: String(id) } })
    const link = `/marketplace/view/${world.app.code}/?params[request]=5`
    portal.notifications.add({
      userId: 1,
      kind: 'system',
      authorId: 0,
      message: `[URL=${link}]R-5[/URL]`,
      messageOut: '',
      tag: '',
      subTag: '',
      at: Date.now()
    })
    await page.goto(`${portal.origin}/notifications/`)
    await page.getByRole('link', { name: 'R-5' }).click()
    expect((await seen('/app')).seen).toMatchObject({ code: 'DEFAULT', options: { request: '5' } })
  })

  test('a person converts a lead, wins the deal, reopens, deletes and restores by clicking', async () => {
    const id = await portal.create(1, { title: 'A lead', name: 'Eva' })
    await page.goto(`${portal.origin}/crm/lead/details/${id}/?user=2`)
    await page.getByRole('button', { name: 'Log a call' }).click()
    await page.getByRole('button', { name: 'Convert to deal' }).click()
    await page.goto(`${portal.origin}/crm/deal/`)
    await page.getByRole('link', { name: 'A lead' }).click()
    await page.getByRole('button', { name: 'Won', exact: true }).click()
    expect(portal.crm.get(2, 1)).toMatchObject({ leadId: id, stageSemanticId: 'S', movedBy: 2 })
    await page.getByRole('button', { name: 'Reopen' }).click()
    await page
      .getByRole('button', { name: 'Executing' })
      .or(page.getByRole('button', { name: 'In progress' }))
      .click()
    expect(portal.crm.get(2, 1)?.stageId).toBe('EXECUTING')
    await page.getByRole('button', { name: 'Delete' }).click()
    expect(portal.crm.list(2)).toEqual([])
    await page.getByRole('button', { name: 'Restore' }).click()
    expect(portal.crm.list(2)).toHaveLength(1)
    expect(portal.crm.activities.of(1, id)).toHaveLength(1)
  })

  test('at 360 pixels the application takes the whole width', async () => {
    portal.installFinish()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${portal.origin}/marketplace/app/?user=1`)
    const { frame } = await seen('/app')
    expect(await run(frame, 'window.innerWidth')).toBe(360)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
