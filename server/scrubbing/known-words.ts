import { companyOf, isEveryday } from './known-company.ts'
import { initialsOf } from './initials.ts'
import { GENERIC, isTitle } from './name-vocabulary.ts'
import { compactOf, nameWord, type NameWord } from './name-word.ts'
import { isFreeHost } from './mails.ts'
import { isWordToo, shortNames } from './short-names.ts'
import type { KnownContact } from './scrub.ts'
import { plainText } from './view.ts'

/** Letters and digits that are cut wherever they stand in a row, whatever stands between them. */
export interface Needle {
  kind: 'name' | 'company' | 'email' | 'messenger' | 'address' | 'url'
  text: string
  /** Only with something between all its letters: `E*r*i*k*a`. */
  isSpread?: boolean
  /** Only a part, or the name of the client's host: in one word, or with capitals. */
  isPart?: boolean
  /** One word of several: only with something between its letters. */
  isWord?: boolean
  /** How Chinese signs are read: not in such signs. */
  isReading?: boolean
  /** These very signs, not others that are read the same. */
  signs?: string
}
export interface KnownWords {
  names: NameWord[]
  company: NameWord[]
  /** Words of the company that tell alone who it is. */
  brand: Set<string>
  hosts: string[]
  needles: Needle[]
  /** A company of one short word: only as it is written. */
  exact: string[]
  surnames: string[]
  /** The name's words as they are written, in lower case. */
  initials: string[]
  phoneDigits: string
  handles: Set<string>
}

const FEWEST_LETTERS = 4
const HAN = /^[\p{Script=Han}]{2,4}$/u
const SPACELESS = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Han}]/u

export function knownWords(known: KnownContact): KnownWords {
  const names = namesOf(known.name)
  const host = (known.website ?? '').replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/.*$/, '')
  const hosts = hostsOf(known, host)
  const company = companyOf(
    known.company,
    hosts.map(({ text }) => text)
  )
  const handles = handlesOf(known)
  const mailbox = mailboxNames(known.email, names.words)
  const full = names.words.filter(({ isShort }) => !isShort)
  const needles: Needle[] = [
    ...names.needles.map((text) => ({ kind: 'name' as const, text })),
    ...mailbox
      .filter(() => names.surnames.length > 0)
      .map(({ latin }) => ({ kind: 'name' as const, text: latin, isReading: true })),
    ...company.needles,
    ...hosts,
    { kind: 'email', text: compactOf(known.email ?? '') },
    { kind: 'url', text: compactOf(host) },
    ...handles
      .filter((text) => text.length >= 6 && !GENERIC.has(text))
      .map((text) => ({ kind: 'messenger' as const, text })),
    ...addressesOf(known.address),
    ...full.map(({ latin }) => ({ kind: 'name' as const, text: latin, isSpread: true })),
    ...full.filter(({ latin }) => latin.length >= 8).map(({ latin }) => ({ kind: 'name' as const, text: latin })),
    ...full.map(({ latin }) => ({ kind: 'name' as const, text: reversed(latin) })).filter(isLongEnough)
  ]
  return {
    names: [...names.words, ...mailbox],
    company: company.words,
    brand: company.brand,
    hosts: hosts.map(({ text }) => text),
    needles: needles.filter(({ text, signs }) => text.length >= FEWEST_LETTERS || signs !== undefined),
    exact: company.exact,
    surnames: names.surnames,
    initials: initialsOf(known.name ?? ''),
    phoneDigits: plainText(known.phone ?? '').replace(/\D/g, ''),
    handles: new Set(
      [...handles, ...hosts.map(({ text }) => text), ...full.map(({ latin }) => latin)].filter(
        (word) => word.length >= 3
      )
    )
  }
}

const reversed = (text: string): string => [...text].reverse().join('')
const isLongEnough = ({ text }: Needle): boolean => text.length >= 5 && text !== reversed(text)

