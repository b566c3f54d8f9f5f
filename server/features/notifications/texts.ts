import { nearestLanguage } from '../../../shared/languages.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import type { NoticeTexts } from './texts/notice-texts.ts'

const TEXTS: Record<string, NoticeTexts> = { en, de }

export const textsFor = (lang: string): NoticeTexts => TEXTS[nearestLanguage(lang, Object.keys(TEXTS))] ?? en
