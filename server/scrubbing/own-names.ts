import { isWanted } from './called-names.ts'
import { CALLED, isTitle, PARTICLES } from './name-vocabulary.ts'
import type { NameWord } from './name-word.ts'
import { bestMatch, isAkin, isCapital, isLikeTitled, isMisspelt, type Match, type Word } from './name-match.ts'
import { isPlainWord, isVietnameseWords } from './names-that-are-words.ts'
import { isClipped, isClippedPart } from './pet-names.ts'
import { spokenThai } from './sounds.ts'
import type { Span } from './spans.ts'
import { latinText, type View } from './view.ts'

/** Words of the scripts that set spaces, and what stands between spaces in Thai. */
const WORDS =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}])+(?:['’](?:(?![\p{Script=Han}\p{Script=Thai}])[\p{L}\p{M}])+)?|\p{Script=Thai}+/gu
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const SPACED_WORDS = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/gu
const ASCII = /^[\x00-\x7e]*$/
const ASCII_WORDS = /[a-z]+(?:'[a-z]+)?/g
const LATIN = /^[\p{Script=Latin}\p{M}'’]+$/u

/** The words of the client's name, in any script, inflected or as they sound. */
export function findNames(view: View, words: Word[], names: NameWord[]): Span[] {
  if (names.length === 0) return []
  const matches = words.map((word) => bestOf(word, names))
  const isForeign = names.every(({ isLatin, isMailbox }) => !isLatin || isMailbox)
  const spans: Span[] = []
  for (const [index, word] of words.entries()) {
    const match = matches[index] ?? 'no'
    if (match !== 'no' && isMeantAsWord(view.original, words, matches, index)) continue
    if (match === 'no' && isLikeTitled(word, names) && isCalled(view.original, words, index)) {
      spans.push({ kind: 'name', from: word.from, to: word.to })
      continue
    }
    if (match === 'no') {
      if (isMisspelt(word, names)) spans.push({ kind: 'name', from: word.from, to: word.to, why: 'like_the_name' })
      continue
    }
    if (match !== 'sure' && !isMeant(view.original, words, matches, index, names)) {
      if (isMisspelt(word, names)) spans.push({ kind: 'name', from: word.from, to: word.to, why: 'like_the_name' })
      continue
    }
    spans.push({ kind: 'name', ...withInitials(view.original, word) })
    spans.push(...withNeighbours(view.original, words, matches, index, names, isForeign))
  }
  return spans
}

/** Without anything beside that tells of a person. */
function isMeantAsWord(text: string, words: Word[], matches: Match[], index: number): boolean {
  const word = words[index]
  if (!word || (!isPlainWord(text, word.from, word.shown, word.latin) && !isVietnameseWord(text, word))) return false
  if (
    hasTitle(words[index - 1]) ||
    isCalled(text, words, index) ||
    TITLE_BEHIND.test(text.slice(word.to, word.to + 12))
  )
    return false
  return /^\p{Ll}/u.test(word.shown) && /\s/.test(text)
    ? !isBesideAnother(text, words, matches, index) || isVietnameseWord(text, word)
    : !isBesideAnother(text, words, matches, index) &&
        /[\p{L}\p{M}]/u.test(text.slice(0, word.from) + text.slice(word.to))
}

const TITLE_BEHIND = /^\s?(?:जी|से (?:बात|मिल|संपर्क)|को (?:कॉल|फ़ोन|फोन)|さん|様|ちゃん|さま|です|と申|bey|hanım)/iu
const isVietnameseWord = (text: string, { shown }: Word): boolean => isVietnameseWords(text, shown)

const ELISION = /^(?:d|l|qu|all|dall|dell|nell|sull|o)'(?=.{3})/

function bestOf(word: Word, names: NameWord[]): Match {
  if (!word.latin.includes("'")) return bestMatch(word, names)
  const whole = bestMatch(word, names)
  if (whole === 'sure' || !ELISION.test(word.latin)) return whole
  const latin = word.latin.replace(ELISION, '')
  return bestMatch({ latin, isLatin: word.isLatin, shown: word.shown.slice(-latin.length), from: 0, to: 0 }, names)
}

function isMeant(text: string, words: Word[], matches: Match[], index: number, names: NameWord[]): boolean {
  const word = words[index]
  if (!word) return false
  if (hasTitle(words[index - 1]) || isBesideAnother(text, words, matches, index)) return true
  if (TITLE_BEHIND.test(text.slice(word.to, word.to + 12))) return true
  if (!/^\p{Lu}/u.test(word.shown)) return false
  const before = text.slice(Math.max(0, word.from - 40), word.from)
  const initial = /(?<!\p{L})(\p{Lu})\.\s?$/u.exec(before)?.[1]?.toLowerCase()
  if (initial !== undefined) return names.some(({ latin }) => latin.startsWith(initial))
  if (/(?<![\p{L}])\p{Ll}[\p{L}'’]*,?\s$/u.test(before) && names.some((name) => name.isGiven && isClipped(word, name)))
    return true
  return word.latin.length >= 3 && (isCalled(text, words, index) || SAYS_SO.test(text.slice(word.to, word.to + 20)))
}

const SAYS_SO = /^,?\s(?:is my|here(?![\p{L}])|speaking|hier(?![\p{L}])|à l'appareil|al habla|falando|przy telefonie)/u

function isCalled(text: string, words: Word[], index: number): boolean {
  const from = words[index]?.from ?? 0
  const before = text.slice(Math.max(0, from - 40), from)
  return hasTitle(words[index - 1]) || CALLED.test(before) || isWanted(before)
}

/** In another script than the name's, the rest of it can't be known, only that it stands beside. */
function withNeighbours(
  text: string,
  words: Word[],
  matches: Match[],
  index: number,
  names: NameWord[],
  isForeign: boolean
): Span[] {
  const word = words[index]
  const isOtherScript = word?.isLatin === isForeign && names.length > 0
  if (!word || (matches[index] !== 'sure' && !isOtherScript)) return []
  return [index - 1, index + 1].flatMap((near) => {
    const other = words[near]
    if (!other || matches[near] !== 'no' || other.isLatin !== word.isLatin) return []
    if (!isCapital(other.shown)) return isClippedBefore(text, word, other, names) ? [spanOfWord(other)] : []
    const first = Math.min(index, near)
    const between = text.slice(words[first]?.to ?? 0, words[first + 1]?.from ?? 0)
    if (!/^[ \u00a0,]{1,2}$|^-$/.test(between) || (between.includes(',') && near > index)) return []
    if (matches[index] !== 'sure' && !/^\p{Lu}\p{Ll}/u.test(other.shown)) return []
    const isOfName = isOtherScript ? isUnknownRest(other, names) : names.some((name) => isAkin(other, name))
    return isOfName ? [{ kind: 'name' as const, from: other.from, to: other.to }] : []
  })
}

/** "bego iturralde" */
const isClippedBefore = (text: string, word: Word, other: Word, names: NameWord[]): boolean =>
  other.to + 1 === word.from &&
  text[other.to] === ' ' &&
  names.some((name) => name.isGiven === true && isClippedPart(other.latin, name))

const spanOfWord = ({ from, to }: Word): Span => ({ kind: 'name', from, to })

const isUnknownRest = (word: Word, names: NameWord[]): boolean =>
  word.latin.length >= 3 &&
  (/^\p{Lu}\p{Ll}/u.test(word.shown) ||
    names.some((name) => isAkin(word, name)) ||
    /^\p{Script=Katakana}+$/u.test(word.shown))

const SEPARATORS = /[^\p{L}\p{M}'’]+/gu

export function wordsOf(view: View): Word[] {
  const pattern = ASCII.test(view.text) ? ASCII_WORDS : SPACELESS.test(view.text) ? WORDS : SPACED_WORDS
  return [...view.text.matchAll(pattern)].map((found) => {
    const [from, to] = view.origin(found.index, found.index + found[0].length)
    const written = view.original.slice(from, to)
    const shown = to - from === found[0].length ? written : written.replace(SEPARATORS, '')
    const isAscii = ASCII.test(found[0])
    const latin = isAscii ? found[0] : latinText(spokenThai(found[0]))
    return { latin, isLatin: isAscii || LATIN.test(shown), from, to, shown }
  })
}

const hasTitle = (before: Word | undefined): boolean =>
  before !== undefined && isTitle(before.latin) && !PARTICLES.has(before.latin)

function isBesideAnother(text: string, words: Word[], matches: Match[], index: number): boolean {
  return [index - 1, index + 1].some((near) => {
    if (matches[near] !== 'sure' && matches[near] !== 'maybe') return false
    const first = Math.min(index, near)
    return /^[\s,.\-–_"'’]{1,3}$/.test(text.slice(words[first]?.to ?? 0, words[first + 1]?.from ?? 0))
  })
}

export const INITIALS_BEFORE =
  /(?<![\p{L}\p{M}])(?:(?:\p{Lu}['’])?\p{Lu}\.[\s-]{0,2}|(?:[\u0904-\u0939]\p{M}*){1,2}\.\s?){1,3}$/u
export const INITIALS_AFTER = /^,?\s(?:(?:\p{Lu}|[\u0e01-\u0e2e]|[\u0904-\u0939]\p{M}*)\.[\s-]?){1,3}(?![\p{L}])/u

/** `E. Muster` and `Muster, E.`: the initials go along. */
function withInitials(text: string, word: Word): { from: number; to: number } {
  const before = INITIALS_BEFORE.exec(text.slice(Math.max(0, word.from - 12), word.from))?.[0] ?? ''
  const after = INITIALS_AFTER.exec(text.slice(word.to, word.to + 10))?.[0] ?? ''
  const hyphened =
    after === '' ? (/^-\p{Lu}(?:\.|(?![\p{L}\p{N}]))/u.exec(text.slice(word.to, word.to + 4))?.[0] ?? '') : after
  return { from: word.from - before.length, to: word.to + hyphened.trimEnd().length }
}
