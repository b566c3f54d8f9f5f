const words = (text: string): string[] => text.trim().split(/\s+/)

/** Words for one digit in the product's languages and some neighbours'. */
const ONES = words(
  'zero oh nought nil o one two three four five six seven eight nine null eins ein eine zwei zwo drei vier fünf fuenf sechs sieben acht neun ' +
    'cero uno una dos tres cuatro cinco seis siete ocho nueve um uma dois duas três quatro cinco meia sete oito nove zéro un une deux trois quatre cinq sept huit neuf ' +
    'due tre quattro cinque sei sette otto nove jeden dwa trzy cztery pięć piec sześć szesc siedem osiem dziewięć dziewiec sıfır sifir bir iki üç uc dört dort beş bes altı alti yedi sekiz dokuz ' +
    'không khong một mot hai ba bốn bon tư tu năm nam lăm sáu sau bảy bay tám tam chín chin nol kosong sifar ज़ीरो ज़ीरो वन टू थ्री फोर फ़ोर फाइव फ़ाइव फाईव सिक्स सेवन एट ऐट नाइन satu dua tiga empat lima enam tujuh delapan lapan sembilan ' +
    'शून्य एक दो तीन चार पाँच पांच छह छः छ छे सात आठ नौ जीरो ज़ीरो सिफर shunya sunya ek do teen char chaar paanch panch chhe che chhah chah saat sat aath aat nau ' +
    'ноль нуль один одна два две три четыре пять шесть семь восемь девять дві чотири пять шість сім вісім девять ' +
    'zeros zeroes noughts ones twos threes fours fives sixes sevens eights nines nullen einsen zweien dreien vieren fünfen sechsen siebenen achten neunen ceros unos doses treses cuatros cincos ' +
    'zera jedynki dwójki trójki czwórki piątki szóstki siódemki ósemki dziewiątki нуля ноля нули единицы двойки тройки четвёрки пятёрки пятерки шестёрки шестерки семёрки семерки восьмёрки девятки пятірки ' +
    'صفر واحد واحدة اثنان اثنين اثنتان ثلاثة ثلاث أربعة اربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع ' +
    'nula jedna dva tři čtyři pět šest sedm osm devět nul een twee drie vijf zes zeven negen'
)
/** Words for two: from ten to ninety, and the ninety-nine of Hindi. */
const TWOS = words(
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn ' +
    'zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig diez once doce trece catorce quince dieciséis dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintidos veintitrés veintitres veinticuatro veinticinco veintiséis veintiseis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa ' +
    'dez onze doze treze quatorze catorze quinze dezesseis dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta oitenta ' +
    'septante huitante octante nonante dix douze seize vingt vingts trente quarante cinquante soixante dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta ' +
    'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt ' +
    'on yirmi otuz kırk kirk elli altmış altmis yetmiş yetmis seksen doksan mười muoi mươi twenty thirty forty fifty sixty seventy eighty ninety ' +
    'double doble doppel doppelt duplo dobro doppio podwójne çift oo triple triplo dreimal zweimal sepuluh sebelas belas puluh ' +
    'одинадцять дванадцять тринадцять чотирнадцять пятнадцять шістнадцять сімнадцять вісімнадцять девятнадцять двадцять ' +
    'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто тридцять пятдесят шістдесят сімдесят вісімдесят девяносто ' +
    'दस ग्यारह बारह तेरह चौदह पंद्रह पन्द्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस बाइस तेईस तेइस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन तिरेपन चौवन चौअन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे डबल'
)
/** Hundreds: a whole one, or what stands behind the digit that it multiplies. */
const HUNDREDS = words(
  'cien ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos ' +
    'cem cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos ' +
    'duecento trecento quattrocento cinquecento seicento settecento ottocento novecento ' +
    'sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset ' +
    'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот двісті чотириста пятсот шістсот сімсот вісімсот девятсот'
)
const TIMES_HUNDRED = words('hundred hundert cent cents yüz yuz trăm tram ratus सौ')

export type Worth = 'one' | 'two' | 'hundred' | 'times' | 'none'
const WORTH = new Map<string, Worth>([
  ...TIMES_HUNDRED.map((word) => [word, 'times'] as const),
  ...HUNDREDS.map((word) => [word, 'hundred'] as const),
  ...TWOS.map((word) => [word, 'two'] as const),
  ...ONES.map((word) => [word, 'one'] as const)
])

const LEADS = new Set([...WORTH.keys()].map((word) => word.slice(0, 3)))
const UNITS = 'null|eins|ein|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun'
const GERMAN_TENS = 'zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig'
const GERMAN_TEENS = 'zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn'
const BELOW_HUNDRED = `(?:${UNITS})und(?:${GERMAN_TENS})|${GERMAN_TENS}|${GERMAN_TEENS}|${UNITS}`
const GERMAN_TWO = new RegExp(`^(?:${UNITS})und(?:${GERMAN_TENS})$`, 'u')
const GERMAN_HUNDRED = new RegExp(`^(?:${UNITS})?hundert(?:und)?(?:${BELOW_HUNDRED})?$`, 'u')
const ITALIAN_TWO =
  /^(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)[ia]?(?:uno|due|tre|tré|quattro|cinque|sei|sette|otto|nove)$/u
const ITALIAN_HUNDRED = /^(?:due|tre|quattro|cinque|sei|sette|otto|nove)?cento\p{L}{0,16}$/u
/** Words written without a space between: "nulleinssieben", "otuzbeş", "beşyüz". */
const WITHIN = new RegExp(
  [...WORTH.keys(), 'oo']
    .filter((word) => word.length >= 3 || word === 'oo' || word === 'oh' || word === 'üç' || word === 'on')
    .sort((one, other) => other.length - one.length)
    .join('|'),
  'gu'
)

const MOST_COMPOUNDS = 5000
/** Words looked at before. */
const compounds = new Map<string, number | 'none'>()

/** How many digits a word stands for; `joined` for several in one word. */
export function worthOf(word: string): Worth | number {
  const known = WORTH.get(word)
  if (known) return known
  if (word.length < 5 || !LEADS.has(word.slice(0, 3))) return 'none'
  if (GERMAN_TWO.test(word) || ITALIAN_TWO.test(word)) return 'two'
  if (GERMAN_HUNDRED.test(word) || ITALIAN_HUNDRED.test(word)) return 'hundred'
  const seen = compounds.get(word)
  if (seen !== undefined) return seen
  const worth = digitsOf(word.match(WITHIN) ?? [], word)
  if (compounds.size < MOST_COMPOUNDS) compounds.set(word, worth)
  return worth
}

function digitsOf(parts: string[], word: string): number | 'none' {
  if (parts.length < 2 || parts.join('') !== word) return 'none'
  let digits = 0
  let last: Worth | undefined
  for (const worth of parts.map((part) => WORTH.get(part) ?? 'two')) {
    if (worth === 'one' || worth === 'two') digits += last === 'two' && worth === 'one' ? 0 : worth === 'one' ? 1 : 2
    else digits += worth === 'times' && last === 'one' ? 2 : 3
    last = worth
  }
  return digits
}
