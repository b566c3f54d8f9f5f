import { mount, type VueWrapper } from '@vue/test-utils'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'

/** What comes from CLDR: marked as data, so that only what is written by hand stays without a mark. */
const { written } = vi.hoisted(() => ({ written: (value: unknown) => `⟪${String(value)}⟫` }))
vi.mock('./composables/useFormat.ts', () => ({
  useFormat: () => new Proxy({}, { get: () => written })
}))

const { i18n, directionOf } = await import('./i18n.ts')
const { useSession } = await import('./composables/useSession.ts')
const { router } = await import('./router.ts')
const { default: english } = await import('./locales/en.json')

const ACCENTS = new Map('aà cç eé iï lł nñ oö sš uü yý zž AÅ CÇ EÉ IÎ NÑ OØ SŠ UÛ'.split(' ').map(([a, b]) => [a, b]))

/** `Save` → `⟦Šàvé··⟧`: accented, marked and at least 40 % longer. */
function pseudo(text: string): string {
  if (!/\p{L}/u.test(text)) return text
  const accented = [...text].map((sign) => ACCENTS.get(sign) ?? sign).join('')
  return `⟦${accented}${'·'.repeat(Math.ceil(text.length * 0.4))}⟧`
}

/** The compiled messages with each piece of text in them made strange. */
function strange(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strange)
  if (typeof node !== 'object' || node === null) return node
  const { t: type } = node as { t?: unknown }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      typeof value === 'string' && (key === 's' || key === 'v') && (type === 2 || type === 3)
        ? pseudo(value)
        : strange(value)
    ])
  )
}

const kit = defineComponent({
  inheritAttrs: false,
  setup:
    (_, { attrs, slots }) =>
    () =>
      h('div', { title: attrs.title, 'aria-label': attrs['aria-label'] }, [
        ...['label', 'placeholder', 'description', 'help', 'error'].map((name) => String(attrs[name] ?? '')),
        slots.default?.(),
        slots.content?.(),
        slots.body?.()
      ])
})
const KIT = 'Badge Button FormField Input Select SelectMenu Skeleton Slideover Switch Textarea'.split(' ')
const stubs = Object.fromEntries(KIT.map((name) => [`B24${name}`, kit]))

const limits = { daily: { used: 3, max: 10 }, inWork: { used: 2, max: 8 } }
const me = {
  user: { id: 1, name: written('Ada'), isAdmin: true },
  portal: { memberId: 'm', domain: 'd', installed: true },
  partner: {
    code: 'P',
    name: written('Partner'),
    status: 'gold',
    homeCountry: 'DE',
    eligible: true,
    reasons: [],
    until: null
  },
  ...{ level: 2, limits, locations: ['DE'], staff: false, lang: 'en', trouble: ['no_token'], tourSeen: true },
  ...{ contactRules: { version: '1', accepted: true }, mayReserve: true, pausedUntil: '2026-12-01T00:00:00Z' }
}
const request = {
  ...{ id: 'r', number: written('IR-7'), services: ['training', 'telephony'], valueClass: 'premium', state: 'open' },
  ...{
    summary: written('summary'),
    description: written('description'),
    location: { country: 'DE', city: written('Ulm') }
  },
  ...{
    languages: ['de'],
    client: { role: written('CEO'), industry: written('retail') },
    users: 9,
    unlocked: true,
    mine: null
  },
  ...{ budget: { amount: 9, currency: 'EUR' }, releasedAt: '2026-11-20T10:00:00Z', expiresAt: '2026-12-20T10:00:00Z' },
  ...{ slots: { taken: 2, max: 5 }, why: ['location:DE', 'service:training', 'language:de'] },
  ...{ unlocksAt: '2026-11-30T10:00:00Z', unlocksNowAtLevel: 3 }
}
const step = { level: 2, low: 1.1, daily: 9, inWork: 9, unlockMinutes: { standard: 0, plus: 90, premium: 4320 } }
const rating = {
  ...{
    score: 1.2,
    low: 1,
    rating: 55,
    conversion: { won: 3, lost: 2, ratio: 0.6 },
    o: 3,
    e: 2.4,
    level: 2,
    matured: 5,
    limits
  },
  next: { level: 3, needs: { low: 1.3, missing: 0.3, maturedOutcomes: 2, wins: 3 } },
  ...{ levels: [{ ...step, level: 1, low: null }, step], contributions: [], series: [] }
}
const reservation = {
  ...{ id: 'v', number: written('IR-7'), outcome: 'open', request, contact: { company: written('Client') }, slot: 2 },
  ...{
    reservedBy: { id: 1, name: written('Ada') },
    reservedAt: '2026-11-20T10:00:00Z',
    winPending: false,
    voidReason: null
  },
  delivery: { state: 'retrying', attempts: 2, nextAttemptAt: '2026-12-01T10:00:00Z', error: written('portal') },
  ...{ crm: null, history: [], dispute: null, deadlines: {}, firstContact: null }
}
const steps = ['rights', 'crm', 'events', 'fields'].map((step) => ({ step, state: 'failed', detail: null }))

