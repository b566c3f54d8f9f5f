import { isShelf, isStep } from './address-numbers.ts'
import { COMPOUNDED, CONTINUED, type Token } from './address-tokens.ts'
import { Part } from './address-words.ts'

const CODED = 1.2
const STREET = Part.before | Part.behind
const NEAR = 7

interface Score {
  score: number
  /** Without what is a part of an address only beside other parts. */
  core: number
}
interface Counts {
  streets: number
  units: number
  houses: number
  quarters: number
  sites: number
  boxes: number
  others: number
}

/** How much of an address the tokens are. */
export function scoreOf(text: string, tokens: Token[], first: number, last: number): Score {
  const run = tokens.slice(first, last + 1)
  const after = tokens[last + 1]
  const isBeforeThing = after !== undefined && after.gap === ' ' && /^\p{Ll}{3}/u.test(after.shown) && after.part === 0
  const isCounted = (token: Token | undefined): boolean => isBeforeThing && token === run.at(-1)
  const counts: Counts = { streets: 0, units: 0, houses: 0, quarters: 0, sites: 0, boxes: 0, others: 0 }
  for (const [index, token] of run.entries()) if (!(token.part & CONTINUED)) count(counts, run, index, isCounted)
  const { streets, units, houses, quarters, sites, boxes, others } = counts
  const postcode = postcodeScore(text, run)
  if (postcode === 0 && isOnShelf(tokens, first, last)) return { score: 0, core: 0 }
  const places = streets + Math.min(quarters, 3) + Math.min(sites, 2) + boxes + postcode
  const core = (others >= 3 ? 1 : 0) + places + Math.min(units, 3) * 1.2 + Math.min(houses, 1) * 0.6
  const hasName = run.some(({ isName, part }) => isName && (part & ~(Part.link | COMPOUNDED)) === 0)
  if (places === 0 && !hasName && houses === 0) return { score: Math.min(core, 1.4), core }
  const bare = bareScore(run, isCounted)
  if (core - postcode - (boxes === CODED ? CODED : 0) + bare === 0) return { score: 0, core: 0 }
  const pieces = run.filter((token, index) => index > 0 && /,|\n/.test(token.gap) && token.isName && token.part === 0)
  const score = core + others + bare + (bare > 0 && postcode > 1 ? 0.3 : 0) + Math.min(pieces.length, 2) * 0.25
  const hasNumber = run.some(({ isNumber, shown }) => isNumber || /^(?:s\/n|snc)$/i.test(shown))
  return { score: hasNumber ? score : score - 0.5, core }
}

/** "Regal 12 in Gang 7": also where the shelf stands some words before. */
const isOnShelf = (tokens: Token[], first: number, last: number): boolean =>
  tokens.slice(Math.max(0, first - 3), last + 1).some(({ shown }, at, near) => isShelf(shown) && near[at + 1]?.isNumber)

type IsCounted = (token: Token | undefined) => boolean

function count(counts: Counts, run: Token[], index: number, isCounted: IsCounted): void {
  const token = run[index]
  if (!token) return
  const [before, next] = [run[index - 1], nextOf(run, index)]
  const is = (part: number): boolean => (token.part & part) > 0
  if (is(STREET)) counts.streets = Math.max(counts.streets, streetScore(run, index, isCounted))
  if (is(Part.unit) && (token.isNumber || isValue(next) || isOrdinal(before))) {
    counts.units++
    if (is(Part.house)) counts.houses++
  } else if (is(Part.quarter) && (isPlaceName(next) || isPlaceName(before))) counts.quarters++
  else if (is(Part.quarter) && next?.isNumber) counts.quarters += 0.8
  else if (is(Part.site) && (isPlaceName(next) || isPlaceName(before))) counts.sites++
  else if (next?.isNumber && !is(Part.side)) countNumber(counts, run, token, next, isCounted)
  else counts.others += otherScore(run, token, before, next)
}

function otherScore(run: Token[], token: Token, before: Token | undefined, next: Token | undefined): number {
  if (token.part & Part.side) return token.shown.length > 5 ? 0.6 : 0
  if (token.part & Part.distance && before?.isNumber) return run.some(isRoad) ? 3 : 1
  return token.part & Part.landmark && token.isName && isPlaceName(next) ? 0.8 : 0
}

function countNumber(counts: Counts, run: Token[], { part }: Token, next: Token, isCounted: IsCounted): void {
  if (part & Part.box) counts.boxes = 3
  else if (part & Part.postcode && isPostcode(next)) counts.boxes = Math.max(counts.boxes, CODED)
  else if (part & Part.distance) counts.others += run.some(isRoad) ? 3 : run.some(isHighway) ? 2 : 1
  else if (part & Part.mark && !isCounted(next)) counts.others += 0.5
}

const isPostcode = (token: Token): boolean =>
  /^(?:\d{4,6}|\d{5}-\d{3,4}|\d{2}-\d{3}|[A-Z]{1,2}\d[A-Z\d]?|[A-Z]\d[A-Z]|[A-Z]{1,2}-\d{4,5})$/.test(token.shown)
