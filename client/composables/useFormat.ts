import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { nameOfSubdivision } from './subdivisions.ts'
import { useNow } from './useNow.ts'

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60]
] as const

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** Numbers, times and names of places in the words of the page's language (CLDR). */
export function useFormat() {
  const { locale } = useI18n()
  const now = useNow()
  const tools = computed(() => {
    const tag = locale.value
    return {
      regions: new Intl.DisplayNames(tag, { type: 'region' }),
      languages: new Intl.DisplayNames(tag, { type: 'language' }),
      dateTime: new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
      date: new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }),
      month: new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' }),
      monthOfYear: new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
      relative: new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }),
      list: new Intl.ListFormat(tag, { type: 'conjunction' })
    }
  })

  const relative = (time: string): string => {
    const seconds = (new Date(time).getTime() - now.value) / 1000
    const found = UNITS.find(([, length]) => Math.round(Math.abs(seconds) / length) >= 1)
    if (!found) return tools.value.relative.format(0, 'second')
    return tools.value.relative.format(Math.round(seconds / found[1]), found[0])
  }

  const country = (code: string): string => named(tools.value.regions, code.slice(0, 2))

  return {
    relative,
    dateTime: (time: string) => tools.value.dateTime.format(new Date(time)),
    date: (time: string) => tools.value.date.format(new Date(time)),
    day: (time: string) => tools.value.month.format(new Date(time)),
    /** `2026-11` as November of that year. */
    month: (text: string) => tools.value.monthOfYear.format(new Date(`${text}-01T00:00:00Z`)),
    country,
    /** `US-CA` → “California (United States)” */
    place: (code: string) => (code.length > 2 ? `${nameOfSubdivision(code)} (${country(code)})` : country(code)),
    language: (tag: string) => named(tools.value.languages, tag),
    list: (items: string[]) => tools.value.list.format(items),
    number: (value: number, digits = 0) =>
      value.toLocaleString(locale.value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    seconds: (value: number) =>
      value.toLocaleString(locale.value, {
        style: 'unit',
        unit: 'second',
        unitDisplay: 'long',
        maximumFractionDigits: 0
      }),
    percent: (ratio: number) => ratio.toLocaleString(locale.value, { style: 'percent', maximumFractionDigits: 0 }),
    money: ({ amount, currency }: { amount: number; currency: string }) =>
      amount.toLocaleString(locale.value, { style: 'currency', currency, maximumFractionDigits: 0 })
  }
}
