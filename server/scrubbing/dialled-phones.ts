import { worthOf } from './number-words.ts'
import { isValidPhone } from './phone-plans.ts'
import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'
import { AREA_CODE, UNIT_AFTER } from './vocabulary.ts'

/** Somebody says how a number is dialled, or how it begins and ends. */
const CUE = new RegExp(
  `(?<![\\p{L}])(?:${AREA_CODE}|dial|wähl(?:e|en|t)|vorwahl|marque|marcar|marca|lada|composez|composer|faites|tapez|componga|comporre|digit[ei]|disque|discar|ddd|wybierz|wybrać|wykręć|çevir\\p{L}*|tuşla\\p{L}*|tekan|dail|putar|bấm|quay số|đầu số|набер\\p{L}*|наберите|डायल|number|nummer|rufnummer|número|numéro|numero|numer|numara|nomor|nombor|số|номер|नंबर)(?![\\p{L}])|[頭头前尾後后末][一二三四五六七八九兩两]?[個个]?[字位]|[拨撥]|おかけ|市外局番|电话|電話|号码|號碼|區號|区号|กด|หมายเลข|เบอร์`,
  'u'
)
/** Parts follow each other. */
const ORDER =
  /(?<![\p{L}])(?:then|next|after(?: that)?|followed|starts?|begins?|ends?|first|last|dann|danach|folgt|gefolgt|endet|beginnt|zuerst|zuletzt|luego|después|seguido|más|termina|empieza|depois|seguido|começa|mais|puis|ensuite|suivi|finit|commence|poi|seguito|infine|finisce|inizia|potem|dalej|następnie|kończy|zaczyna|sonra|başlar|biter|ardından|lalu|kemudian|sambung|disambung|diikuti|diawali|akhir\p{L}*|mula|rồi|tiếp|sau đó|cuối|потом|затем|дальше|начинается|заканчивается|потім|далі|फिर|बाद|उसके|अंत|शुरू)(?![\p{L}])|然后|然後|接着|接著|最后|最後|[頭头前尾後后末中][一二三四五六七八九兩两]?[個个]?[字位間间]|のあと|次に|続けて|แล้ว|ตาม|ท้าย|[号號][码碼]/u
const DIGITS = /(?<![\d.:/-])[+(]{0,2}\d{2,8}(?:[ -]\d{2,4}){0,3}\)?(?![.:/-]?\d)/g
const SIGNS = /(?<!\p{Script=Han})[〇零一二三四五六七八九]{2,8}(?![\p{Script=Han}])|[〇零一二三四五六七八九]{3,8}/gu
const WORD = /[\p{L}\p{M}]+|\d/gu
const TIMES = /^(?:mal|times|fois|veces|vezes|volte|razy|kez|tane|kali|lần|раза?|รอบ)$/u
const [FEWEST, MOST] = [7, 13]

interface Group {
  from: number
  to: number
  count: number
  digits: string | null
}

/** "Lada 477, then 555 and 0136": the parts of a number that a sentence tells one after the other. */
export function findDialled(view: View, country: string): Span[] {
  const { text } = view
  if (!CUE.test(text) || !ORDER.test(text)) return []
  const spans: Span[] = []
  let start = 0
  for (const { 0: end, index } of text.matchAll(/[.!?](?=\s|$)|[。！？\n]|$/g)) {
    const sentence = text.slice(start, index)
    if (CUE.test(sentence) && ORDER.test(sentence)) {
      const groups = groupsOf(sentence)
      const from = start
      if (isNumber(groups, country))
        spans.push(...groups.map((group) => spanOf(view, 'phone', from + group.from, from + group.to)))
    }
    start = index + end.length
  }
  return spans
}

function isNumber(groups: Group[], country: string): boolean {
  if (groups.length < 2 || groups.length > 6) return false
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  if (count < FEWEST || count > MOST) return false
  if (groups.some(({ digits }) => digits === null)) return true
  const digits = groups.map((group) => group.digits).join('')
  return (
    /^(?:0|\+)\d/.test(digits) ||
    isValidPhone(digits, country) ||
    groups.some((group) => /^0\d/.test(group.digits ?? ''))
  )
}

function groupsOf(sentence: string): Group[] {
  const groups: Group[] = spelledIn(sentence)
  const isFree = (from: number, to: number) => groups.every((group) => group.to <= from || to <= group.from)
  for (const pattern of [DIGITS, SIGNS])
    for (const { 0: found, index } of sentence.matchAll(pattern)) {
      const to = index + found.length
      if (!isFree(index, to) || UNIT_AFTER.test(sentence.slice(to, to + 24))) continue
      const digits = pattern === DIGITS ? found.replace(/[^\d+]/g, '') : null
      groups.push({ from: index, to, count: found.replace(/[\s()+-]/g, '').length, digits })
    }
  return groups.sort((one, other) => one.from - other.from)
}

/** Runs of words for at least two digits. */
function spelledIn(sentence: string): Group[] {
  const groups: Group[] = []
  let open: (Group & { words: number }) | undefined
  const close = () => {
    if (open && open.count >= 2 && open.words > 0) groups.push(open)
    open = undefined
  }
  for (const { 0: word, index } of sentence.matchAll(WORD)) {
    const gap = open ? sentence.slice(open.to, index) : ''
    if (open && !/^[\s,-]{1,2}$/.test(gap)) close()
    const isTimes = open !== undefined && TIMES.test(word)
    const worth = /\d/.test(word) ? (isSingle(sentence, index) ? 'one' : 'none') : worthOf(word)
    if (worth === 'none' && !isTimes) {
      close()
      continue
    }
    open ??= { from: index, to: index, count: 0, words: 0, digits: null }
    open.to = index + word.length
    open.words += /\d/.test(word) ? 0 : 1
    open.count += isTimes ? 1 : typeof worth === 'number' ? worth : worth === 'two' ? 2 : worth === 'one' ? 1 : 3
  }
  close()
  return groups
}

const isSingle = (text: string, at: number): boolean => !/\d/.test(text[at - 1] ?? '') && !/\d/.test(text[at + 1] ?? '')
