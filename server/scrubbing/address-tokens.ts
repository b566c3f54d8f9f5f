import { isTimeOfDay } from './address-numbers.ts'
import { ADDRESS_WORDS, COMPOUND, Part, PHRASE_STARTS } from './address-words.ts'

export interface Token {
  shown: string
  from: number
  to: number
  /** A sum of parts. */
  part: number
  /** A name begins with a capital, or is of a script that has none. */
  isName: boolean
  isNumber: boolean
  /** What stands between it and the token before. */
  gap: string
}

const SHORTENED =
  'P\\.zza|p\\.zza|V\\.le|v\\.le|C\\.so|c\\.so|L\\.go|P\\.le|p\\.le|C\\.da|C\\.\\s?P\\.(?=\\s?\\d)|c\\.da|S\\.[SPR]\\.|[Cc]/(?=\\s?\\p{L})|[аА]/[яЯ]|s/n|S/N|P\\.?\\s?O\\.?\\s?B(?:ox|OX)|p\\.?o\\.? box|ص\\.ب\\.?|N\\.W\\.|H\\.?No\\.?|[Nn]\\.?[º°]\\.?|[Nn]úm\\.'
const CODE =
  '[A-Z]{1,2}-\\d{1,3}A?-\\d{1,4}A?(?!\\d)|\\p{Lu}{1,3}-?\\d+[A-Z]?\\d?(?:[-/]\\p{L}?\\d+)*(?![\\p{L}\\p{Nd}])|\\p{Lu}{1,2}-\\d{1,4}(?:-\\d{1,4})?'
const NUMBER =
  '\\d[A-Z]{2}(?![\\p{L}\\d])|\\d[A-Z]\\d(?![\\p{L}\\d])|#?\\p{Nd}+(?:[-–/.,+]\\p{Nd}+)*(?:[-/]?\\p{L}\\p{M}*(?![\\p{L}\\p{Nd}])|(?:st|nd|rd|th|er|re|bis)(?![\\p{L}\\p{Nd}])|-[яйе](?!\\p{L}))?(?:\\.?[ºª°])?'
const WORD = "\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}[\\p{L}\\p{M}]*)*(?:-\\p{L}[\\p{L}\\p{M}'’]*)*"
const TOKENS = new RegExp(`${SHORTENED}|${CODE}|${NUMBER}|${WORD}|[#№]`, 'gu')
const HAS_DIGIT = /\p{Nd}/u
const NAME = /^\p{Lu}|^[\p{Script=Devanagari}\p{Script=Arabic}]|^\p{Ll}{1,4}['’]\p{Lu}/u
const LONGEST_PHRASE = 3

/** The words and numbers of a text with what they may be in an address. */
export function addressTokens(text: string): Token[] {
  const tokens: Token[] = []
  const lower: string[] = []
  let end = 0
  for (const { 0: shown, index } of text.matchAll(TOKENS)) {
    const first = shown.charCodeAt(0)
    const isNumber = (first >= 48 && first <= 57) || HAS_DIGIT.test(shown)
    const to = index + shown.length
    const isTime = isNumber && isTimeOfDay(shown, lower.at(-1) ?? '', text.slice(to, to + 8))
    tokens.push({
      shown,
      from: index,
      to,
      part: isTime ? Part.stop : 0,
      isName: !isNumber && !(first >= 97 && first <= 122 && shown.length < 3) && NAME.test(shown),
      isNumber: isNumber && !isTime,
      gap: text.slice(end, index)
    })
    lower.push(isNumber ? shown : keyOf(shown))
    end = to
  }
  for (let index = 0; index < tokens.length; index++) index += mark(text, tokens, lower, index)
  return tokens
}

const ASCII = /^[\x00-\x7f]*$/

function keyOf(word: string): string {
  const lower = word.toLowerCase().replace(/(?<=\.)\s/, '')
  return ASCII.test(lower) ? lower : lower.normalize('NFC').replace('i̇', 'i').replace('’', "'")
}

/** Marks the longest phrase that begins here; says how many tokens more it takes. */
function mark(text: string, tokens: Token[], lower: string[], index: number): number {
  const token = tokens[index]
  if (!token || token.part > 0) return 0
  let phrase = lower[index] ?? ''
  let found = partOf(phrase, text[token.to], token)
  let length = 0
  const isStart = PHRASE_STARTS.has(phrase)
  for (let next = 1; isStart && next < LONGEST_PHRASE; next++) {
    const gap = tokens[index + next]?.gap ?? ''
    if (gap !== ' ' && gap !== '. ' && gap !== '.') break
    phrase += (gap.startsWith('.') ? '.' : '') + ' ' + (lower[index + next] ?? '')
    const last = tokens[index + next]
    const part = last && partOf(phrase, text[last.to], last)
    if (part !== undefined && part > 0 && !(part & Part.stop)) [found, length] = [part, next]
  }
  token.part = found
  for (let next = 1; next <= length; next++) {
    const other = tokens[index + next]
    if (other) other.part = found | CONTINUED
  }
  return length
}

/** The second word of a phrase. */
export const CONTINUED = 1 << 20

function partOf(word: string, next: string | undefined, token: Token): number {
  if (token.isNumber) return partOfNumber(token.shown)
  const dotted = next === '.' || next === ':' ? ADDRESS_WORDS.get(word + next) : undefined
  const part =
    (dotted ?? 0) |
    (ADDRESS_WORDS.get(word) ?? (word.endsWith('.') ? ADDRESS_WORDS.get(word.slice(0, -1)) : undefined) ?? 0)
  if (part > 0) return part
  const stem = word.includes("'") ? (ADDRESS_WORDS.get(word.slice(0, word.indexOf("'"))) ?? 0) : 0
  if (stem & (Part.before | Part.behind | Part.site)) return stem
  return token.isName && word.length > 5 && COMPOUND.test(word) ? Part.behind | COMPOUNDED : 0
}

/** Ordinals of Russian streets, flats of towers in Malaysia, roads by their code. */
function partOfNumber(shown: string): number {
  if (/^\d{1,2}-[яйе]$/u.test(shown)) return Part.before
  if (/^[A-Z]{1,2}-\d{1,3}A?-\d{1,4}A?$/.test(shown)) return Part.unit
  if (/^(?:\d{5}-\d{3}|\d{2}-\d{3}|[A-Z]\d{4}|(?:D|DE|A|AT|CH|F|FR|B|BE|I|IT|E|L|LU|NL|PL)-\d{4,5})$/.test(shown))
    return Part.postcode
  return 0
}

/** Name and kind of street in one. */
export const COMPOUNDED = 1 << 21
