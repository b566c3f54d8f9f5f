import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureAppIsBuilt } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { Gallery } from './gallery.ts'
import { SCREENS } from './screens/index.ts'
import { Visitor } from './visitor.ts'
import { walkThrough } from './walk.ts'

/** `take-pictures.ts` opens all screens anew in each of its looks; here each is opened once and looked at in all. */
describe('every screen of the partner is accessible, whole, silent and in the language of the portal', () => {
  let gallery: Gallery
  let browser: Browser
  let visitor: Visitor

  beforeAll(async () => {
    await ensureAppIsBuilt()
    gallery = await Gallery.open()
    browser = await launchChromium()
    visitor = await Visitor.arrive(browser, gallery.main, 1)
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await gallery?.close()
  })

  test.each(SCREENS)('$name', async (screen) => {
    expect(await walkThrough(visitor, gallery, screen)).toEqual([])
  })
})
