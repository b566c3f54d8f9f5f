import type { Browser, Frame, Page } from 'playwright-core'
import { Gallery } from '../browser/gallery.ts'
import { NAMER } from '../browser/inspection.ts'
import { EmulatedBitrix24 } from '../portal/bitrix24.ts'
import { launchChromium } from '../support/chromium.ts'
import { eventually } from '../support/wait.ts'
import { median, table } from './measure.ts'
import { buildStarter, serveStarter } from './starter.ts'

const RUNS = 5
const CPU = 4
/** "Slow 4G" of Chromium's own tools. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }
const SMALLEST_EVENT = 16
const QUIET_MS = 1500

interface Vitals {
  lcp: number
  inp: number
  cls: number
  /** What the longest wait followed. */
  slowest: string
}
interface Subject {
  name: string
  address: string
  /** What is there when the first page is there. */
  sign: string
  /** What a person does then; each is one or more interactions. */
  acts: ((frame: Frame, page: Page) => Promise<unknown>)[]
}

/** LCP, INP and CLS inside the portal's frame, with a slow processor and network, beside the vendor's starter. */
export async function benchVitals(): Promise<void> {
  const gallery = await Gallery.open()
  const starter = await serveStarter(buildStarter())
  const bitrix24 = await EmulatedBitrix24.start({
    app: { clientId: 'starter', clientSecret: 'starter', code: 'starter', title: 'Starter', appUrl: starter.url }
  })
  const portal = await bitrix24.addPortal({ name: 'Starter', lang: 'de', limits: false })
  await portal.openInstaller(1)
  await portal.completeInstallation()
  const browser = await launchChromium()
  const address = (at: typeof portal) => `${at.origin}/marketplace/app/${at.app.code}/?user=2`
  const subjects = [ours(address(gallery.main)), theirs(address(portal))]
  const found = new Map<string, Vitals[]>(subjects.map(({ name }) => [name, []]))
  try {
    for (let run = 0; run < RUNS; run++)
      for (const subject of subjects) found.get(subject.name)!.push(await measure(browser, subject))
  } finally {
    await browser.close()
    await bitrix24.stop()
    starter.stop()
    await gallery.close()
  }
  report(subjects.map(({ name }) => ({ name, vitals: found.get(name)! })))
}

function ours(address: string): Subject {
  return {
    name: 'app',
    address,
    sign: 'article',
    acts: [
      (frame) => frame.locator('[aria-controls="request-tools"]').first().click(),
      (frame) => frame.locator('[aria-controls="request-tools"]').first().click(),
      (frame) => frame.getByRole('searchbox').pressSequentially('ein'),
      (frame) => frame.getByRole('searchbox').fill(''),
      (frame) => frame.locator('article button').first().click(),
      (frame) => frame.locator('[role="dialog"]').press('Escape'),
      ...[1, 2, 3, 0].map((index) => (frame: Frame) => frame.locator('header nav button').nth(index).click())
    ]
  }
}

function theirs(address: string): Subject {
  return {
    name: 'starter',
    address,
    sign: 'nav a[href="/inbox"]',
    acts: ['/inbox', '/customers', '/settings/members', '/'].map(
      (path) => (frame) => frame.locator(`nav a[href="${path}"]`).first().click()
    )
  }
}

async function measure(browser: Browser, subject: Subject): Promise<Vitals> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    await context.addInitScript(NAMER)
    await context.addInitScript(observe, SMALLEST_EVENT)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', NETWORK)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU })
    await page.goto(subject.address)
    const frame = await frameOf(page)
    await frame.locator(subject.sign).first().waitFor({ timeout: 60_000 })
    await rest(frame)
    const { lcp } = await read(frame)
    for (const act of subject.acts) {
      await act(frame, page)
      await rest(frame)
    }
    return { ...(await read(frame)), lcp }
  } finally {
    await context.close()
  }
}

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('.app-frame')
  return eventually('the frame', async () => {
    const frame = await element.contentFrame()
    return frame?.url().startsWith('http') ? frame : undefined
  })
}

const read = (frame: Frame): Promise<Vitals> => frame.evaluate('window.vitals')

/** Nothing has been painted or reported for a while: an open stream of news never lets the network be idle. */
async function rest(frame: Frame): Promise<void> {
  let [last, since] = ['', Date.now()]
  await eventually('a page at rest', async () => {
    const now = await frame.evaluate<string>('JSON.stringify([window.vitals, document.body.innerText.length])')
    if (now !== last) [last, since] = [now, Date.now()]
    return Date.now() - since > QUIET_MS
  })
}

/** Runs in every document before its own scripts; as the definitions of web.dev say. */
function observe(smallest: number): void {
  const vitals = { lcp: 0, inp: 0, cls: 0, slowest: '' }
  Object.assign(window, { vitals })
  const on = (type: string, note: (entry: any) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more })
  on('largest-contentful-paint', (entry) => (vitals.lcp = entry.startTime))
  const noteEvent = ({ interactionId, duration, name, target }: any) => {
    if (!interactionId || duration <= vitals.inp) return
    vitals.inp = duration
    vitals.slowest = `${name} on ${(target?.innerText ?? target?.type ?? '').slice(0, 30)}`
  }
  on('event', noteEvent, { durationThreshold: smallest })
  let [sum, first, last] = [0, 0, 0]
  on('layout-shift', (entry) => {
    if (entry.hadRecentInput) return
    const isSame = entry.startTime - last < 1000 && entry.startTime - first < 5000
    if (!isSame) [sum, first] = [0, entry.startTime]
    sum += entry.value
    last = entry.startTime
    vitals.cls = Math.max(vitals.cls, sum)
  })
}

function report(subjects: { name: string; vitals: Vitals[] }[]): void {
  const medians = subjects.map(({ vitals }) => ({
    lcp: median(vitals.map(({ lcp }) => lcp)),
    inp: median(vitals.map(({ inp }) => inp)),
    cls: median(vitals.map(({ cls }) => cls)),
    slowest: [...new Set(vitals.map(({ slowest }) => slowest))].join('; ')
  }))
  const [own, starter] = medians as [Vitals, Vitals]
  const row = (name: string, of: Vitals) => ({
    ...{
      page: name,
      'LCP ms': Math.round(of.lcp),
      'INP ms': Math.round(of.inp),
      CLS: Number(of.cls.toFixed(4)),
      slowest: of.slowest
    }
  })
  table(`In the portal's frame, processor ÷ ${CPU}, slow 4G, median of ${RUNS}`, [
    row('app', own),
    row('starter', starter),
    {
      page: 'ratio',
      'LCP ms': (own.lcp / starter.lcp).toFixed(2),
      'INP ms': (own.inp / starter.inp).toFixed(2),
      CLS: starter.cls ? (own.cls / starter.cls).toFixed(2) : '–'
    }
  ])
}
