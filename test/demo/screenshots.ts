import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { BuiltApp } from './built-app.ts'
import { Camera, IMAGES } from './camera.ts'
import { DemoWorld } from './demo-world.ts'
import { playHistory } from './play-history.ts'

// `npm run build && npx tsx test/demo/screenshots.ts` makes the pictures of the README anew.

const world = await DemoWorld.start()
let app: BuiltApp | undefined
let browser: Browser | undefined
try {
  await playHistory(world)
  app = await BuiltApp.start(world.env, world.folder)
  browser = await launchChromium()
  mkdirSync(IMAGES, { recursive: true })
  await takeAll(browser)
} finally {
  await browser?.close()
  await app?.stop()
  await world.stop()
}

async function takeAll(browser: Browser): Promise<void> {
  const agent = await Camera.set(browser, world, 'redwood', 2)
  await agent.openApp()
  await agent.app
    .getByRole('button', { name: /^View R-/ })
    .first()
    .waitFor()
  await agent.take('feed')

  await agent.app
    .getByRole('button', { name: /^View R-/ })
    .first()
    .click()
  const panel = agent.app.getByRole('dialog')
  await panel.getByText('What happens when you reserve').waitFor()
  await agent.take('detail')

  await panel.getByRole('button', { name: 'Reserve and show contact' }).click()
  await panel.getByRole('button', { name: 'Accept and reserve' }).click()
  await panel.getByRole('button', { name: 'Open my reservation' }).click()
  await panel.getByText(/^Lead · /).waitFor()
  await agent.take('reservation')

  await panel.getByRole('button', { name: 'Open in CRM' }).click()
  await agent.page.frameLocator('.page-frame').getByText('About the lead').waitFor()
  await agent.take('crm')

  await agent.openApp('&params[page]=rating')
  await agent.app.getByText('To reach level 3:').waitFor()
  await agent.take('rating')
  await agent.app.getByRole('heading', { name: 'Over time' }).evaluate((heading) => heading.scrollIntoView())
  await agent.take('rating-over-time')

  const admin = await Camera.set(browser, world, 'redwood', 1)
  await admin.openApp('&params[page]=settings')
  await admin.app.getByText(/^home country/).waitFor()
  await admin.take('settings')

  const staff = await Camera.set(browser, world, 'staff', 2)
  await staff.openApp()
  await staff.app.getByRole('heading', { name: 'Numbers' }).waitFor()
  await staff.take('console')

  const newcomer = await Camera.set(browser, world, 'ipe', 1)
  await newcomer.openApp()
  await newcomer.app.getByRole('button', { name: 'Set up now' }).click()
  await newcomer.app.getByRole('button', { name: 'Open the app' }).waitFor()
  await newcomer.take('wizard')
}