const SHOWN: Record<string, Record<string, unknown>> = {
  'components/app/AppHeader.vue': { me },
  'components/app/AppLimits.vue': { limits, level: 2 },
  'components/app/AppPortalTrouble.vue': { codes: ['no_token', 'overload'] },
  'components/app/AppGate.vue': { reason: 'paused' },
  'components/request/RequestCard.vue': { request, isGone: false },
  'components/request/RequestLockedCard.vue': { request },
  'components/request/RequestPreview.vue': { request },
  'components/request/RequestRules.vue': { isBusy: false },
  'components/request/RequestFilters.vue': { locations: ['DE'], languages: ['de'] },
  'components/rating/RatingSummary.vue': { rating },
  'components/rating/RatingLadder.vue': { rating },
  'components/reservation/ReservationTable.vue': { items: [reservation] },
  'components/reservation/ReservationBoard.vue': { items: [reservation] },
  'components/reservation/ReservationDelivery.vue': { reservation, isSending: false },
  'components/reservation/ReservationDispute.vue': { reservation, isBusy: false, error: null },
  'components/install/InstallSteps.vue': { steps },
  'pages/HelpPage.vue': {}
}
const sources = import.meta.glob<string>('./**/*.vue', { query: '?raw', import: 'default', eager: true })
const files = import.meta.glob<Component>(['./components/**/*.vue', './pages/*.vue'], { import: 'default' })

async function show(file: string, locale: string): Promise<VueWrapper> {
  i18n.global.setLocaleMessage(locale, strange(english) as never)
  i18n.global.locale.value = locale
  document.documentElement.dir = directionOf(locale)
  const component = await files[`./${file}`]?.()
  if (!component) throw new Error(`There is no ${file}`)
  return mount(component, {
    props: SHOWN[file] ?? {},
    attachTo: document.body,
    global: { plugins: [router, i18n], stubs }
  })
}

/** Everything that one can read or hear. */
function said(root: Element): string[] {
  const elements = [root, ...root.querySelectorAll('*')]
  const own = elements.flatMap((element) =>
    [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? '')
  )
  const named = elements.flatMap((element) =>
    ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '')
  )
  return [...own, ...named].filter((text) => text.trim() !== '')
}

vi.stubGlobal('fetch', () => new Promise(() => undefined))
beforeAll(() => router.replace({ name: 'requests' }))
beforeEach(() => {
  useSession().me.value = me as never
})

describe.each(Object.keys(SHOWN))('%s', (file) => {
  it('says nothing that stands in the source', async () => {
    const shown = await show(file, 'en-XA')
    const words = said(shown.element.parentElement ?? shown.element)
    const unmarked = words.filter((text) => /\p{L}/u.test(text.replaceAll(/⟦[^⟦⟧]*⟧|⟪[^⟪⟫]*⟫/gu, '')))
    shown.unmount()
    expect(words.join(' ')).toContain('⟦')
    expect(unmarked).toEqual([])
  })

  it('cuts off no text of its own from right to left, however long', async () => {
    const shown = await show(file, 'ar-XB')
    const root = shown.element.parentElement ?? shown.element
    // A choice shows its texts whole as soon as it is opened.
    const cut = [...root.querySelectorAll('.truncate, [class*="line-clamp"], .text-ellipsis:not(select)')]
    const ours = cut.map((element) => element.textContent ?? '').filter((text) => text.includes('⟦'))
    shown.unmount()
    expect(document.documentElement.dir).toBe('rtl')
    expect(ours).toEqual([])
  })
})

it('names sides by the direction of writing, not left and right', () => {
  const sides =
    /(?<![\w-])-?(?:[mp][lr]|left|right|border-[lr]|rounded-[lr]|rounded-[tb][lr]|(?:text|float)-(?:left|right))(?:-[\w./[\]()-]+)?(?=["'\s])/g
  const isSide = (name: string) => name.includes('-') && !name.endsWith('left-1/2')
  const found = Object.entries(sources).flatMap(([file, source]) => {
    const classes = [...source.matchAll(/class="[^"]*"/g)].join(' ')
    return [...classes.matchAll(sides)].flatMap(([name]) => (isSide(name) ? [`${file}: ${name}`] : []))
  })
  expect(found).toEqual([])
})
