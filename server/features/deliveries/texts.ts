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
import type { DeliveryTexts } from './texts/delivery-texts.ts'

export type { DeliveryTexts }

const TEXTS: Record<string, DeliveryTexts> = {
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

/** The one of our languages in which a portal is written to. */
export const languageFor = (lang: string): string => nearestLanguage(lang, Object.keys(TEXTS))

export const textsFor = (lang: string): DeliveryTexts => TEXTS[languageFor(lang)] ?? en
