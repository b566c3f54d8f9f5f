import { GENERIC, isTitle, LEGAL, NATIVE_LEGAL, ORDINARY, PARTICLES } from './name-vocabulary.ts'
import type { KnownContact } from './scrub.ts'
import { consonantKey, soundKey, spokenThai, steadyKey } from './sounds.ts'
import { compactText, latinText, plainText } from './view.ts'

/** A word of the client's name. */
export interface NameWord {
  latin: string
  /** As it is written, in lower case. */
  accented: string
  steady: string
  sound: string
  consonants: string
  isLatin: boolean
  /** An ordinary word too: it is the name only beside another part of it or a title. */
  isOrdinary: boolean
}
/** Letters and digits that are cut wherever they stand in a row, whatever stands between them. */
export interface Needle {
  kind: 'name' | 'company' | 'email' | 'messenger' | 'address' | 'url'
  text: string
  /** Only with something between all its letters: `E*r*i*k*a`. */
  isSpread?: boolean
}
export interface KnownWords {
  names: NameWord[]
  needles: Needle[]
  /** A company of one short word: only as it is written. */
  exact: string[]
  surnames: string[]
  phoneDigits: string
  handles: Set<string>
}

const FEWEST_LETTERS = 4
const HAN = /^[\p{Script=Han}]{2,4}$/u
const SPACELESS = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Han}]/u

export const latinOf = (text: string): string => latinText(plainText(text))
export const compactOf = (text: string): string => compactText(latinOf(text))

export function knownWords(known: KnownContact): KnownWords {
  const names = namesOf(known.name)
  const company = companyOf(known.company)
  const handles = handlesOf(known)
  const host = (known.website ?? '').replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/.*$/, '')
  const needles: Needle[] = [
    ...names.needles.map((text) => ({ kind: 'name' as const, text })),
    ...company.needles.map((text) => ({ kind: 'company' as const, text })),
    { kind: 'email', text: compactOf(known.email ?? '') },
    { kind: 'url', text: compactOf(host) },
    ...handles
      .filter((text) => text.length >= 6 && !GENERIC.has(text))
      .map((text) => ({ kind: 'messenger' as const, text })),
    ...addressesOf(known.address),
    ...names.words.map(({ latin }) => ({ kind: 'name' as const, text: latin, isSpread: true }))
  ]
  return {
    names: names.words,
    needles: needles.filter(({ text }) => text.length >= FEWEST_LETTERS),
    exact: company.exact,
    surnames: names.surnames,
    phoneDigits: plainText(known.phone ?? '').replace(/\D/g, ''),
    handles: new Set([...handles, ...names.words.map(({ latin }) => latin)].filter((word) => word.length >= 3))
  }
}

/** The mailbox and what the client is called in messengers. */
function handlesOf({ email, messengers }: KnownContact): string[] {
  const local = (email ?? '').normalize('NFKC').toLowerCase().split('@')[0]?.replace(/\+.*$/, '') ?? ''
  return [local, compactOf(local), ...(messengers ?? []).map(({ value }) => compactOf(value.replace(/^.*[/:@]/, '')))]
}

interface Names {
  words: NameWord[]
  needles: string[]
  surnames: string[]
}

function namesOf(name: string | undefined): Names {
  const parts = plainText(name ?? '')
    .split(/[\s,.;/()"]+/)
    .filter((part) => part !== '')
  const pieces = [...new Set(parts.flatMap((part) => [part, ...part.split('-')]))].filter((piece) => {
    const latin = compactOf(piece)
    return latin.length >= 2 && !isTitle(latin)
  })
  const spaceless = pieces.filter((piece) => SPACELESS.test(piece))
  const latins = pieces.map(compactOf)
  return {
    words: pieces.filter((piece) => !HAN.test(piece)).map(nameWord),
    needles: [...orders(latins), ...orders(parts.map(compactOf)), ...spaceless.flatMap(spacelessNeedles)],
    surnames: spaceless.map((piece) => (HAN.test(piece) ? familyPart(piece) : piece))
  }
}

function nameWord(piece: string): NameWord {
  const latin = compactOf(piece)
  return {
    latin,
    accented: piece.normalize('NFC'),
    steady: steadyKey(latin),
    sound: soundKey(latin),
    consonants: consonantKey(latinOf(spokenThai(piece))),
    isLatin: !/[^\p{Script=Latin}\p{M}\p{N}'’-]/u.test(piece),
    isOrdinary: latin.length < 3 || PARTICLES.has(latin) || ORDINARY.has(latin) || GENERIC.has(latin)
  }
}

const familyPart = (han: string): string => han.slice(0, han.length > 3 ? 2 : 1)

/** 王小明: the whole name, turned round for Latin letters, and the given name alone. */
function spacelessNeedles(piece: string): string[] {
  if (!HAN.test(piece)) return [compactOf(piece)]
  const family = familyPart(piece)
  const given = piece.slice(family.length)
  const turned = compactOf(given) + compactOf(family)
  return [compactOf(piece), turned, ...(given.length === 2 ? [compactOf(given)] : [])]
}

/** The whole name as it stands, with the last word first, with the first word last, and without the middle. */
function orders(words: string[]): string[] {
  if (words.length < 2) return []
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const all = [words.join(''), [last, ...words.slice(0, -1)].join(''), [...words.slice(1), first].join('')]
  if (words.length > 2) all.push(first + last, last + first)
  return [...new Set(all)].filter((text) => text.length > FEWEST_LETTERS)
}

function companyOf(company: string | undefined): { needles: string[]; exact: string[] } {
  const native = (company ?? '').normalize('NFKC').replace(NATIVE_LEGAL, ' ').trim()
  const words = latinOf(native)
    .replace(LEGAL, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const whole = compactOf(company ?? '')
  const core = words.join('')
  const [first = ''] = words
  if (words.length === 1 && isEveryday(first)) return { needles: whole === core ? [] : [whole], exact: [] }
  if (words.length === 1)
    return { needles: [whole, core], exact: core.length < FEWEST_LETTERS ? native.split(/\s+/).slice(0, 1) : [] }
  const isTelling = first.length >= 5 && !isEveryday(first)
  return { needles: [whole, core, ...(isTelling ? [first] : [])], exact: [] }
}

const isEveryday = (word: string): boolean => GENERIC.has(word) || ORDINARY.has(word)

function addressesOf(address: string | undefined): Needle[] {
  return (address ?? '')
    .split(/[,;\n]/)
    .map(compactOf)
    .filter((part) => part.length >= 6 && /\d/.test(part) && /[a-z]/.test(part))
    .map((text) => ({ kind: 'address' as const, text }))
}
