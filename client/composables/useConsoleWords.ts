import { ref } from 'vue'
import { i18n } from '../i18n.ts'

const files = import.meta.glob<Record<string, unknown>>('../locales/console/*.json', { import: 'default' })
const hasWords = ref(false)
let loading: Promise<void> | null = null

/** The console speaks English and German; elsewhere its own words stay English. */
export const consoleLanguage = (locale: string): 'de' | 'en' => (locale.split('-')[0] === 'de' ? 'de' : 'en')

async function load(): Promise<void> {
  const locale = i18n.global.locale.value
  const words = await files[`../locales/console/${consoleLanguage(locale)}.json`]?.()
  i18n.global.mergeLocaleMessage(locale, words ?? {})
  hasWords.value = true
}

/** The console's texts come with its pages, and are no part of the first load. */
export const useConsoleWords = () => ({
  hasWords,
  loadWords: (): Promise<void> =>
    (loading ??= load().catch((cause: unknown) => {
      loading = null
      throw cause
    }))
})
