import { isTitle, latinOf, type KnownWords, type NameWord } from './known-words.ts'
import { consonantKey, isLike, soundKey, spokenThai } from './sounds.ts'
import { spanOf, type Span } from './spans.ts'
import { compactView, latinView, type View } from './view.ts'

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const NAME_SUFFIX =
  /^(?:'?s|es|en|ens|n|e|a|u|o|y|i|om|em|ym|im|ego|emu|owi|ami|ach|ow|ie|iej|ej|oy|oi|oj|aia|aya|ogo|omu|ych|'?(?:n[iu]n|[iuy]n|y[aeiu]|n[aeiu]|[aeiu]|d[ae]n?|t[ae]n?|l[ae]|ler|lar))$/
const TITLE_AFTER =
  /^\s?(?:先生|女士|小姐|太太|经理|經理|总|總|老师|老師|董事长|さん|様|さま|氏|社長|部長|課長|君|ちゃん|님)/u
/** Words of the scripts that set spaces, and what stands between spaces in Thai. */
const WORDS =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}])+(?:['’](?:(?![\p{Script=Han}\p{Script=Thai}])[\p{L}\p{M}])+)?|\p{Script=Thai}+/gu
const THAI_TITLED = /(?:คุณ|นางสาว|นาย|นาง|ดร\.?)\s?(?<name>[\p{Script=Thai}]{2,24})/gu
const HAN_TITLED =
  /(?<name>\p{Script=Han}{1,2})(?=\s?(?:先生|女士|小姐|太太|经理|經理|老师|老師|董事长|さん|様|氏|社長|部長|課長))/gu
const FEWEST_PHONE_DIGITS = 6

/** The client's own name, company, addresses and number, in any case, script, order and spacing. */
export function findOwnWords(view: View, known: KnownWords): Span[] {
  const latin = latinView(view)
  return [
    ...findNeedles(latin, known),
    ...findNames(view, known.names),
    ...findExact(view, known.exact),
    ...findSurnames(view, known.surnames),
    ...findTitled(view, known.names),
    ...findDigits(view, known.phoneDigits)
  ]
}

function findNeedles(latin: View, known: KnownWords): Span[] {
  if (known.needles.length === 0) return []
  const compact = compactView(latin)
  const spans: Span[] = []
  for (const { kind, text } of known.needles)
    for (let at = compact.text.indexOf(text); at >= 0; at = compact.text.indexOf(text, at + 1)) {
      const [from, to] = compact.origin(at, at + text.length)
      const end = endOfWord(latin.original, to)
      if (isWordStart(latin.original, from) && end !== undefined) spans.push({ kind, from, to: end })
    }
  return spans
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
  if (rest === '' || SPACELESS.test(rest) || SPACELESS.test(last)) return at
  if (/^\p{Lu}/u.test(rest) && /\p{Ll}/u.test(last)) return at
  if (/^['’]?\p{N}+$/u.test(rest)) return at + rest.length
  return rest.length <= 5 && !/\p{N}/u.test(rest) ? at + rest.length : undefined
}

interface Word {
  latin: string
  from: number
  to: number
  shown: string
}

function findNames(view: View, names: NameWord[]): Span[] {
  if (names.length === 0) return []
  const words: Word[] = [...view.text.matchAll(WORDS)].map((found) => {
    const [from, to] = view.origin(found.index, found.index + found[0].length)
    const spoken = /^\p{Script=Thai}/u.test(found[0]) ? spokenThai(found[0]) : found[0]
    return { latin: latinOf(spoken), from, to, shown: view.original.slice(from, to) }
  })
  const hits = words.map((word) => bestMatch(word, names))
  const spans: Span[] = []
  for (const [index, word] of words.entries()) {
    const hit = hits[index]
    if (hit === undefined || hit === 'no') continue
    const isBeside = [index - 1, index + 1].some(
      (near) => hits[near] !== undefined && hits[near] !== 'no' && isNear(view.original, words, Math.min(index, near))
    )
    const hasTitle =
      isTitle(words[index - 1]?.latin ?? '') &&
      !/^(?:de|la|le|el|al|do|da|y|e|of|and|und|del|der|den|di|an|von|van)$/.test(words[index - 1]?.latin ?? '')
    if (hit === 'sure' || isBeside || hasTitle) spans.push({ kind: 'name', ...withInitial(view.original, word) })
  }
  return spans
}

const isNear = (text: string, words: Word[], first: number): boolean =>
  /^[\s,.\-–_"'’]{1,3}$/.test(text.slice(words[first]?.to ?? 0, words[first + 1]?.from ?? 0))

/** `E. Muster` and `Muster, E.`: the initial goes along. */
function withInitial(text: string, word: Word): { from: number; to: number } {
  const before = /(?<!\p{L})(?:\p{Lu}\.\s?){1,2}$/u.exec(text.slice(Math.max(0, word.from - 6), word.from))?.[0] ?? ''
  return { from: word.from - before.length, to: word.to }
}

type Hit = 'sure' | 'maybe' | 'no'

function bestMatch(word: Word, names: NameWord[]): Hit {
  let best: Hit = 'no'
  for (const name of names) {
    const hit = matchOf(word, name)
    if (hit === 'sure') return hit
    if (hit === 'maybe') best = hit
  }
  return best
}

function matchOf(word: Word, name: NameWord): Hit {
  const isSame = isInflected(word.latin, name.latin)
  const isLatinWord = /^[\p{Script=Latin}\p{M}'’]+$/u.test(word.shown)
  const isCapital = /^\p{Lu}/u.test(word.shown) || !/\p{Ll}|\p{Lu}/u.test(word.shown)
  if (isSame && isOtherAccent(word.shown, name)) return 'maybe'
  if (isSame) return name.isOrdinary || (name.latin.length < 4 && !isCapital) ? 'maybe' : 'sure'
  const sound = soundKey(word.latin)
  if (sound.length >= 3 && sound === name.sound && word.latin.length >= 3) {
    if (name.isOrdinary) return 'maybe'
    return isLatinWord && name.isLatin && !isCapital && sound.length < 6 ? 'maybe' : 'sure'
  }
  // The vowels of some scripts can't be had from the other's letters.
  if (isLatinWord === name.isLatin || !isCapital) return 'no'
  const consonants = consonantKey(word.latin)
  if (consonants === name.consonants && consonants.length >= 3) return 'sure'
  return isLike(consonants, name.consonants) ? 'maybe' : 'no'
}

/** Trân is not Trần, but Tran may be. */
function isOtherAccent(shown: string, { accented }: NameWord): boolean {
  const word = shown.normalize('NFC').toLowerCase()
  return MARKED.test(word) && MARKED.test(accented) && !word.startsWith(accented.slice(0, -1))
}

const MARKED = /[\u00c0-\u024f\u1e00-\u1eff]/

/** The name itself, or its stem with an ending. */
function isInflected(word: string, name: string): boolean {
  if (word === name) return true
  if (name.length >= 4 && word.startsWith(name)) return NAME_SUFFIX.test(word.slice(name.length))
  const stem = name.replace(/(?:ski|cki|dzki)$/, (end) => end.slice(0, -1)).replace(/[aoeiy]$/, '')
  return (
    stem.length >= 3 &&
    stem !== name &&
    word.startsWith(stem) &&
    /^(?:y|i|e|ie|u|o|a|em|om|ego|emu|im|iej|oj|oy|ej|en)$/.test(word.slice(stem.length))
  )
}

function findExact(view: View, words: string[]): Span[] {
  return words.flatMap((word) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'gu'
    )
    return [...view.original.matchAll(pattern)].map((found) => ({
      kind: 'company' as const,
      from: found.index,
      to: found.index + word.length
    }))
  })
}

function findSurnames(view: View, surnames: string[]): Span[] {
  return surnames.flatMap((surname) => {
    const spans: Span[] = []
    for (let at = view.text.indexOf(surname); at >= 0; at = view.text.indexOf(surname, at + 1)) {
      const title = TITLE_AFTER.exec(view.text.slice(at + surname.length, at + surname.length + 5))
      const isWhole = [...surname].length > 1
      if (title || isWhole) spans.push(spanOf(view, 'name', at, at + surname.length))
    }
    return spans
  })
}

/** A Latin name behind a Thai title or before a Chinese one: those scripts set no spaces. */
function findTitled(view: View, names: NameWord[]): Span[] {
  const spans: Span[] = []
  const add = (found: RegExpExecArray, lengthIn: (name: string) => number) => {
    const name = found.groups?.name ?? ''
    const from = found.index + found[0].indexOf(name)
    const length = lengthIn(name)
    if (length > 0) spans.push(spanOf(view, 'name', from, from + length))
  }
  for (const found of view.text.matchAll(THAI_TITLED))
    add(found, (thai) => longestPrefix(thai, (latin) => names.some((name) => isThaiFor(latin, name))))
  for (const found of view.text.matchAll(HAN_TITLED))
    add(found, (han) => (names.some((name) => name.latin === latinOf(han)) ? han.length : 0))
  return spans
}

const isThaiFor = (latin: string, { consonants }: NameWord): boolean =>
  consonants.length >= 2 && consonantKey(latin) === consonants

function longestPrefix(text: string, matches: (latin: string) => boolean): number {
  for (let length = text.length; length > 0; length--) if (matches(latinOf(text.slice(0, length)))) return length
  return 0
}

/** The last digits of the client's number, whatever stands between them. */
function findDigits(view: View, digits: string): Span[] {
  if (digits.length < FEWEST_PHONE_DIGITS) return []
  const line = view.rewrite((char) =>
    /\d/.test(char) ? char : /[\p{L}]/u.test(char) && char !== 'o' ? ' ' : char === 'o' ? '0' : null
  )
  const tail = digits.slice(-Math.max(FEWEST_PHONE_DIGITS, Math.min(8, digits.length - 2)))
  const spans: Span[] = []
  for (let at = line.text.indexOf(tail); at >= 0; at = line.text.indexOf(tail, at + 1)) {
    const before = /[\d0]*$/.exec(line.text.slice(Math.max(0, at - 8), at))?.[0].length ?? 0
    const start = digits.includes(line.text.slice(at - before, at)) ? at - before : at
    spans.push(spanOf(line, 'phone', start, at + tail.length))
  }
  return spans
}
