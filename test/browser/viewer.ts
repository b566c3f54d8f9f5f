import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Gallery } from './gallery.ts'
import { accessibilityFaults, faultsOfLook, faultsWhenStretched, settled } from './inspection.ts'
import { nameOf, type Look } from './looks.ts'
import type { Screen } from './screens/screen.ts'
import { Visitor } from './visitor.ts'
import { words } from './words.ts'

/** Opens a screen in a language and looks at it in each width and theme; answers what is wrong, with the look's name. */
export async function view(
  browser: Browser,
  gallery: Gallery,
  screen: Screen,
  looks: Look[],
  pictures?: string
): Promise<string[]> {
  const { lang, locale } = looks[0]!
  const [portal, userId] = screen.who(gallery)
  portal.user(userId).lang = lang
  const visitor = await Visitor.arrive(browser, portal, userId)
  const faults: string[] = []
  try {
    await screen.prepare?.(gallery, visitor.page)
    const scene = { app: visitor.app, page: visitor.page, t: words(locale) }
    await visitor.openApp((await screen.query?.(gallery)) ?? '')
    await screen.reach?.(scene)
    await screen.sign(scene).waitFor()
    for (const look of looks) {
      await visitor.page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' })
      await visitor.page.setViewportSize({ width: look.width, height: look.width < 500 ? 740 : 720 })
      const frame = await visitor.frame()
      await settled(frame)
      if (pictures) await showWhole(visitor, look)
      if (pictures) await picture(visitor, join(pictures, locale), `${screen.name}-${nameOf(look)}`)
      const found = [...(await faultsOfLook(frame, locale)), ...(await accessibilityFaults(frame))]
      faults.push(...found.map((fault) => `${nameOf(look)}: ${fault}`))
    }
    faults.push(...(await faultsWhenStretched(await visitor.frame())))
    faults.push(...visitor.complaints.filter((complaint) => !screen.mayComplain?.test(complaint)))
  } catch (error) {
    if (pictures) await picture(visitor, pictures, `${screen.name}-${locale}-failed`)
    faults.push(`${locale}: ${String(error)}`)
  } finally {
    await visitor.leave()
  }
  return faults
}

/** A window as high as the page, unless a panel lies over it that is as high as the window. */
async function showWhole(visitor: Visitor, { width }: Look): Promise<void> {
  const frame = await visitor.frame()
  const isCovered = await frame.locator('[role="dialog"]').count()
  const height = isCovered ? 0 : await frame.evaluate(() => document.body.scrollHeight)
  await visitor.page.setViewportSize({ width, height: Math.min(Math.max(height + 160, 1000), 3000) })
  await settled(frame)
}

async function picture(visitor: Visitor, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await visitor.page.screenshot({ path: join(folder, `${name}.png`), caret: 'hide' })
}
