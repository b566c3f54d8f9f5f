import { isAmount } from './address-numbers.ts'
import { CONTINUED, type Token } from './address-tokens.ts'
import { Part } from './address-words.ts'

export const EVIDENCE =
  Part.before |
  Part.behind |
  Part.unit |
  Part.quarter |
  Part.site |
  Part.box |
  Part.distance |
  Part.landmark |
  Part.postcode
const GOES_ON = EVIDENCE | Part.mark | Part.side | Part.link
const AFTER_NUMBER = Part.before | Part.behind | Part.unit | Part.side | Part.distance
const NAMED_BEFORE = EVIDENCE | Part.mark | Part.label
const GAP = /^(?:\s?[,،;/·|–—(-]\s{0,2}|\)?[,.]?\s{1,2}|\.-|[.:)]{1,2}\s?|\s?,?\n|\s[-–(]\s?|\s?:\s?|)$/u
const MOST_NAMES_BEFORE = 4
const MOST_NAMES_BEHIND = 7

/** How far an address goes from one of its parts. */
export function reachOf(text: string, tokens: Token[], start: number): [number, number] {
  let [first, last] = [start, start]
  while (first > 0 && isJoined(tokens, first) && isAllowed(text, tokens, first - 1)) first--
  for (;;) {
    const more = isJoined(tokens, last + 1) && isAllowed(text, tokens, last + 1) ? 1 : bridgeAfter(text, tokens, last)
    if (more === 0) break
    last += more
  }
  return trimmed(tokens, first, last)
}

/** Whether the token at `index` goes on with what stands before it. */
function isJoined(tokens: Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (!before || !token || !GAP.test(token.gap)) return false
  if (token.gap === '' && (before.isNumber || !(before.part & (EVIDENCE | Part.mark)))) return false
  if (token.gap.includes(':') && !(before.part & NAMED_BEFORE)) return false
  if (!/^[.)]{1,2}\s/.test(token.gap) || !token.isName || isDated(tokens, index)) return true
  // A sentence may end here.
  if (before.isNumber) return (token.part & AFTER_NUMBER) > 0
  return before.part > 0 || [...before.shown].length <= 3
}

/** "Straße des 17. Juni" */
function isDated(tokens: Token[], index: number): boolean {
  const [other, link] = [tokens[index - 1], tokens[index - 2]]
  return other !== undefined && link !== undefined && other.isNumber && (link.part & (Part.link | CONTINUED)) > 0
}

function isAllowed(text: string, tokens: Token[], index: number): boolean {
  const token = tokens[index]
  if (!token) return false
  if (token.part & GOES_ON) return true
  if (token.part & Part.stop) return isDated(tokens, index)
  if (token.part & Part.intent && !token.isName)
    return tokens[index + 1]?.isNumber === true && tokens[index + 1]?.gap === ' '
  if (token.part & Part.label && !token.isName) return false
  if (token.isNumber) return !isAmount(text.slice(token.to, token.to + 3))
  return token.isName || (token.shown.length <= 3 && isBetweenNames(tokens, index))
}

/** "Penn ar Roz" */
const isBetweenNames = (tokens: Token[], index: number): boolean =>
  [index - 1, index + 1].every((near) => tokens[near]?.isName && !((tokens[near]?.part ?? 0) & Part.stop)) &&
  tokens[index]?.gap === ' ' &&
  tokens[index + 1]?.gap === ' '

/** "PLZ ist 50442", "CAP è 20121" */
const IS = /^(?:is|ist|es|est|è|é|e|adalah|ialah|là|to|jest|nosso|our|है)$/u
const BRIDGE = /^(?:pod|al|en|el|im|in|at|a|w|with|und|and|y|e|et|com|con|dengan|üzerinde|в|на|under|mit|au|à|o)$/u

/** How many tokens more belong to it though words stand between. */
function bridgeAfter(text: string, tokens: Token[], last: number): number {
  const isCode = ((tokens[last]?.part ?? 0) & Part.postcode) > 0
  if (isCode && IS.test(tokens[last + 1]?.shown ?? '') && tokens[last + 2]?.isNumber) return 2
  const more = markedAfter(tokens, last) || nameAfter(tokens, last)
  const end = tokens[last + more]?.to ?? 0
  return more > 0 && isAmount(text.slice(end, end + 3)) ? 0 : more
}

/** "Bahnhofstraße, Hausnummer 17", "al civico 9", "pod numerem 17", "üzerinde 77 numara" */
function markedAfter(tokens: Token[], last: number): number {
  for (let length = 2; length <= 3; length++) {
    const [mark, value] = [tokens[last + length], tokens[last + length + 1]]
    if (!mark || !value) return 0
    if (!tokens.slice(last + 1, last + length).every(({ shown }) => BRIDGE.test(shown))) continue
    if ((mark.part & (Part.mark | Part.unit)) > 0 && value.isNumber) return length + 1
    if (mark.isNumber && (value.part & Part.mark) > 0 && mark.gap === ' ') return length + 1
  }
  return 0
}

/** A street's name in small letters before its number. */
function nameAfter(tokens: Token[], last: number): number {
  const kind = tokens[last]
  if (!kind || (kind.part & (Part.before | Part.weak)) !== Part.before) return 0
  if (kind.shown.length < 3 || /^via/i.test(kind.shown)) return 0
  for (let length = 1; length <= 4; length++) {
    const token = tokens[last + length]
    if (!token || !/^[,.]?\s$/.test(token.gap)) return 0
    if (token.isNumber) return length > 1 ? length : 0
    if ((token.part & Part.stop && length === 1) || !(/^\p{Ll}/u.test(token.shown) || token.isName)) return 0
  }
  return 0
}

/** Names that stand far from every part of the address are none of it. */
function trimmed(tokens: Token[], first: number, last: number): [number, number] {
  let [from, to] = [first, last]
  while (from < last && !isPart(tokens[from])) from++
  while (to > from && !isPart(tokens[to])) to--
  return [withNamesBefore(tokens, first, from), withNamesBehind(tokens, to, last)]
}

const isPart = (token: Token | undefined): boolean =>
  token !== undefined && (token.isNumber || (token.part & (EVIDENCE | Part.side)) > 0)

function withNamesBefore(tokens: Token[], first: number, start: number): number {
  let from = start
  let pieces = 0
  while (from > first && start - from < MOST_NAMES_BEFORE) {
    const part = tokens[from - 1]?.part ?? 0
    if (part & (Part.stop | Part.label)) break
    if (part & Part.intent && !(tokens[from]?.isNumber && tokens[from]?.gap === ' ')) break
    if (/[,\n;]/.test(tokens[from]?.gap ?? '') && ++pieces > 2) break
    from--
  }
  while (from < start && isLinkOnly(tokens[from])) from++
  return from
}

function withNamesBehind(tokens: Token[], start: number, last: number): number {
  let to = start
  while (to < last && to - start < MOST_NAMES_BEHIND && !((tokens[to + 1]?.part ?? 0) & (Part.stop | Part.label))) to++
  while (to > start && isLinkOnly(tokens[to])) to--
  return to
}

const isLinkOnly = (token: Token | undefined): boolean =>
  token !== undefined && !token.isName && !token.isNumber && (token.part & Part.link) > 0 && !(token.part & EVIDENCE)
