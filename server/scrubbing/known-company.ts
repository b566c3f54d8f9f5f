import { GENERIC, HAN_PLACE, HAN_TRADE, LEGAL, NATIVE_LEGAL, ORDINARY, PARTICLES } from './name-vocabulary.ts'
import type { Needle } from './known-words.ts'
import { compactOf, latinOf, nameWord, type NameWord } from './name-word.ts'

const FEWEST_LETTERS = 4

interface Company {
  words: NameWord[]
  needles: Needle[]
  exact: string[]
}

export function companyOf(company: string | undefined): Company {
  const native = (company ?? '').replace(NATIVE_LEGAL, ' ').normalize('NFKC').replace(NATIVE_LEGAL, ' ').trim()
  const latin = latinOf(native).replace(LEGAL, ' ')
  const words = latin
    .split(/[^a-z0-9']+/)
    .map((word) => word.replaceAll("'", ''))
    .filter((word) => word !== '')
  const whole = compactOf(company ?? '')
  const core = words.join('')
  const [first = ''] = words
  const needles: Needle[] = [whole, core].map((text) => ({ kind: 'company' as const, text }))
  if (words.length === 1 && isEveryday(first))
    return { words: [], needles: whole === core ? [] : needles.slice(0, 1), exact: [] }
  if (HAN_OR_KANA.test(native)) return { words: [], needles: [...needles, ...brandNeedles(native)], exact: [] }
  if (words.length === 1)
    return { words: [], needles, exact: core.length < FEWEST_LETTERS ? native.split(/\s+/).slice(0, 1) : [] }
  const parts = native
    .toLowerCase()
    .split(/[\s,.;/()"«»“”&+|-]+/)
    .filter(
      (part) =>
        compactOf(part) !== '' &&
        words.includes(compactOf(part)) &&
        !PARTICLES.has(compactOf(part)) &&
        compactOf(part) !== 'the'
    )
  return {
    words: parts.map(nameWord),
    needles: [...needles, ...partNeedles(words, /[\p{Lu}\p{Ll}]/u.test(native))],
    exact: []
  }
}

/** Without what many companies are called: "greenlight" of "The Green Light Solutions". */
function partNeedles(words: string[], isCased: boolean): Needle[] {
  const isPlain = (word: string) => word.length < 3 || GENERIC.has(word) || PARTICLES.has(word)
  const from = words.findIndex((word) => !isPlain(word))
  const to = words.findLastIndex((word) => !isPlain(word)) + 1
  if (from < 0 || to - from < 1) return []
  const part = words.slice(from, to).join('')
  const isOne = to - from === 1
  const telling = isCased ? words.filter((word) => word.length >= 5 && !isEveryday(word)) : []
  return [
    ...telling.slice(0, 1).map((text) => ({ kind: 'company' as const, text, isPart: telling.length > 1 })),
    ...(part.length >= 6 && !isOne ? [{ kind: 'company' as const, text: part, isPart: true }] : [])
  ]
}

const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** 晨曦 of 上海晨曦贸易, みどり of みどり工房: as it is written, and by its sound in Latin letters. */
function brandNeedles(native: string): Needle[] {
  const core = native.replace(/\s+/g, '').replace(HAN_PLACE, '')
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー]{3,}/u.exec(core)?.[0]
  const brand = kana ?? core.replace(HAN_TRADE, '')
  const signs = [...new Set([core, brand])].filter((text) => [...text].length >= 2 && text !== native)
  return signs.map((text) => ({ kind: 'company', text: compactOf(text), signs: text }))
}

export const isEveryday = (word: string): boolean => GENERIC.has(word) || ORDINARY.has(word)
