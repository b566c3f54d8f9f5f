import { useI18n } from 'vue-i18n'
import { intlTool } from './intlTools.ts'
import { relativeTime } from './relativeTime.ts'
import { nameOfSubdivision } from './subdivisions.ts'
import { useNow } from './useNow.ts'

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

const DATE_TIME = { dateStyle: 'medium', timeStyle: 'short' } as const
const DATE = { dateStyle: 'medium' } as const
const DAY = { day: 'numeric', month: 'short' } as const
const MONTH = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const

/** Numbers, times and names of places in the words of the page's language (CLDR). */
export function useFormat() {
  const { locale } = useI18n()
  const now = useNow()
  const time = (options: Intl.DateTimeFormatOptions, at: string): string =>
    intlTool(Intl.DateTimeFormat, locale.value, options).format(new Date(at))
  const number = (options: Intl.NumberFormatOptions, value: number): string =>
    intlTool(Intl.NumberFormat, locale.value, options).format(value)
  const name = (type: 'region' | 'language', code: string): string =>
    named(intlTool(Intl.DisplayNames, locale.value, { type }), code)

  const country = (code: string): string => name('region', code.slice(0, 2))

  return {
    relative: (at: string): string => relativeTime(locale.value, new Date(at).getTime(), now.value),
    dateTime: (at: string) => time(DATE_TIME, at),
    date: (at: string) => time(DATE, at),
    day: (at: string) => time(DAY, at),
    /** `2026-11` as November of that year. */
    month: (text: string) => time(MONTH, `${text}-01T00:00:00Z`),
    country,
    /** `US-CA` → “California (United States)” */
    place: (code: string) => (code.length > 2 ? `${nameOfSubdivision(code)} (${country(code)})` : country(code)),
    language: (tag: string) => name('language', tag),
    list: (items: string[]) => intlTool(Intl.ListFormat, locale.value, { type: 'conjunction' }).format(items),
    number: (value: number, digits = 0) =>
      number({ minimumFractionDigits: digits, maximumFractionDigits: digits }, value),
    seconds: (value: number) =>
      number({ style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 0 }, value),
    percent: (ratio: number) => number({ style: 'percent', maximumFractionDigits: 0 }, ratio),
    money: ({ amount, currency }: { amount: number; currency: string }) =>
      number({ style: 'currency', currency, maximumFractionDigits: 0 }, amount)
  }
}
