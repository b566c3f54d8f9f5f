import type { KnownWords, Needle } from './known-words.ts'
import { findCompany } from './own-company.ts'
import { HAN_TRADE_NEXT } from './name-vocabulary.ts'
import { HAN_WORDS, isNeedleAsWord, isVietnameseWords } from './names-that-are-words.ts'
import { findNames, INITIALS_AFTER, INITIALS_BEFORE, wordsOf } from './own-names.ts'
import { findSurnames, findTitled } from './titled-names.ts'
import { spanOf, type Span } from './spans.ts'
import { compactText, compactView, latinText, type View } from './view.ts'

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const FEWEST_PHONE_DIGITS = 6
const LONGEST_ENDING = 5

/** The client's own name, company, addresses and number, in any case, script, order and spacing. */
export function findOwnWords(view: View, known: KnownWords): Span[] {
  const words = known.names.length + known.company.length > 0 ? wordsOf(view) : []
  const spans = [
    ...findNeedles(view, known),
    ...findNames(view, words, known.names),
    ...findCompany(view.original, words, known)
  ]
  if (known.exact.length > 0) spans.push(...findExact(view, known.exact))
  if (SPACELESS.test(view.text)) spans.push(...findSurnames(view, known.surnames), ...findTitled(view, known.names))
  if (/\d/.test(view.text)) spans.push(...findDigits(view, known.phoneDigits))
  return spans
}

function findNeedles(view: View, known: KnownWords): Span[] {
  const text = compactText(latinText(view.text))
  const present = known.needles.filter((needle) => text.includes(needle.text))
  if (present.length === 0) return []
  const compact = compactView(view)
  const spans: Span[] = []
  const isSpaceless = known.surnames.length > 0
  for (const needle of present)
    for (let at = compact.text.indexOf(needle.text); at >= 0; at = compact.text.indexOf(needle.text, at + 1)) {
      const [from, to] = compact.origin(at, at + needle.text.length)
      const end = endOfWord(view.original, to)
      if (!isMeant(needle, view.original.slice(from, to))) continue
      if (needle.signs?.length === 2 && COUNTED.test(view.original.slice(end ?? to, to + 3))) continue
      if (!isWordStart(view.original, from) || end === undefined) continue
      if (
        READABLE.has(needle.kind) &&
        needle.kind !== 'company' &&
        !needle.isSpread &&
        isNeedleAsWord(view.original, from, end, needle.text)
      )
        continue
      if (needle.kind === 'company' && isVietnameseWords(view.original, view.original.slice(from, end))) continue
      if (needle.signs !== undefined && isBrandAsWord(view.original, end, needle.signs)) continue
      const isReading = isSpaceless && READABLE.has(needle.kind)
      const rest = restOf(needle, view.original.slice(end, end + 12))
      if (rest > 0) spans.push({ kind: needle.kind, from, to: end + rest })
      spans.push({
        kind: needle.kind,
        ...(isReading ? withRest(view.original, from, end) : { from: beginOf(needle, view.original, from), to: end })
      })
    }
  return spans
}

/** What a company does or has, or the end of a clause. */
const COMPANY_AFTER =
  /^(?:有|公司|[这這]|[们們]|需|想|要|打算|目前|是|希望|[计計]|[准準]|[现現]|在|[拥擁]|成立|[员員]工|旗下|[从從]|已|[负負]|[内內]|[团團]|[总總]|[将將]|用|[决決]|的(?:[员員客业業系网網团團店工])|[，,。；;！!、：:\s]|$|の(?:社|店|営)|は|では|が|で)/u
const isBrandAsWord = (text: string, end: number, signs: string): boolean =>
  HAN_WORDS.has(signs) &&
  !COMPANY_AFTER.test(text.slice(end, end + 3)) &&
  HAN_TRADE_NEXT.exec(text.slice(end, end + 4)) === null

/** 暖爐一台 is a stove. */
const COUNTED = /^[一二兩两三\d]\s?[台個个杯斤件把張张條条盒包塊块]/u

/** The trade behind a company of Chinese signs, an initial behind a name. */
const restOf = ({ kind, signs }: Needle, after: string): number =>
  signs !== undefined
    ? (HAN_TRADE_NEXT.exec(after)?.[0].length ?? 0)
    : kind === 'name'
      ? (INITIALS_AFTER.exec(after)?.[0].trimEnd().length ?? 0)
      : 0

/** With the initials before a name. */
const beginOf = ({ kind }: Needle, text: string, from: number): number =>
  kind === 'name' ? from - (INITIALS_BEFORE.exec(text.slice(Math.max(0, from - 12), from))?.[0].length ?? 0) : from

/** So long that it is no ordinary word. */
const isLong = (text: string): boolean => text.length >= 9