/** BR-116 */
const isRoad = ({ shown }: Token): boolean => /^[A-Z]{1,3}-\d{1,4}$/.test(shown)
const isHighway = ({ shown }: Token): boolean =>
  /^(?:carr|carretera|ctra|autopista|autovía|ruta|rod|rodovia|estrada|route|rte|statale|provinciale|szosa|highway|hwy)\.?$/iu.test(
    shown
  )
const isPlaceName = (token: Token | undefined): boolean =>
  token !== undefined && token.isName && (token.part & (Part.stop | Part.link)) === 0
const isValue = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^[.:]?\s?$/.test(token.gap) &&
  ((token.isNumber && !YEAR.test(token.shown)) || /^(?:\p{Lu}|[IVX]{1,4})$/u.test(token.shown))
const isOrdinal = (token: Token | undefined): boolean =>
  token !== undefined && /^\d{1,3}(?:[ºª°]|st|nd|rd|th|er|\p{L})$/u.test(token.shown)
const YEAR = /^(?:19|20)\d\d$|^365$/

/** Behind marks and links. */
const nextOf = (run: Token[], index: number): Token | undefined =>
  run
    .slice(index + 1, index + 4)
    .find((token) => token.isNumber || (token.part & (Part.mark | Part.link | CONTINUED)) === 0)

/** A kind of street with its name and a number. */
function streetScore(run: Token[], index: number, isCounted: IsCounted): number {
  const token = run[index]
  if (!token) return 0
  const [before, next] = [run[index - 1], nextOf(run, index)]
  const isBehind = (token.part & COMPOUNDED) > 0 || ((token.part & Part.behind) > 0 && isNamedBefore(before, token))
  const isBefore = (token.part & Part.before) > 0 && next !== undefined
  if (!isBefore && !isBehind) return 0
  const name = isBefore && !isBehind && next.isNumber ? next : undefined
  const hasNumber = run.some(
    (other, at) =>
      other !== name &&
      Math.abs(at - index) <= NEAR &&
      HOUSE.test(other.shown) &&
      !YEAR.test(other.shown) &&
      !isCounted(other)
  )
  const isWeak = (token.part & Part.weak) > 0
  if (hasNumber) return isWeak ? (isBefore ? 2.2 : 2) : 3
  return isWeak ? 0.7 : 1.5
}

const HOUSE = /^#?\p{Nd}{1,5}(?!\p{Nd})|^s\/n$/iu

const isNamedBefore = (before: Token | undefined, { gap }: Token): boolean =>
  before !== undefined && /^\.?\s?$/.test(gap) && (isPlaceName(before) || /^\d+(?:st|nd|rd|th|\.)?$/.test(before.shown))

const UK =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z]\s\d[A-Z]\d|[A-Z]\d{2}\s[A-Z\d]{4})(?![\p{L}\d])/u
const MARKED =
  /(?<![\p{L}\d-])(?:\d{5}-\d{3}|\d{2}-\d{3}|〒?\d{3}-\d{4}|(?:D|DE|A|AT|CH|F|FR|B|BE|I|IT|E|L|LU|NL|PL)-\d{4,5}|[A-Z]\d{4}(?:[A-Z]{3})?|\d{3}\s\d{2}|\d{4}\s[A-Z]{2})(?![\p{L}\d-])/u
/** Standards and products are in capitals. */
const isTown = (token: Token | undefined): boolean =>
  token !== undefined && token.isName && (token.part & Part.stop) === 0 && !/^\p{Lu}{2}/u.test(token.shown)

/** A postcode with its town, or one of a form that nothing else has. */
function postcodeScore(text: string, run: Token[]): number {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return 0
  const shown = text.slice(first.from, last.to)
  if (UK.test(shown)) return 2.2
  if (MARKED.test(shown)) return 1.7
  let best = 0
  for (const [index, { shown: number, gap }] of run.entries()) {
    if (!/^\d{4,6}$/.test(number) || YEAR.test(number) || number.endsWith('00')) continue
    const [before, next] = [run[index - 1], run[index + 1]]
    const isBefore = isTown(next) && /^\s?,?\s?$/.test(next?.gap ?? '')
    if (isBefore || (index > 1 && isTown(before) && /^[\s,–-]{1,3}$/.test(gap)))
      best = Math.max(best, number.length === 4 ? 0.7 : 1.2)
  }
  return best
}

const BARE = /^\d{1,4}(?:\D|$)|^[A-Z]\d{0,2}\/\d/
const isPlainName = (token: Token | undefined): boolean =>
  token !== undefined && token.isName && (token.part & ~(Part.site | Part.side)) === 0 && !isStep(token.shown)

/** A name with a number that nothing calls a street. */
const bareScore = (run: Token[], isCounted: IsCounted): number =>
  run.some((token, index) => {
    if (!BARE.test(token.shown) || (token.part & Part.postcode) > 0 || YEAR.test(token.shown) || isCounted(token))
      return false
    const [before, next] = [run[index - 1], run[index + 1]]
    if (next?.gap === ' ' && /^\d{3}$/.test(next.shown)) return false
    if (isPlainName(before) && /^,?\s$/.test(token.gap)) return true
    if (before && before.part & Part.mark && isPlainName(run[index - 2])) return true
    return index === 0 && isPlainName(next) && /^,?\s$/.test(next?.gap ?? '')
  })
    ? 0.8
    : 0
