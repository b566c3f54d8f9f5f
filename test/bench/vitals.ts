import type { Browser, Frame, Page } from 'playwright-core'
import { Gallery } from '../browser/gallery.ts'
import { NAMER } from '../browser/inspection.ts'
import { EmulatedBitrix24 } from '../portal/bitrix24.ts'
import { launchChromium } from '../support/chromium.ts'
import { eventually } from '../support/wait.ts'
import { median, table } from './measure.ts'
import { buildStarter, serveStarter } from './starter.ts'
import { observe, type Vitals } from './vitals-observer.ts'

const RUNS = Number(process.env.RUNS ?? 5)
const CPU = 4
/** "Slow 4G" of Chromium's own tools. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }
/** A frame in a process of its own would be neither slowed nor throttled by what is set for its page. */
const ONE_PROCESS = [
  '--disable-features=OriginKeyedProcessesByDefault,OriginIsolationHeader,IsolateOrigins,site-per-process'
]
const SMALLEST_EVENT = 16
const QUIET_MS = 1500
/** As long as a person holds a key or a button. */
const HELD = { delay: 70 }

/** One visit: the longest wait after each act, by the act's name. */
interface Visit {
  lcp: number
  cls: number
  waits: Map<string, { wait: number; slowest: string }>
}
/** What a person does; each is one or more interactions. */
type Act = (frame: Frame, page: Page) => Promise<unknown>

interface Row {
  lcp: number
  inp: number
  cls: number
}
interface Subject {
  name: string
  address: string
  /** What is there when the first page is there. */
  sign: string
  acts: Record<string, Act>
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
  const browser = await launchChromium(ONE_PROCESS)
  const address = (at: typeof portal) => `${at.origin}/marketplace/app/${at.app.code}/?user=1`
  const subjects = [ours(address(gallery.main)), theirs(address(portal))]
  const found = new Map<string, Visit[]>(subjects.map(({ name }) => [name, []]))
  try {
    for (let run = 0; run < RUNS; run++)
      for (const subject of subjects) found.get(subject.name)!.push(await measure(browser, subject))
  } finally {
    await browser.close()
    await bitrix24.stop()
    starter.stop()
    await gallery.close()
  }
  report(subjects.map(({ name }) => ({ name, visits: found.get(name)! })))
}

const clicks =
  (selector: string, index = 0): Act =>
  (frame) =>
    frame.locator(selector).nth(index).click(HELD)
const presses =
  (key: string): Act =>
  (frame) =>
    frame.locator('[role="dialog"]').first().press(key, HELD)
const goes = (page: number) => clicks('header nav button', page)

function ours(address: string): Subject {
  return {
    name: 'app',
    address,
    sign: 'article',
    acts: {
      'open filters': clicks('[aria-controls="request-tools"]'),
      'choose a service': clicks('#request-tools button[aria-pressed]'),
      'drop the service': clicks('#request-tools button[aria-pressed]'),
      'close filters': clicks('[aria-controls="request-tools"]'),
      search: (frame) => frame.getByRole('searchbox').pressSequentially('ein'),
      'clear the search': (frame) =>
        frame
          .getByRole('searchbox')
          .press('Control+a')
          .then(() => frame.getByRole('searchbox').press('Delete')),
      'open a request': clicks('article button'),
      'next request': presses('j'),
      'close the request': presses('Escape'),
      'open it again': clicks('article button'),
      'close it again': presses('Escape'),
      'to reservations': goes(1),
      'open a reservation': clicks('tbody th button'),
      'close the reservation': presses('Escape'),
      'to the rating': goes(2),
      'to the settings': goes(3),
      'open a choice': clicks('form [aria-haspopup="listbox"], form [role="combobox"]'),
      'close the choice': (_, page) => page.keyboard.press('Escape', HELD),
      'back to requests': goes(0)
    }
  }
}

function theirs(address: string): Subject {
  const pages = ['/inbox', '/customers', '/settings/members', '/']
  return {
    name: 'starter',
    address,
    sign: 'nav a[href="/inbox"]',
    acts: Object.fromEntries(pages.map((path) => [`to ${path}`, clicks(`nav a[href="${path}"]`)]))
  }
}

async function measure(browser: Browser, subject: Subject): Promise<Visit> {
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
    const waits: Visit['waits'] = new Map()
    for (const [name, act] of Object.entries(subject.acts)) {
      await frame.evaluate('window.vitals.wait = 0; window.vitals.slowest = ""')
      await act(frame, page)
      await rest(frame)
      const { wait, slowest } = await read(frame)
      waits.set(name, { wait, slowest })
    }
    return { lcp, cls: (await read(frame)).cls, waits }
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

const inpOf = ({ waits }: Visit): number => Math.max(...[...waits.values()].map(({ wait }) => wait))

function report(subjects: { name: string; visits: Visit[] }[]): void {
  const [own, starter] = subjects.map(({ visits }) => ({
    lcp: median(visits.map(({ lcp }) => lcp)),
    inp: median(visits.map(inpOf)),
    cls: median(visits.map(({ cls }) => cls))
  })) as [Row, Row]
  const row = (page: string, { lcp, inp, cls }: Row) => ({
    ...{ page, 'LCP ms': Math.round(lcp), 'INP ms': Math.round(inp), CLS: Number(cls.toFixed(4)) }
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
  for (const { name, visits } of subjects) table(`${name}: the longest wait of each act, ms`, actsOf(visits))
}

function actsOf(visits: Visit[]): Record<string, string | number>[] {
  return [...(visits[0]?.waits.keys() ?? [])].map((act) => {
    const found = visits.map(({ waits }) => waits.get(act)!)
    const worst = found.reduce((one, other) => (other.wait > one.wait ? other : one))
    return { act, median: median(found.map(({ wait }) => wait)), worst: worst.wait, 'worst of all': worst.slowest }
  })
}
