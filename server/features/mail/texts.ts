import { nearestLanguage } from '../../../shared/languages.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import type { MailTexts } from './texts/mail-texts.ts'

const TEXTS: Record<string, MailTexts> = { en, de }

export const textsFor = (lang: string): MailTexts => TEXTS[nearestLanguage(lang, Object.keys(TEXTS))] ?? en

/** The program's language of a country; everywhere else it is English. */
const LANGUAGES: Record<string, string> = Object.fromEntries(
  Object.entries({
    de: 'DE AT CH LI',
    fr: 'FR BE LU MC SN CI CM DZ MA TN',
    es: 'ES MX AR CO CL PE EC UY PY BO CR PA GT HN NI SV DO CU VE',
    'pt-BR': 'BR PT AO MZ',
    it: 'IT SM VA',
    pl: 'PL',
    tr: 'TR',
    'zh-CN': 'CN',
    'zh-TW': 'TW HK MO',
    ja: 'JP',
    vi: 'VN',
    id: 'ID',
    ms: 'MY BN',
    th: 'TH',
    hi: 'IN'
  }).flatMap(([lang, countries]) => countries.split(' ').map((country) => [country, lang]))
)

export const languageOfCountry = (country: string): string => LANGUAGES[country] ?? 'en'
