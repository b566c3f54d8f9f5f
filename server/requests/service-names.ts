import type { Service } from '../../shared/codes.ts'
import { nearestLanguage } from '../../shared/languages.ts'
import { de } from './service-names/de.ts'
import { en } from './service-names/en.ts'
import { es } from './service-names/es.ts'
import { fr } from './service-names/fr.ts'
import { hi } from './service-names/hi.ts'
import { id } from './service-names/id.ts'
import { it } from './service-names/it.ts'
import { ja } from './service-names/ja.ts'
import { ms } from './service-names/ms.ts'
import { pl } from './service-names/pl.ts'
import { ptBR } from './service-names/pt-BR.ts'
import { th } from './service-names/th.ts'
import { tr } from './service-names/tr.ts'
import { vi } from './service-names/vi.ts'
import { zhCN } from './service-names/zh-CN.ts'
import { zhTW } from './service-names/zh-TW.ts'
import type { ServiceNames } from './service-names/names.ts'

const NAMES: Record<string, ServiceNames> = {
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

/** What a request asks for, in words for a notice or a mail. */
export function serviceNames(services: readonly Service[], lang: string): string {
  const names = NAMES[nearestLanguage(lang, Object.keys(NAMES))] ?? en
  return services.map((service) => names[service]).join(separatorIn(lang))
}

/** Between the parts of a list. */
export const separatorIn = (lang: string): string => (/^(ja|zh)\b/.test(lang) ? '、' : ', ')

export function countryName(code: string, lang: string): string {
  return new Intl.DisplayNames([lang, 'en'], { type: 'region' }).of(code) ?? code
}
