import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestWorld } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { aRequest } from '../support/factories.ts'
import { MailServer } from '../support/mail-server.ts'
import { eventually } from '../support/wait.ts'
import { axeProblems } from './axe.ts'

const OFFICE = 'office@gold.example'
let mails: MailServer
let world: TestWorld
let browser: Browser

beforeAll(async () => {
  mails = await MailServer.start()
  world = await TestWorld.start({ SMTP_URL: mails.url, MAIL_FROM: 'Requests <requests@app.example>' })
  await world.addPartner({ status: 'gold', email: OFFICE }, { lang: 'de' })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
  await mails?.stop()
})

test('the mail’s way out is one click on a page in the partner’s language, and back again', async () => {
  await world.staff.push(aRequest(), 'request.created', world.clock.now())
  world.clock.advance({ seconds: 20 })
  const [mail] = await eventually('the mail', () => mails.to(OFFICE).length === 1 && mails.to(OFFICE))
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'de-DE' })
  const complaints: string[] = []
  // The bare page names no icon, so that the browser asks for one of its own accord.
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) complaints.push(message.text())
  })
  await page.goto(mail!.headers.get('list-unsubscribe')!.slice(1, -1))
  await page.getByText(`Soll ${OFFICE} keine E-Mails`).waitFor()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).toBe('576px')
  }
  expect(await axeProblems(page.mainFrame())).toEqual([])
  const button = page.getByRole('button')
  const ask = await button.innerText()
  await button.click()
  await page.locator('button[value=resume]').click()
  await page.locator('button[value=stop]').waitFor()
  expect(await button.innerText()).toBe(ask)
  expect(complaints).toEqual([])
})
