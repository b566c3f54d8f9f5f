import type { CountryCode } from 'libphonenumber-js/max'
import { isValidPhone } from './phone-plans.ts'
import { isCounting, isGrouped, isRound, isTimes, isVersion } from './number-shapes.ts'
import { isClauseOfThings } from './things-with-numbers.ts'
import { findDialled } from './dialled-phones.ts'
import { findToldPhones } from './told-phones.ts'
import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'
import { PHONE_LABEL, THING_LABEL, UNIT_AFTER, UNIT_BEFORE } from './vocabulary.ts'

const CANDIDATE =
  /(?:(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Devanagari}\d])|(?<=tel|phone|fon|fax|mob|handy|whatsapp|wa|cel|gsm))[+(]{0,3} ?[\do](?:[ \t\r\n.\-/()[\]*_|,;:~'"`^#ー…·•∙⋅・‧の]{0,4}[\doil])+/gu
const VANITY =
  /(?<![\p{L}\p{N}])(?:1[- ]?)?(?:8(?:00|88|77|66|55|44|33)|0[89]00)[- ][A-Z]{4,9}(?:-[A-Z]{2,7})?(?![\p{L}\p{N}])/gu
/** Within a list a new number begins at a zero. */
const PART = /(?:[+(]{0,3} ?)?[\doil]+(?:[ \t.\-/()[\]*_~'`^#ー·•∙⋅・‧の]{1,4}(?!0\d{2,}[ /-]|00\d)[\doil]+)*/g
const PART_OF_TWO = /[+(]{0,3}\d(?:[ .()-]?\d)+/g
/** Countries of the product's languages, for numbers of neither the request's country nor any written prefix. */
const OTHERS = 'US GB DE AT CH ES MX BR PT FR IT PL TR CN TW HK JP VN ID MY SG TH IN'.split(' ') as CountryCode[]

interface Candidate {
  text: string
  digits: string
  from: number
  to: number
  before: string
  after: string
  /** What stands before, with its capitals. */
  written: string
  /** More of what stands before. */
  clause: string
}

/** Telephone numbers however their digits are set. */
export function findPhones(view: View, country: string): Span[] {
  return [
    ...findVanity(view),
    ...findNumbers(view, country),
    ...findToldPhones(view, country),
    ...findDialled(view, country)
  ]
}

/** `1-800-FLOWERS` */
const findVanity = (view: View): Span[] =>
  [...view.original.matchAll(VANITY)].map(({ 0: number, index }) => ({
    kind: 'phone',
    from: index,
    to: index + number.length
  }))

function findNumbers(view: View, country: string): Span[] {
  if (!/(?:\d\D{0,4}){4}/.test(view.text)) return []
  return [...view.text.matchAll(CANDIDATE)].flatMap((found) =>
    pieces(view.text, found).flatMap((piece) => judgeSplit(view, piece, country))
  )
}

/** Only `o` may stand alone for a zero; `o`, `i` and `l` within a group of digits are digits, other words are none. */
function pieces(whole: string, match: RegExpExecArray): { text: string; from: number }[] {
  const [text, from] = [match[0], match.index]
  const found: { text: string; from: number }[] = []
  let start = -1
  let end = 0
  const flush = () => {
    if (start >= 0) found.push({ text: text.slice(start, end), from: from + start })
    start = -1
  }
  for (const group of text.matchAll(/[\doil]+/g)) {
    if (start >= 0 && group[0] === 'o') continue
    const goesOn = /\p{Script=Latin}/u.test(whole[from + group.index + group[0].length] ?? '')
    const number = goesOn ? group[0].replace(/[oil]+$/, '') : group[0]
    if (!/\d/.test(number)) {
      flush()
      continue
    }
    if (start < 0) start = group.index - (/[+(]{0,3} ?$/.exec(text.slice(0, group.index))?.[0].length ?? 0)
    end = group.index + number.length
  }
  flush()
  return found
}

function candidateOf(view: View, text: string, from: number): Candidate {
  const to = from + text.length
  return {
    text: text.trim(),
    digits: text.replaceAll('o', '0').replace(/[il]/g, '1').replace(/\D/g, ''),
    from: from + (text.length - text.trimStart().length),
    to,
    before: view.text.slice(Math.max(0, from - 30), from),
    after: view.text.slice(to, to + 24),
    get clause() {
      return view.text.slice(Math.max(0, from - 60), from)
    },
    get written() {
      const [start] = view.origin(from, to)
      return view.original.slice(Math.max(0, start - 10), start)
    }
  }
}

/** Commas and the like may separate digits, or numbers of a list: the whole first, then its parts. */
function judgeSplit(view: View, piece: { text: string; from: number }, country: string): Span[] {
  const whole = candidateOf(view, piece.text, piece.from)
  const hasListSigns = /[,;:|"…\n]/.test(whole.text)
  if (isTimes(whole.text) || isCounting(whole.text)) return []
  const isOneNumber =
    whole.digits.length <= 15 && (!hasListSigns || (/^[+(]*0|^\+/.test(whole.text) && !isListOfThings(whole)))
  if (isOneNumber) return judged(view, whole, country)
  const parts: Span[] = []
  const isTwo = whole.digits.length > 15 && /\d ?\/ ?\d{5}| {2,}/.test(whole.text)
  for (const part of piece.text.matchAll(isTwo ? PART_OF_TWO : PART))
    if (part[0].replace(/\D/g, '').length <= 15)
      parts.push(...judged(view, candidateOf(view, part[0], piece.from + part.index), country))
    else if (/^[+(]*0|^\+/.test(part[0].trim()))
      parts.push(spanOf(view, 'phone', piece.from + part.index, piece.from + part.index + part[0].length))
  return parts
}

/** "0193/2026, 28 units", "0138: 5 550,00 €" */
const isListOfThings = ({ text, after }: Candidate): boolean =>
  /^\d{1,6}\/20[12]\d[,;:]/.test(text) || (/[,;:]\s/.test(text) && UNIT_AFTER.test(after))

function judged(view: View, candidate: Candidate, country: string): Span[] {
  const verdict = judge(candidate, country)
  if (verdict === 'no') return []
  return [spanOf(view, 'phone', candidate.from, candidate.to, verdict === 'doubt' ? 'long_number' : undefined)]
}

type Verdict = 'phone' | 'no' | 'doubt'

/** "INV-2026-0000123", "DCB-1200-4455": what begins with letters is the name of a thing. */
const isCode = ({ text, written }: Candidate): boolean =>
  (/^[1-9]/.test(text) || /(?:^|[^\p{Lu}])(?!TEL|FAX|MOB|FON|HP|WA|TLF|TF|PH)\p{Lu}{2,6}[-/]$/u.test(written)) &&
  /(?:^|[^\p{Script=Latin}\p{Script=Cyrillic}\p{N}])\p{Lu}{1,6}(?:[-/]| ?\/)$/u.test(written)

/** A postcode of eight digits in Brazil, a mobile telephone in Turkey. */
const CEP = /(?<!\p{L})cep[\s.:：]*$/iu

function judge(candidate: Candidate, country: string): Verdict {
  const { text, digits, before, after } = candidate
  const isCounted = UNIT_BEFORE.test(before) || UNIT_AFTER.test(after)
  if (digits.length < 5) return 'no'
  if (text.startsWith('+')) return digits.length < 7 || (isCounted && isGrouped(text.slice(1).trim())) ? 'no' : 'phone'
  if (
    (THING_LABEL.test(before) &&
      !(text.startsWith('(') && hasPhoneShape(text, digits)) &&
      !(digits.length >= 10 && CEP.test(before))) ||
    isOfThings(candidate) ||
    isCode(candidate)
  )
    return 'no'
  if (PHONE_LABEL.test(before)) return isCounted && !/^[(0]/.test(text) ? 'no' : 'phone'
  return digits.length < 7 ? 'no' : judgeUnlabelled(candidate, isCounted, country)
}

function judgeUnlabelled({ text, digits, clause }: Candidate, isCounted: boolean, country: string): Verdict {
  if (IS_NUMBERED.test(text) || isClauseOfThings(clause)) return 'no'
  if (hasPhoneShape(text, digits)) return 'phone'
  return isCounted || isVersion(text) || isRound(text, digits) ? 'no' : judgeByPlan(text, digits, country)
}

/** "0812/2026", "13.709/2018" */
const IS_NUMBERED = /^\d{1,3}(?:\.?\d{3})?\/(?:19|20)\d\d$|^\d{3,6}\/20[12]\d$/

/** Numbered papers, dates and times, fractions, amounts of money. */
function isOfThings({ text, before }: Candidate): boolean {
  if (/^20[12]\d[-/]\d{3,6}$/.test(text) || /^0[.,]\d+$/.test(text) || isTimes(text)) return true
  return UNIT_BEFORE.test(before) && !text.startsWith('0')
}

function hasPhoneShape(text: string, digits: string): boolean {
  const count = digits.length
  if (digits.startsWith('00')) return count >= 10 && /[1-9]/.test(digits[2] ?? '')
  if (/^\((?!(?:19|20)\d\d\))\d{1,5}\)[ .-]?\d/.test(text)) return count >= 8
  if (digits.startsWith('0')) return count >= 8 || (count === 7 && /^0\d+[ /-]/.test(text))
  return /^(?:1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$/.test(text) || /^555-\d{4}$/.test(text)
}

/** The numbering plans decide about what has no tell-tale shape. */
function judgeByPlan(text: string, digits: string, country: string): Verdict {
  const count = digits.length
  const isLoose = !isGrouped(text) || (count >= 9 && /^\d+(?:[ -]\d+)+$/.test(text))
  if (!isLoose || count < 8) return 'no'
  if (isValidPhone(digits, country) || (count >= 11 && isValidPhone(`+${digits}`))) return 'phone'
  if (count < 9 || !OTHERS.some((other) => isValidPhone(digits, other))) return 'no'
  return /^\d+$/.test(text) && !/^1[3-9]\d{9}$/.test(digits) ? 'doubt' : 'phone'
}
