import { createI18n } from 'vue-i18n'

type Messages = Record<string, unknown>

const files = import.meta.glob<Messages>('./locales/*.json', { import: 'default' })

export const LOCALES = Object.keys(files).map((path) => path.slice('./locales/'.length, -'.json'.length))

/** `de-AT` → `de`, `pt` → `pt-BR` where only that is there, anything else → `en`. */
export function pickLocale(wanted: string, available: string[] = LOCALES): string {
  const exact = available.find((locale) => locale.toLowerCase() === wanted.toLowerCase())
  const language = wanted.split('-')[0]?.toLowerCase() ?? ''
  return exact ?? available.find((locale) => locale.split('-')[0]?.toLowerCase() === language) ?? 'en'
}

/** Plural forms stand in a message in the order in which CLDR lists the language's categories. */
export function pluralForm(locale: string, count: number, forms: number): number {
  const rules = new Intl.PluralRules(locale)
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

export async function useLanguage(wanted: string): Promise<string> {
  const locale = pickLocale(wanted)
  const load = files[`./locales/${locale}.json`]
  if (load) i18n.global.setLocaleMessage(locale, await load())
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  document.documentElement.dir = ['ar', 'he', 'fa', 'ur'].includes(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr'
  return locale
}

const kitFiles: Record<string, () => Promise<{ default: unknown }>> = {
  de: () => import('@bitrix24/b24ui-nuxt/runtime/locale/de.js')
}

/** The kit's own words (close, clear, no data…); English is built in. */
export async function kitLocale(locale: string): Promise<unknown> {
  return (await kitFiles[locale]?.())?.default
}
