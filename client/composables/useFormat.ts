import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
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
      relative: relativeTime(tag),
      list: new Intl.ListFormat(tag, { type: 'conjunction' })
    }
  })

  const relative = (time: string): string => tools.value.relative(new Date(time).getTime(), now.value)

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
