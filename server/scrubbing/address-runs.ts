import { EVIDENCE, reachOf } from './address-reach.ts'
import { addressTokens, CONTINUED, type Token } from './address-tokens.ts'
import { Part } from './address-words.ts'
import { scoreOf } from './address-score.ts'
import type { Span } from './spans.ts'

const ENOUGH = 2.19
const DOUBTFUL = 2
const LABELLED = 1.5
const INTENDED = 1
const MOST_WORDS_FROM_LABEL = 5

/** Parts of an address beside each other, in whatever order and language, that together make one. */
export function findAddressRuns(text: string): Span[] {
  const tokens = addressTokens(text)
  const spans: Span[] = []
  for (let index = 0; index < tokens.length; index++) {
    if (!isEvidence(tokens, index)) continue
    const [from, to] = reachOf(text, tokens, index)
    const span = judged(text, tokens, from, to)
    if (span) spans.push(span)
    index = Math.max(index, to)
  }
  return spans
}

function isEvidence(tokens: Token[], index: number): boolean {
  const token = tokens[index]
  if (!token || (token.part & CONTINUED) > 0) return false
  if (token.isNumber) return (token.part & EVIDENCE) > 0 || isBesideTown(tokens, index) || isLabelled(tokens, index)
  return (token.part & EVIDENCE) > 0
}

/** "20121 Milano", "Sidoarjo 61256" */
function isBesideTown(tokens: Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]]
  if (!token || !/^\d{4,6}$/.test(token.shown) || /00$|^20[0-4]/.test(token.shown)) return false
  return (next?.isName === true && next.gap === ' ') || (before?.isName === true && token.gap === ' ')
}

/** "pod adresem Wólka Prusiecka 41a" */
function isLabelled(tokens: Token[], index: number): boolean {
  let first = index
  while (first > 0 && index - first < 4 && /^,?\s$/.test(tokens[first]?.gap ?? '') && isName(tokens[first - 1])) first--
  return (
    first < index && ((tokens[first - 1]?.part ?? 0) & Part.label) > 0 && /^\s?:?\s$/.test(tokens[first]?.gap ?? '')
  )
}

const isName = (token: Token | undefined): boolean =>
  token !== undefined && token.isName && (token.part & (Part.stop | Part.label)) === 0

function judged(text: string, tokens: Token[], from: number, to: number): Span | undefined {
  if (to < from) return undefined
  const { score, core } = scoreOf(text, tokens, from, to)
  const run = tokens.slice(from, to + 1)
  const hasNumber = run.some(({ isNumber }) => isNumber)
  const isOnlyUnit = core > 0 && core < 1.3 && score < 1.3
  const told = isOnlyUnit ? 0 : Math.max(toldBefore(tokens, from), toldAfter(tokens, to))
  const isMeant =
    core >= 1 || (told > 0 && score >= 1.4 && hasNumber) || (told === LABELLED && score >= 0.8 && hasNumber)
  const begin = tokens[from]?.from ?? 0
  const end = tokens[to]?.to ?? 0
  const isClosed = text[end] === ')' && text.slice(begin, end).includes('(')
  const span = { kind: 'address' as const, from: begin, to: isClosed ? end + 1 : end }
  if (isMeant && score + told >= ENOUGH) return span
  return core >= 1.5 && told > 0 && hasNumber && score + told >= DOUBTFUL
    ? { ...span, why: 'maybe_address' }
    : undefined
}

/** How much the words before say that a place follows. */
function toldBefore(tokens: Token[], from: number): number {
  let told = 0
  for (let index = from; index > Math.max(0, from - MOST_WORDS_FROM_LABEL); index--) {
    if (/[.!?;\n]/.test((tokens[index]?.gap ?? '').replace(/^\n$/, ''))) break
    const part = tokens[index - 1]?.part ?? 0
    if (part & Part.label) told = Math.max(told, LABELLED)
    if (part & Part.intent) told = Math.max(told, INTENDED)
  }
  return told
}

/** "… ist unsere Adresse" */
const toldAfter = (tokens: Token[], to: number): number =>
  [1, 2, 3, 4].some(
    (by) =>
      ((tokens[to + by]?.part ?? 0) & Part.label) > 0 &&
      tokens.slice(to + 1, to + by + 1).every(({ gap }) => gap === ' ')
  )
    ? LABELLED
    : 0
