import { createI18n } from 'vue-i18n'
import { nearestLanguage } from '../shared/languages.ts'
import { intlTool } from './composables/intlTools.ts'

type Messages = Record<string, unknown>

const first = import.meta.glob<Messages>('./locales/*.json', { query: '?first', import: 'default' })
const later = import.meta.glob<Messages>('./locales/*.json', { query: '?later', import: 'default' })
const complete = new Map<string, Promise<void>>()

export const LOCALES = Object.keys(first).map((path) => path.slice('./locales/'.length, -'.json'.length))

/** `de-AT` → `de`, `pt` → `pt-BR`, `zh-Hant` → `zh-TW`, anything else → `en`. */
export const pickLocale = (wanted: string, available: string[] = LOCALES): string => nearestLanguage(wanted, available)

/** Plural forms stand in a message in the order in which CLDR lists the language's categories. */
export function pluralForm(locale: string, count: number, forms: number): number {
  const rules = intlTool(Intl.PluralRules, locale, {})
  const order = ['zero', 'one', 'two', 'few', 'many', 'other']
  const categories = [...rules.resolvedOptions().pluralCategories].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return Math.min(categories.indexOf(rules.select(count)), forms - 1)
}

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: [],
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  pluralRules: Object.fromEntries(
    LOCALES.map((locale) => [locale, (count: number, forms: number) => pluralForm(locale, count, forms)])
  ),
  messages: {}
})

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur']

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr'

export async function useLanguage(wanted: string): Promise<string> {
  const locale = pickLocale(wanted)
  const load = first[`./locales/${locale}.json`]
  if (load) i18n.global.setLocaleMessage(locale, await load())
  complete.delete(locale)
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  return locale
}

/** The words of all pages but the first one. */
export function loadAllWords(): Promise<void> {
  const locale = i18n.global.locale.value
  const known = complete.get(locale)
  if (known) return known
  const loading = (later[`./locales/${locale}.json`]?.() ?? Promise.resolve({}))
    .then((words) => i18n.global.mergeLocaleMessage(locale, words))
    .catch((cause: unknown) => {
      complete.delete(locale)
      throw cause
    })
  complete.set(locale, loading)
  return loading
}

/** The kit's own words (close, clear, no data…); English is built in. */
export async function kitLocale(locale: string): Promise<unknown> {
  if (locale === 'en') return undefined
  const { kitFiles } = await import('./kit-locales.ts')
  return (await kitFiles[locale]?.())?.default
}
