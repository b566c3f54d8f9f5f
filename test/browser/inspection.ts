import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Frame } from 'playwright-core'
import { englishOnly, SECTIONS } from './words.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Of a whole page, which the portal around the frame is. */
const OF_THE_PORTAL = ['landmark-one-main', 'page-has-heading-one', 'region']

/** What is left of the compiler's help in a function that is sent to a browser. */
export const NAMER = 'globalThis.__name ??= (named) => named'

/** What axe finds by WCAG 2.2 AA in the frame of the app. */
export async function accessibilityFaults(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate('typeof axe === "object"'))) await frame.evaluate(AXE)
  const options = {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries(OF_THE_PORTAL.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations']
  }
  const { violations } = await frame.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/g, ' ')}`)
  )
}

/** Scroll bars, texts that are cut off, and words that were never meant for people. */
export async function faultsOfLook(frame: Frame, locale: string): Promise<string[]> {
  await frame.evaluate(NAMER)
  const { texts, cut, overflow } = await frame.evaluate(look)
  const english = new Set(englishOnly(locale))
  const codes = new RegExp(
    `(?:^|\\s)(?:${SECTIONS.join('|')})\\.[a-zA-Z]\\w*|\\b[a-z]+_[a-z_]+\\b|\\{\\w+\\}|undefined|NaN`
  )
  return [
    ...overflow,
    ...cut.map((text) => `cut off: ${text}`),
    ...texts.filter((text) => codes.test(text)).map((text) => `a key or code: ${text}`),
    ...texts.filter((text) => english.has(text)).map((text) => `in English: ${text}`)
  ]
}

/** The page from right to left with every text 40 % longer: what runs over its place then. */
export async function faultsWhenStretched(frame: Frame): Promise<string[]> {
  await stretch(frame)
  const { cut, overflow } = await frame.evaluate(look)
  return [...overflow, ...cut.map((text) => `cut off: ${text}`)].map((fault) => `right to left, longer: ${fault}`)
}

/** Turns the page from right to left and makes every text longer; the frame is then fitted anew. */
export async function stretch(frame: Frame): Promise<void> {
  await frame.evaluate(NAMER)
  await frame.evaluate(lengthen)
  await settled(frame)
}

/** Nothing is loading or moving, and the portal has fitted the frame; a page that never gets there is looked at as it is. */
export async function settled(frame: Frame): Promise<void> {
  await frame.evaluate(NAMER)
  await frame.evaluate(rest)
}

async function rest(): Promise<void> {
  if (!document.getElementById('still')) {
    const style = document.createElement('style')
    style.id = 'still'
    style.textContent = '*, *::before, *::after { transition: none !important; animation: none !important }'
    document.head.append(style)
  }
  const end = Date.now() + 3000
  let [last, kept] = ['', 0]
  while (kept < 4 && Date.now() < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const { scrollHeight, clientHeight } = document.documentElement
    const isBusy = document.querySelector('[aria-busy="true"], [data-slot="skeleton"]') !== null
    const now = `${scrollHeight} ${clientHeight} ${document.body.innerText.length}`
    kept = now === last && !isBusy && scrollHeight <= clientHeight ? kept + 1 : 0
    last = now
  }
}

function lengthen(): void {
  if (document.documentElement.dir === 'rtl') return
  document.documentElement.dir = 'rtl'
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent ?? ''
    if (/\p{L}/u.test(text) && !node.parentElement?.closest('script, style, select, code'))
      node.textContent = text.trimEnd() + ' ñø'.repeat(Math.ceil((text.trim().length * 0.4) / 3))
  }
}

function look(): { texts: string[]; cut: string[]; overflow: string[] } {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
  const overflow = [
    ...(scrollWidth > clientWidth ? [`${scrollWidth} px in a width of ${clientWidth}`] : []),
    ...(scrollHeight > clientHeight ? [`${scrollHeight} px in a height of ${clientHeight}`] : []),
    ...[...document.querySelectorAll('.in-slice')]
      .map((panel) => panel.getBoundingClientRect().height)
      .filter((height) => height < 500)
      .map((height) => `a panel of only ${height} px`),
    ...[...document.querySelectorAll('td, th')]
      .filter((cell) => cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1)
      .map((cell) => `over the edge of its cell: ${cell.textContent?.trim()}`)
  ]
  const shown = [...document.body.querySelectorAll('*')].filter(
    (element) => element.checkVisibility() && !element.closest('svg, script, code, .sr-only, [translate="no"]')
  )
  const own = (element: Element): string =>
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent?.trim())
      .join(' ')
      .trim()
  const isCut = (element: Element): boolean => {
    const { overflowX, overflowY } = getComputedStyle(element)
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
    return (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 3)
  }
  const isCutAbove = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) if (isCut(at)) return true
    return false
  }
  const withText = shown.filter((element) => own(element) !== '')
  /** What a closed list shows of its choice may end in dots: the list tells the rest. */
  const whole = withText.filter((element) => !element.closest('[role="combobox"], [aria-haspopup="listbox"]'))
  return {
    texts: [...withText.map(own), ...shown.map((element) => element.getAttribute('aria-label') ?? '')],
    cut: whole.filter(isCutAbove).map(own),
    overflow
  }
}