function isMeant({ isSpread, isPart, isWord, isReading, signs, text }: Needle, shown: string): boolean {
  if (isReading && /[^\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}ー\s]/u.test(shown)) return false
  if (isWord && !/[\p{L}\p{N}][^\p{L}\p{M}\p{N}]+[\p{L}\p{N}]/u.test(shown)) return false
  if (isSpread) return shown.length >= 2 * text.length - 1
  if (isPart)
    return (
      (!/\s/.test(shown) && (isLong(text) || !/^\p{Ll}+$/u.test(shown))) ||
      (!shown.includes(',') && shown.split(/[\s&+-]+/).every((word) => !/^\p{Ll}/u.test(word)))
    )
  if (signs !== undefined && /[\p{Script=Han}]/u.test(shown)) return shown.replace(/[\s.·-]/g, '') === signs
  return true
}

const READABLE = new Set<Needle['kind']>(['name', 'email', 'company', 'messenger'])
const REST_BEFORE = /(?:(?<![\p{L}])\p{Lu}\p{Ll}{2,15}|[\p{Script=Katakana}ー]{2,8})[ \u00a0・]$/u
const REST_AFTER = /^[ \u00a0・](?:\p{Lu}\p{Ll}{2,15}(?![\p{L}])|[\p{Script=Katakana}ー]{2,8})/u

/** How the rest of a name in Chinese signs is read isn't known, only that it stands beside: "Takahashi Kentaro". */
function withRest(text: string, from: number, to: number): { from: number; to: number } {
  const own = text.slice(from, to)
  if (/[\p{Script=Han}@]/u.test(own) || !/^\p{Lu}|^\p{Script=Katakana}/u.test(own)) return { from, to }
  const before = REST_BEFORE.exec(text.slice(Math.max(0, from - 18), from))?.[0].length ?? 0
  const after = REST_AFTER.exec(text.slice(to, to + 18))?.[0].length ?? 0
  return { from: from - before, to: to + after }
}

const isWordStart = (text: string, at: number): boolean => {
  const before = charBefore(text, at)
  const here = String.fromCodePoint(text.codePointAt(at) ?? 32)
  if (!/[\p{L}\p{N}]/u.test(before) || SPACELESS.test(before) || SPACELESS.test(here)) return true
  // AcmeBerlin, wwwAcme: a capital begins a word.
  return /\p{Ll}/u.test(before) && /\p{Lu}/u.test(here)
}

function charBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1)
  return at === 0 ? '' : code >= 0xdc00 && code <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at)
}

/** The end of the word that goes on with an inflection at most; undefined when it is a longer word. */
function endOfWord(text: string, at: number): number | undefined {
  const last = charBefore(text, at)
  const rest = /^[\p{L}\p{M}\p{N}'’]*/u.exec(text.slice(at, at + 24))?.[0] ?? ''
  if (/^\p{Script=Katakana}/u.test(last)) return at + (/^[ーウオ](?!\p{Script=Katakana})/u.exec(rest)?.[0].length ?? 0)
  if (rest === '' || SPACELESS.test(rest) || SPACELESS.test(last)) return at
  if (/^\p{Lu}/u.test(rest) && /\p{Ll}/u.test(last)) return at
  if (/^['’]?\p{N}+$/u.test(rest)) return at + rest.length
  return rest.length <= LONGEST_ENDING && !/\p{N}/u.test(rest) ? at + rest.length : undefined
}

function findExact(view: View, words: string[]): Span[] {
  return words.flatMap((word) => {
    const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu')
    return [...view.original.matchAll(pattern)].map((found) => ({
      kind: 'company' as const,
      from: found.index,
      to: found.index + word.length
    }))
  })
}

/** The last digits of the client's number, whatever signs stand between them. */
function findDigits(view: View, digits: string): Span[] {
  if (digits.length < FEWEST_PHONE_DIGITS) return []
  const tail = digits.slice(-Math.max(FEWEST_PHONE_DIGITS, Math.min(8, digits.length - 2)))
  if (!onlyDigits(view.text).includes(tail)) return []
  const line = view.rewrite(onlyDigits)
  const spans: Span[] = []
  for (let at = line.text.indexOf(tail); at >= 0; at = line.text.indexOf(tail, at + 1)) {
    const [, last] = line.origin(at, at + tail.length)
    if (/^\p{Nd}{3}/u.test(view.original.slice(last, last + 6))) continue
    const before = /\d*$/.exec(line.text.slice(Math.max(0, at - 8), at))?.[0] ?? ''
    const start = digits.includes(before) ? at - before.length : at
    spans.push(spanOf(line, 'phone', start, at + tail.length))
  }
  return spans
}

/** Letters end a number, except the one that looks like a zero. */
const onlyDigits = (text: string): string =>
  text
    .replaceAll('o', '0')
    .replace(/\p{L}/gu, 'x')
    .replace(/[^\dx]+/g, '')
