import { readFileSync } from 'node:fs'
import type { Frame } from 'playwright-core'
import { compiledMessages } from '../../vite.config.ts'
import { NAMER } from './inspection.ts'

const compiled = new Map<string, string>()

function messagesOf(locale: string): string {
  const known = compiled.get(locale)
  if (known) return known
  const source = readFileSync(new URL(`../../client/locales/${locale}.json`, import.meta.url), 'utf8')
  const messages = JSON.stringify(compiledMessages(source))
  compiled.set(locale, messages)
  return messages
}

/** The page that is there, in another language and without a reload: it takes a moment instead of seconds. */
export async function retell(frame: Frame, locale: string): Promise<void> {
  await frame.evaluate(NAMER)
  await frame.evaluate(change, { locale, messages: messagesOf(locale) })
}

interface Translator {
  global: { setLocaleMessage: (locale: string, messages: unknown) => void; locale: { value: string } }
}
interface Mounted {
  __vue_app__: { __VUE_I18N_SYMBOL__: symbol; _context: { provides: Record<symbol, Translator> } }
}

function change({ locale, messages }: { locale: string; messages: string }): void {
  const { __vue_app__: app } = document.querySelector('#app') as unknown as Mounted
  const { global } = app._context.provides[app.__VUE_I18N_SYMBOL__]!
  global.setLocaleMessage(locale, JSON.parse(messages))
  global.locale.value = locale
  document.documentElement.lang = locale
}