/** The name before the top-level domain says who it is, unless many have it. */
function hostsOf({ email }: KnownContact, website: string): Needle[] {
  const hosts = [email?.split('@')[1] ?? '', website].map((host) => host.toLowerCase().replace(/^www\./, ''))
  return [...new Set(hosts)].flatMap((host) => {
    const labels = host.split(/[.。]/)
    const label = labels.at(labels.length > 2 && (labels.at(-2) ?? '').length <= 3 ? -3 : -2) ?? ''
    const text = compactOf(label)
    return labels.length < 2 || text.length < 5 || isFreeHost(label) || isEveryday(text)
      ? []
      : [{ kind: 'url' as const, text, isPart: true }]
  })
}

/** The mailbox and what the client is called in messengers. */
function handlesOf({ email, messengers }: KnownContact): string[] {
  const local = (email ?? '').normalize('NFKC').toLowerCase().split('@')[0]?.replace(/\+.*$/, '') ?? ''
  return [local, compactOf(local), ...(messengers ?? []).map(({ value }) => compactOf(value.replace(/^.*[/:@]/, '')))]
}

/** How names in other scripts are spelt is told by the mailbox: m.saegusa. */
function mailboxNames(email: string | undefined, names: NameWord[]): NameWord[] {
  const pieces = (email?.split('@')[0] ?? '').toLowerCase().split(/[^a-z]+/)
  return pieces
    .filter((piece) => piece.length >= 5 && !isEveryday(piece) && !names.some(({ latin }) => latin === piece))
    .map((piece) => ({ ...nameWord(piece), consonants: '', isMailbox: true }))
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
    words: nameWords(pieces.filter((piece) => !HAN.test(piece))),
    needles: [...orders(latins), ...orders(parts.map(compactOf)), ...spaceless.flatMap(spacelessNeedles)],
    surnames: spaceless.map((piece) => (HAN.test(piece) ? familyPart(piece) : piece))
  }
}

/** With the short forms of the given names. */
function nameWords(pieces: string[]): NameWord[] {
  const words = pieces.map((piece, index) => ({
    ...nameWord(piece),
    ...(index === 0 || index < pieces.length - 1 ? { isGiven: true } : {})
  }))
  const shorts = new Set(words.flatMap(({ latin }) => shortNames(latin)))
  for (const { latin } of words) shorts.delete(latin)
  return [
    ...words,
    ...[...shorts].map((short) => {
      const latin = compactOf(short)
      const isOrdinary = isWordToo(latin) || GENERIC.has(latin)
      return { latin, accented: short, steady: '', sound: '', consonants: '', isLatin: true, isShort: true, isOrdinary }
    })
  ]
}

const familyPart = (han: string): string => han.slice(0, han.length > 3 ? 2 : 1)

/** 王小明: the whole name, turned round for Latin letters, and the given name alone. */
function spacelessNeedles(piece: string): string[] {
  if (/^\p{Script=Han}$/u.test(piece)) return []
  if (!HAN.test(piece)) return [compactOf(piece)]
  const family = familyPart(piece)
  const given = piece.slice(family.length)
  const turned = compactOf(given) + compactOf(family)
  return [compactOf(piece), turned, compactOf(reversed(piece)), ...(given.length === 2 ? [compactOf(given)] : [])]
}

/** The whole name as it stands, with the last word first, with the first word last, and without the middle. */
function orders(words: string[]): string[] {
  if (words.length < 2) return []
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const all = [words.join(''), [last, ...words.slice(0, -1)].join(''), [...words.slice(1), first].join('')]
  if (words.length > 2) all.push(first + last, last + first)
  return [...new Set(all)].filter((text) => text.length > FEWEST_LETTERS)
}

function addressesOf(address: string | undefined): Needle[] {
  return (address ?? '')
    .split(/[,;\n]/)
    .map(compactOf)
    .filter((part) => part.length >= 6 && /\d/.test(part) && /[a-z]/.test(part))
    .map((text) => ({ kind: 'address' as const, text }))
}
