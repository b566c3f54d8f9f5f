import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'
import { worthOf, type Worth } from './number-words.ts'

/** Words within a number that are no digits: "plus vier neun", "twenty and two", "vingt et un". */
const LINKS = new Set(
  (
    'plus und and et y e i więcej mais más più artı cộng tambah dash minus strich tiret guion bindestrich trattino hyphen space espace point dot punkt ' +
    'then dann danach luego después depois puis ensuite poi potem sonra rồi lalu kemudian फिर потом затем далее потім ' +
    'digo quer dizer corrijo perdón perdon pardon sorry wait äh ähm ehm eh euh hmm scusa scusi oj ups maaf то есть ой тобто ' +
    'times mal die veces fois volte vezes razy kere kez tane adet lần số kali बार раза разы рази'
  ).split(' ')
)
const WORD = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}]{2,})?|\d/gu
const APART = /^(?!\.\s)[\s,.;:·_/()+–-]{0,4}$/
const NEXT_SENTENCE = /^\.\s$/
const FEWEST_IN_SENTENCE = 3
const FEWEST = 7
const SCRIPTS: RegExp[] = [
  /(?:(?:[〇零一二三四五六七八九幺两洞拐勾壹贰貳叁參肆伍陆陸柒捌玖\d](?:[个個](?=[零一二三四五六七八九\d]))?|ゼロ|マル|レイ|イチ|ニ|サン|ヨン|ゴ|ロク|ナナ|シチ|ハチ|キュウ|キュー)[\s,、.·のー（）()-]{0,2}){7,}/gu,
  /(?:[공영일이삼사오육륙칠팔구\d][\s,.·-]{0,2}){7,}/gu,
  /(?:(?:ゼロ|ぜろ|れい|レイ|まる|マル|いち|イチ|に|ニ|さん|サン|よん|ヨン|し|ご|ゴ|ろく|ロク|なな|ナナ|しち|はち|ハチ|きゅう|キュウ|キュー|きゅー|く|\d)[\s,、.・·のー-]{0,2}){7,}/gu,
  /(?:(?:ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|โท|\d)[\s,.·-]{0,2}){7,}/gu
]

/** Telephone numbers whose digits are written as words, wholly or in part. */
export function findSpelledNumbers(view: View): Span[] {
  return [...findRuns(view), ...(SPACELESS.test(view.text) ? findSpaceless(view) : [])]
}

const SPACELESS = /[〇零一-龯ぁ-ヿ\u0e00-\u0e7f가-힣]/u

const ZERO = /^(?:0|zero|null|cero|oh|sıfır|nol|kosong|ноль|нуль|zéro)/u

const TIME = /\d:\d\d|\d[./-]\d{1,2}[./-]\d{2}/

interface Run {
  from: number
  to: number
  /** The end with links that may lead on. */
  reach: number
  digits: number
  words: number
  /** What the next word may still belong to: "twenty" waits for a one, "hundred" for two. */
  open: number
  isFromZero: boolean
}

function findRuns(view: View): Span[] {
  const runs: Run[] = []
  let run: Run | undefined
  for (const { 0: found, index } of view.text.matchAll(WORD)) {
    const word = found <= '9' ? found : found.replace(/['’ʼ]/, '')
    const end = index + found.length
    const between = run === undefined ? '' : view.text.slice(run.reach, index)
    const isApart =
      run !== undefined && (APART.test(between) || (run.words >= FEWEST_IN_SENTENCE && NEXT_SENTENCE.test(between)))
    const worth = word <= '9' ? 1 : worthOf(word)
    if (run && isApart && worth === 'none' && LINKS.has(word)) run.reach = end
    else if (worth === 'none') run = undefined
    else {
      if (!run || !isApart)
        runs.push(
          (run = { from: index, to: end, reach: end, digits: 0, words: 0, open: 0, isFromZero: ZERO.test(word) })
        )
      if (/[,;.]/.test(between)) run.open = 0
      run.to = run.reach = end
      count(run, worth)
      run.words += word <= '9' ? 0 : 1
    }
  }
  return runs
    .filter((one) => isNumber(one) && (one.words > 2 || !TIME.test(view.text.slice(one.from, one.to))))
    .map(({ from, to }) => spanOf(view, 'phone', plusBefore(view.text, from), to))
}

const isNumber = ({ digits, words, isFromZero }: Run): boolean =>
  digits >= FEWEST && (words >= 3 || (digits >= 9 && words >= (isFromZero ? 1 : 2)))

function count(run: Run, worth: Worth | number): void {
  if (typeof worth === 'number') run.digits += worth
  else if (worth === 'times') [run.digits, run.open] = [run.digits + 2, 2]
  else if (worth === 'hundred') [run.digits, run.open] = [run.digits + 3, 2]
  else if (worth === 'two') [run.digits, run.open] = [run.digits + (run.open === 2 ? 0 : 2), 1]
  else [run.digits, run.open] = [run.digits + (run.open > 0 ? 0 : 1), 0]
}

/** "plus four four", "plus quatre neuf" */
function plusBefore(text: string, from: number): number {
  const plus = /(?<![\p{L}])(?:plus|más|mais|più|artı|cộng|tambah|плюс|加)[\s-]{1,2}$/u.exec(
    text.slice(Math.max(0, from - 9), from)
  )
  return from - (plus?.[0].length ?? 0)
}

function findSpaceless(view: View): Span[] {
  return SCRIPTS.flatMap((pattern) =>
    [...view.text.matchAll(pattern)]
      .filter((found) => /[^\d\s,.\-·、・のー]/u.test(found[0]) && countNonDigits(found[0]) >= 3)
      .map((found) => spanOf(view, 'phone', found.index, found.index + found[0].trimEnd().length))
  )
}

const countNonDigits = (text: string): number => (text.match(/[\p{L}〇]+/gu) ?? []).join('').length
