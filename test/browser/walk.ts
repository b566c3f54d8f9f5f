import type { Frame } from 'playwright-core'
import type { Gallery } from './gallery.ts'
import { accessibilityFaults, faultsOfLook, faultsWhenStretched, settled } from './inspection.ts'
import { nameOf, type Look } from './looks.ts'
import { retell } from './retold.ts'
import type { Screen } from './screens/screen.ts'
import type { Visitor } from './visitor.ts'
import { words } from './words.ts'

/** The first is how a screen is opened. Every pair of width and theme occurs. */
export const WALK: [Look, ...Look[]] = [
  { lang: 'de', locale: 'de', width: 1280, theme: 'light' },
  { lang: 'en', locale: 'en', width: 360, theme: 'dark' },
  { lang: 'br', locale: 'pt-BR', width: 360, theme: 'light' },
  { lang: 'sc', locale: 'zh-CN', width: 1280, theme: 'dark' }
]
const STRETCHED = [1280, 360]

/** Opens a screen once and looks at it in every look without a reload; answers what is wrong. */
export async function walkThrough(visitor: Visitor, gallery: Gallery, screen: Screen): Promise<string[]> {
  const [first] = WALK
  const [portal, userId] = screen.who(gallery)
  portal.user(userId).lang = first.lang
  visitor.become(portal, userId)
  const faults: string[] = []
  try {
    await dress(visitor, first)
    await screen.prepare?.(gallery, visitor.page)
    await visitor.openApp((await screen.query?.(gallery)) ?? '')
    const scene = { app: visitor.app, page: visitor.page, t: words(first.locale) }
    await screen.reach?.(scene)
    await screen.sign(scene).waitFor()
    const frame = await visitor.frame()
    for (const look of WALK) faults.push(...(await faultsIn(visitor, frame, look)))
    await retell(frame, first.locale)
    for (const width of STRETCHED) {
      await dress(visitor, { ...first, width })
      faults.push(...(await faultsWhenStretched(frame)).map((fault) => `${width}: ${fault}`))
    }
  } finally {
    await visitor.page.unrouteAll({ behavior: 'ignoreErrors' })
    // What this screen still has to complain about is not taken for the next one's.
    await visitor.page.goto('about:blank')
  }
  return [...faults, ...visitor.complaints.filter((complaint) => !screen.mayComplain?.test(complaint))]
}

async function faultsIn(visitor: Visitor, frame: Frame, look: Look): Promise<string[]> {
  await dress(visitor, look)
  await retell(frame, look.locale)
  await settled(frame)
  const found = [...(await faultsOfLook(frame, look.locale)), ...(await accessibilityFaults(frame))]
  return found.map((fault) => `${nameOf(look)}: ${fault}`)
}

async function dress({ page }: Visitor, { width, theme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height: width < 500 ? 740 : 720 })
}
