import { describe, expect, it } from 'vitest'
import { directionOf, i18n, kitLocale, loadAllWords, LOCALES, pickLocale, pluralForm, useLanguage } from './i18n.ts'

type Tree = { [key: string]: string | Tree }

/** What product.md §9 promises. */
const PROMISED = 'de en es fr hi id it ja ms pl pt-BR th tr vi zh-CN zh-TW'.split(' ')

/** Names and signs that no language translates. */
const NAMES = ['Bitrix24', 'CRM', 'LINE', 'Plus', 'Premium', 'Skype', 'Telegram', 'Viber', 'WeChat', 'WhatsApp']
const SIGNS = ['{before} → {after}', '{n} ms', '{open} · {locked}', '{place} ({n})']

/** Words that a language writes as English does; all else that equals English was forgotten. */
const SAME: Record<string, string> = {
  de: 'Board Budget Details Edition Integration Lead Messenger Pause Person Pipeline Portal Region Spam Standard Website',
  es: 'Pipeline',
  fr: 'Actions Agent Budget Client Contact Conversion Date Notifications Pages Pause Pipeline Place Score Services Source Spam Standard',
  it: 'Budget Lead Pipeline Spam Standard',
  ms: 'Standard',
  pl: 'Deal Lead Region Spam',
  'pt-BR': 'Lead Pipeline Spam'
}

const texts = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : texts(value, `${prefix}${key}.`)
  )
const raw = import.meta.glob<string>('./locales/*.json', { query: '?raw', import: 'default', eager: true })
const sources = import.meta.glob<string>(['./**/*.{vue,ts}', './locales/*.json', '!./**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true
})
const read = (locale: string) => texts(JSON.parse(raw[`./locales/${locale}.json`] ?? '') as Tree)
const english = new Map(read('en'))

it('picks the nearest language there is, else English', () => {
  const there = ['en', 'de', 'pt-BR', 'zh-CN', 'zh-TW']
  expect(pickLocale('de-AT', there)).toBe('de')
  expect(pickLocale('PT-br', there)).toBe('pt-BR')
  expect(pickLocale('pt', there)).toBe('pt-BR')
  expect(pickLocale('zh-TW', there)).toBe('zh-TW')
  expect(pickLocale('sw', there)).toBe('en')
})

it('chooses plural forms as CLDR does', () => {
  expect([1, 2].map((count) => pluralForm('en', count, 2))).toEqual([0, 1])
  expect([1, 3, 5].map((count) => pluralForm('pl', count, 4))).toEqual([0, 1, 2])
  expect(pluralForm('ja', 1, 1)).toBe(0)
})

it('speaks without a compiler in the browser', async () => {
  await useLanguage('de-CH')
  await loadAllWords()
  const { t } = i18n.global
  expect(document.documentElement.lang).toBe('de')
  expect(t('request.newOnes', 1)).toBe('1 neue Anfrage')
  expect(t('request.newOnes', 3)).toBe('3 neue Anfragen')
  expect(t('gate.until', { time: 'morgen', relative: 'bald' })).toBe('Bis morgen (bald).')
})

it('offers all the languages promised, each with the kit’s own words', async () => {
  expect([...LOCALES].sort()).toEqual(PROMISED)
  for (const locale of PROMISED) {
    const kit = (await kitLocale(locale)) as { locale: string } | undefined
    expect(kit?.locale.split(/[-_]/)[0]).toBe(locale === 'en' ? undefined : locale.split('-')[0])
  }
})

it('writes Arabic, Hebrew, Persian and Urdu from right to left', () => {
  expect(['ar', 'he-IL', 'fa', 'ur-PK', 'en', 'ja'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr'
  ])
})

describe.each(PROMISED.filter((locale) => locale !== 'en'))('%s', (locale) => {
  it('leaves no text in English', () => {
    const same = new Set([...NAMES, ...SIGNS, ...(SAME[locale] ?? '').split(' ')])
    const bare = (text: string) => text.replaceAll(/\{\w+\}|[,%]/g, '').trim()
    const isSame = (text: string) => same.has(text) || same.has(bare(text)) || same.has(capital(bare(text)))
    const forgotten = read(locale).filter(([key, text]) => text === english.get(key) && !isSame(text))
    expect(forgotten).toEqual([])
  })

  it('chooses a form for any number and puts the number in', async () => {
    await useLanguage(locale)
    await loadAllWords()
    for (const count of [0, 1, 2, 3, 5, 11, 21, 22, 100, 1_000_000, 1.5])
      expect(i18n.global.t('duration.hours', count)).toContain(String(count))
  })

  it('has the names of countries, languages and currencies in CLDR', () => {
    for (const [type, codes] of [
      ['region', ['DE', 'JP', 'BR']],
      ['language', ['de', 'ja', 'pt']],
      ['currency', ['EUR', 'JPY']]
    ] as const)
      for (const code of codes) expect(new Intl.DisplayNames(locale, { type, fallback: 'none' }).of(code)).toBeTruthy()
  })
})

it('keeps no list of countries, languages or currencies of its own', () => {
  const known = 'Germany France Japan Brazil Poland German French Japanese Polish Euro Dollar'.split(' ')
  const quoted = new RegExp(`['"](?:${known.join('|')})['"]`)
  const listed = Object.entries(sources).filter(([, source]) => quoted.test(source))
  expect(listed.map(([file]) => file)).toEqual([])
})

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
