import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'

/** Words for digits in the product's languages (and Russian), by how many digits each stands for. */
const ONE = new Set(
  (
    'zero oh nought nil one two three four five six seven eight nine null eins ein eine zwei zwo drei vier fünf fuenf sechs sieben acht neun ' +
    'cero uno una dos tres cuatro cinco seis siete ocho nueve um uma dois duas três quatro cinco meia sete oito nove zéro un une deux trois quatre cinq sept huit neuf ' +
    'due tre quattro cinque sei sette otto nove jeden dwa trzy cztery pięć piec sześć szesc siedem osiem dziewięć dziewiec sıfır sifir bir iki üç uc dört dort beş bes altı alti yedi sekiz dokuz ' +
    'không khong một mot hai ba bốn bon tư tu năm nam lăm sáu sau bảy bay tám tam chín chin nol kosong sifar satu dua tiga empat lima enam tujuh delapan lapan sembilan ' +
    'शून्य एक दो तीन चार पाँच पांच छह छः छ छे सात आठ नौ shunya ek teen char chaar paanch panch chhe che saat aath nau ноль нуль один одна два две три четыре пять шесть семь восемь девять'
  ).split(' ')
)
const TWO = new Set(
  (
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn ' +
    'zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig diez once doce trece catorce quince dieciséis dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa ' +
    'dez onze doze treze quatorze catorze quinze dezesseis dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta oitenta ' +
    'dix douze seize vingt vingts trente quarante cinquante soixante dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta ' +
    'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt ' +
    'on yirmi otuz kırk kirk elli altmış altmis yetmiş yetmis seksen doksan mười muoi mươi twenty thirty forty fifty sixty seventy eighty ninety ' +
    'double doble doppel doppelt duplo dobro doppio podwójne çift triple triplo triple dreimal zweimal sepuluh sebelas belas puluh десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'
  ).split(' ')
)
/** Words within a number that are no digits: "plus vier neun", "twenty and two", "vingt et un". */
const LINKS = new Set(
  'plus und and et y e i więcej mais más più artı cộng tambah dash minus strich tiret guion bindestrich trattino hyphen space espace point dot punkt'.split(
    ' '
  )
)
const WORD = /[\p{L}\p{M}]+|\d/gu
const APART = /^[\s,.;:·_/()+–-]{0,4}$/
const FEWEST = 7
const SCRIPTS: RegExp[] = [
  /(?:[〇零一二三四五六七八九幺两壹贰貳叁參肆伍陆陸柒捌玖\d][\s,、.·のー-]{0,2}){7,}/gu,
  /(?:(?:ゼロ|ぜろ|れい|レイ|まる|マル|いち|イチ|に|ニ|さん|サン|よん|ヨン|し|ご|ゴ|ろく|ロク|なな|ナナ|しち|はち|ハチ|きゅう|キュウ|きゅー|く|\d)[\s,、.・·のー-]{0,2}){7,}/gu,
  /(?:(?:ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|โท|\d)[\s,.·-]{0,2}){7,}/gu
]

/** Telephone numbers whose digits are written as words, wholly or in part. */
export function findSpelledNumbers(view: View): Span[] {
  return [...findRuns(view), ...(SPACELESS.test(view.text) ? findSpaceless(view) : [])]
}

const SPACELESS = /[〇零一-龯ぁ-ヿ\u0e00-\u0e7f]/u

interface Run {
  from: number
  to: number
  /** The end with links that may lead on. */
  reach: number
  digits: number
  words: number
}

function findRuns(view: View): Span[] {
  const runs: Run[] = []
  let run: Run | undefined
  for (const { 0: word, index } of view.text.matchAll(WORD)) {
    const end = index + word.length
    const isApart = run !== undefined && APART.test(view.text.slice(run.reach, index))
    const worth = digitsIn(word)
    if (run && isApart && worth === 0 && LINKS.has(word)) run.reach = end
    else if (worth === 0) run = undefined
    else {
      if (!run || !isApart) runs.push((run = { from: index, to: end, reach: end, digits: 0, words: 0 }))
      run.to = run.reach = end
      run.digits += worth
      run.words += word <= '9' ? 0 : 1
    }
  }
  return runs
    .filter(({ digits, words }) => digits >= FEWEST && words >= 3)
    .map(({ from, to }) => spanOf(view, 'phone', from, to))
}

function digitsIn(word: string): number {
  if (word <= '9' || ONE.has(word)) return 1
  return TWO.has(word) ? 2 : countJoined(word)
}

function findSpaceless(view: View): Span[] {
  return SCRIPTS.flatMap((pattern) =>
    [...view.text.matchAll(pattern)]
      .filter((found) => /[^\d\s,.\-·、・のー]/u.test(found[0]) && countNonDigits(found[0]) >= 3)
      .map((found) => spanOf(view, 'phone', found.index, found.index + found[0].trimEnd().length))
  )
}

const countNonDigits = (text: string): number => (text.match(/[\p{L}〇]+/gu) ?? []).join('').length

const BEGINS =
  /^(?:nul|ein|zw|dre|vie|fün|sec|sie|ach|neu|zer|one|two|thr|fou|fiv|six|sev|eig|nin|cer|uno|dos|tre|cua|cin|sei|och|nue)/

/** "nulldreinull", "vierundzwanzig", "vingt-deux": digits written in one. */
function countJoined(word: string): number {
  if (word.length < 6 || !BEGINS.test(word)) return 0
  const german =
    /^(?:null|ein|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun)(?:und(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig))$/u
  if (german.test(word)) return 2
  const digits = word.match(
    /null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zero|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve/gu
  )
  return digits && digits.join('') === word ? digits.length : 0
}
