import { nearestLanguage } from '../../../shared/languages.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { hi } from './texts/hi.ts'
import { id } from './texts/id.ts'
import { it } from './texts/it.ts'
import { ja } from './texts/ja.ts'
import { ms } from './texts/ms.ts'
import { pl } from './texts/pl.ts'
import { ptBR } from './texts/pt-BR.ts'
import { th } from './texts/th.ts'
import { tr } from './texts/tr.ts'
import { vi } from './texts/vi.ts'
import { zhCN } from './texts/zh-CN.ts'
import { zhTW } from './texts/zh-TW.ts'
import type { MailTexts } from './texts/mail-texts.ts'

const TEXTS: Record<string, MailTexts> = {
  en,
  de,
  es,
  'pt-BR': ptBR,
  fr,
  it,
  pl,
  tr,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  ja,
  vi,
  id,
  ms,
  th,
  hi
}

export const textsFor = (lang: string): MailTexts => TEXTS[nearestLanguage(lang, Object.keys(TEXTS))] ?? en

/** That of the portal in which the app is opened; before there is one, the likely one of the partner's country (CLDR). */
export const languageOf = (portal: { lang: string } | undefined, homeCountry: string): string =>
  portal?.lang ?? new Intl.Locale(`und-${homeCountry}`).maximize().toString()
