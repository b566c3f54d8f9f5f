import { findCalled } from './called-names.ts'
import { withTops } from './encodings.ts'
import { findExtensions } from './extensions.ts'
import { findIbans } from './ibans.ts'
import { knownWords, type KnownWords } from './known-words.ts'
import { findHanNicknames } from './han-nicknames.ts'
import { findInitials } from './initials.ts'
import { findLinks } from './links.ts'
import { leetView, oneAlphabet } from './look-alikes.ts'
import { withLegalForm } from './legal-forms.ts'
import { looseEnds } from './loose-ends.ts'
import { findMails } from './mails.ts'
import { findMeantHandles } from './meant-handles.ts'
import { findNamedPersons } from './named-persons.ts'
import { findMessengers, namesMessenger } from './messengers.ts'
import { findOwnWords } from './own-words.ts'
import { findPhones } from './phones.ts'
import { findSpelledNumbers } from './spelled-numbers.ts'
import type { CutKind, Span } from './spans.ts'
import { findStreets } from './streets.ts'
import { joinedView, plainView, type View } from './view.ts'

/** What is known of the client, to be cut wherever it is written. */
export interface KnownContact {
  name?: string | undefined
  company?: string | undefined
  phone?: string | undefined
  email?: string | undefined
  messengers?: { type: string; value: string }[] | undefined
  website?: string | undefined
  address?: string | undefined
}
export interface ScrubOptions {
  /** ISO 3166-1: whose numbering plan is meant when a number has no prefix. */
  country: string
}

export interface Cut {
  kind: CutKind
  /** Offsets in the text as it was given. */
  from: number
  to: number
}
export interface Doubt extends Cut {
  /** Why a person has to look. The offsets are those in the scrubbed text. */
  why: string
}
export interface Scrubbed {
  text: string
  cuts: Cut[]
  doubts: Doubt[]
}

export const GAP = '[…]'

/** Takes everything out of a text by which its writer can be reached or known, and leaves gaps. */
export function scrub(text: string, known: KnownContact, options: ScrubOptions): Scrubbed {
  return scrubber(known, options)(text)
}

/** For several texts of one client. */
export function scrubber(known: KnownContact, options: ScrubOptions): (text: string) => Scrubbed {
  const words = knownWords(known)
  return (text) => cut(text, find(text, words, options.country))
}

function find(text: string, words: KnownWords, country: string): Span[] {
  const plain = withTops(oneAlphabet(plainView(text)))
  const joined = joinedView(plain)
  const isKnown = (word: string) => words.handles.has(word.toLowerCase())
  const spans = [...findIn(plain, words, country, isKnown), ...findStreets(text)]
  spans.push(...findInitials(text, words.initials), ...findHanNicknames(text, words.initials))
  if (joined) spans.push(...findIn(joined, words, country, isKnown))
  const leet = leetView(plain, (word) =>
    words.needles.some(({ text }) => text.startsWith(word.slice(0, 4)) || word.startsWith(text))
  )
  if (leet) spans.push(...findOwnWords(leet, words))
  spans.push(...wholeHandles(text, spans))
  spans.push(...looseEnds(text, spans), ...findNamedPersons(text))
  spans.push(...findCalled(text, spans))
  return [...spans.map((span) => withLegalForm(text, asSure(span, spans))), ...findExtensions(text, spans)]
}

/** What may be a handle is one when the client's own name is in it. */
function asSure(span: Span, all: Span[]): Span {
  if (span.why === undefined || span.kind !== 'messenger') return span
  const isOwn = all.some(
    ({ why, kind, from, to }) => why === undefined && OWN.has(kind) && from < span.to && span.from < to
  )
  return isOwn ? { kind: span.kind, from: span.from, to: span.to } : span
}

const HANDLE = /[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*/g

/** `muster-e`, `musterDE`: what hangs on an own word in small letters, or a few capitals behind it, goes along. */
function wholeHandles(text: string, spans: Span[]): Span[] {
  return spans.flatMap((span) => {
    if (span.why !== undefined || !OWN.has(span.kind)) return []
    const start = Math.max(0, span.from - 40)
    for (const { 0: token, index } of text.slice(start, span.to + 40).matchAll(HANDLE)) {
      const [from, to] = [start + index, start + index + token.length]
      if (from > span.from || to < span.to || (from === span.from && to === span.to)) continue
      const isSmall = /[._-]/.test(token) && !/[A-Z]/.test(token)
      const rest = text.slice(span.to, to)
      const isMarked =
        from === span.from && /^(?!(?:AG|KG|SE|SA|UG|OG|BV|NV|AB|AS|OY|SL|LLC|INC|LTD|PLC)$)[A-Z\d]{1,4}$/.test(rest)
      return isSmall || isMarked ? [{ kind: span.kind, from, to }] : []
    }
    return []
  })
}

const OWN = new Set<CutKind>(['name', 'company', 'email', 'messenger'])

function findIn(view: View, words: KnownWords, country: string, isKnown: (word: string) => boolean): Span[] {
  const isNamed = namesMessenger(view.text)
  return [
    ...findMails(view, isKnown),
    ...findLinks(view, country, isKnown),
    ...findIbans(view),
    ...findMessengers(view, isKnown, isNamed),
    ...(isNamed ? findMeantHandles(view, words) : []),
    ...findPhones(view, country),
    ...findSpelledNumbers(view),
    ...findOwnWords(view, words)
  ]
}

/** Overlapping finds are one cut of the first one's kind; gaps with nothing but signs between them become one. */
function cut(text: string, spans: Span[]): Scrubbed {
  const sure = merge(spans.filter(({ why }) => why === undefined))
  let scrubbed = ''
  let end = 0
  const doubts: Doubt[] = []
  const open = spans.filter(
    ({ why, from, to }) => why !== undefined && !sure.some((one) => one.from < to && from < one.to)
  )
  const moved: { from: number; by: number }[] = []
  for (const { from, to } of sure) {
    const between = text.slice(end, from)
    const continues = scrubbed.endsWith(GAP) && /^[\s,.;:/|()&+-]{0,3}$/.test(between) && end > 0
    scrubbed += continues ? '' : between + GAP
    end = to
    moved.push({ from: to, by: scrubbed.length - to })
  }
  scrubbed += text.slice(end)
  for (const { kind, from, to, why = '' } of open) {
    const by = moved.findLast((one) => one.from <= from)?.by ?? 0
    doubts.push({ kind, from: from + by, to: to + by, why })
  }
  return { text: scrubbed, cuts: sure, doubts }
}

function merge(spans: Span[]): Cut[] {
  const sorted = [...spans].sort((one, other) => one.from - other.from || other.to - one.to)
  const merged: Cut[] = []
  for (const { kind, from, to } of sorted) {
    const last = merged.at(-1)
    if (last && from < last.to) last.to = Math.max(last.to, to)
    else if (to > from) merged.push({ kind, from, to })
  }
  return merged
}
