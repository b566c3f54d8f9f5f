import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { isCounting, isGrouped, isRound, isTimes, isVersion } from './number-shapes.ts'
import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'
import { PHONE_LABEL, THING_LABEL, UNIT_AFTER, UNIT_BEFORE } from './vocabulary.ts'

const CANDIDATE =
  /(?:(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Devanagari}\d])|(?<=tel|phone|fon|fax|mob|handy|whatsapp|wa|cel|gsm))[+(]{0,3} ?[\do](?:[ \t\r\n.\-/()[\]*_|,;:~'"`^#ー…]{0,4}[\doil])+/gu
const VANITY =
  /(?<![\p{L}\p{N}])(?:1[- ]?)?(?:8(?:00|88|77|66|55|44|33)|0[89]00)[- ][A-Z]{4,9}(?:-[A-Z]{2,7})?(?![\p{L}\p{N}])/gu
/** Within a list a new number begins at a zero. */
const PART = /(?:[+(]{0,3} ?)?[\doil]+(?:[ \t.\-/()[\]*_~'`^#ー]{1,4}(?!0\d{2,}[ /-]|00\d)[\doil]+)*/g
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
}

/** Telephone numbers however their digits are set. */
export function findPhones(view: View, country: string): Span[] {
  return [...findVanity(view), ...findNumbers(view, country), ...findTold(view), ...findParts(view, country)]
}

/** "070, then 55, then 12" and `0xx11 5555-0123` */
const TOLD =
  /(?<![\p{L}\p{N}])(?:[+0]\d{1,5}(?:[\s,.;-]{1,3}(?:and |und |y |e |et |i |ve |и )?(?:then|dann|danach|luego|después|depois|puis|ensuite|poi|potem|sonra|потом|затем|далее|lalu|kemudian|followed by|gefolgt von)[\s,:]{1,2}\d{2,8}){1,5}|0(?:xx|\*\*)\s?\d\d[\s.-]?\d{4,5}[\s.-]?\d{4})(?!\d)/gu

const findTold = (view: View): Span[] =>
  /\d/.test(view.text)
    ? [...view.text.matchAll(TOLD)].map(({ 0: number, index }) => spanOf(view, 'phone', index, index + number.length))
    : []

const ORDER =
  /(?<![\p{L}])(?:then|next|second|other half|rest|final(?:ly)?|last|dann|danach|zweite\p{L}?|rest|luego|después|segund[ao]|al final|puis|ensuite|enfin|deuxième|fin|poi|infine|dopo|seconda|fine|depois|por fim|potem|dalej|na koniec|druga|sonra\p{L}*|sonu\p{L}*|son|rồi|sau đó|tiếp|cuối|lalu|kemudian|terakhir|akhir|फिर|बाद|अंत|потом|затем|дальше|конец|конце|вторая|потім|далі|кінець)(?![\p{L}])|然后|然後|接着|接著|最后|最後|后面|後面|后半|後半|次に|続けて|แล้ว|ตาม|ท้าย/u
const GROUPS = /(?<![\d.,:/-])[+(]?\d{2,8}\)?(?![,.:/-]?\d)/g

/** "first 612, then 340 and at the end 981": groups with words of order between them that make a number of the country. */
function findParts(view: View, country: string): Span[] {
  const { text } = view
  if (!/\d\D{3,30}\d/.test(text) || !ORDER.test(text)) return []
  const groups = [...text.matchAll(GROUPS)].map(({ 0: group, index }) => ({
    group,
    from: index,
    to: index + group.length
  }))
  for (let first = 0; first < groups.length - 1; first++)
    for (let last = Math.min(groups.length, first + 5) - 1; last > first; last--) {
      const run = groups.slice(first, last + 1)
      const gaps = run.slice(1).map(({ from }, index) => text.slice(run[index]?.to ?? 0, from))
      const digits = run.map(({ group }) => group).join('')
      if (
        gaps.every((gap) => gap.length <= 30) &&
        gaps.some((gap) => ORDER.test(gap)) &&
        (isValid(digits, country) || /^\(?[+0]\d{8,12}$/.test(digits))
      )
        return run.map(({ from, to }) => spanOf(view, 'phone', from, to))
    }
  return []
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
  const isOneNumber = whole.digits.length <= 15 && (!hasListSigns || /^[+(]*0|^\+/.test(whole.text))
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

function judged(view: View, candidate: Candidate, country: string): Span[] {
  const verdict = judge(candidate, country)
  if (verdict === 'no') return []
  return [spanOf(view, 'phone', candidate.from, candidate.to, verdict === 'doubt' ? 'long_number' : undefined)]
}

type Verdict = 'phone' | 'no' | 'doubt'

/** "INV-2026-0000123", "DCB-1200-4455": what begins with letters is the name of a thing. */
const isCode = ({ text, written }: Candidate): boolean =>
  /^[1-9]/.test(text) && /(?:^|[^\p{Script=Latin}\p{Script=Cyrillic}\p{N}])\p{Lu}{1,6}(?:[-/]| ?\/)$/u.test(written)

function judge(candidate: Candidate, country: string): Verdict {
  const { text, digits, before, after } = candidate
  const isCounted = UNIT_BEFORE.test(before) || UNIT_AFTER.test(after)
  if (digits.length < 5) return 'no'
  if (text.startsWith('+')) return digits.length < 7 || (isCounted && isGrouped(text.slice(1).trim())) ? 'no' : 'phone'
  if (THING_LABEL.test(before) || isOfThings(candidate) || isCode(candidate)) return 'no'
  if (PHONE_LABEL.test(before)) return isCounted && !/^[(0]/.test(text) ? 'no' : 'phone'
  return digits.length < 7 ? 'no' : judgeUnlabelled(candidate, isCounted, country)
}

function judgeUnlabelled({ text, digits }: Candidate, isCounted: boolean, country: string): Verdict {
  if (hasPhoneShape(text, digits)) return 'phone'
  return isCounted || isVersion(text) || isRound(text, digits) ? 'no' : judgeByPlan(text, digits, country)
}

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
  if (isValid(digits, country) || (count >= 11 && isValid(`+${digits}`))) return 'phone'
  if (count < 9 || !OTHERS.some((other) => isValid(digits, other))) return 'no'
  return /^\d+$/.test(text) && !/^1[3-9]\d{9}$/.test(digits) ? 'doubt' : 'phone'
}

const isValid = (number: string, country?: string): boolean =>
  parsePhoneNumberFromString(number, country as CountryCode | undefined)?.isValid() ?? false
