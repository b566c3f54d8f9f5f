/** What stands beside a street and its number: houses, floors, doors, quarters, postcodes, towns. */
import { matchAt } from './spans.ts'

const anyCase = (word: string): string => {
  const [first = '', upper = ''] = [word.charAt(0), word.charAt(0).toUpperCase()]
  return first === upper || upper.length > 1 ? word : `[${upper}${first}]${word.slice(1)}`
}
const either = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .sort((one, other) => other.length - one.length)
    .map((word) => anyCase(word).replaceAll('_', '\\s?').replaceAll('.', '\\.?'))
    .join('|')

/** With a number or a letter behind. */
const UNIT = either(
  'flat unit suite ste. apt. apartment floor fl. room rm. block blk. level building bldg. gate door shop ' +
    'haus hof halle tor tür top stiege stock etage aufgang gebäude geb. wohnung whg. eingang raum büro zimmer hinterhaus ' +
    'bât. bâtiment étage appt. appartement porte escalier esc. hall lot bte. boîte bureau ' +
    'piso planta puerta portal escalera bloque interior int. local nave lote manzana mz. depto. departamento dpto. oficina of. casa edificio edif. torre ' +
    'apto. apartamento ap. sala andar conj. conjunto bloco loja galpão quadra qd. fundos ' +
    'interno scala piano palazzina pal. capannone sc. edificio corpo ' +
    'm. lok. lokal mieszkanie piętro klatka budynek bud. hala pokój pok. ' +
    'daire d. d: kat k: blok apt. giriş iç_kapı no. no: bina ' +
    'кв. квартира оф. офис корп. корпус стр. строение эт. этаж подъезд под. пом. комн. дом д. кв-ра під. поверх буд. ' +
    'RT RW KM rt rw bodega no. kav. lantai lt. kav. kavling unit gudang ruko tingkat aras lorong kilometer km. km ' +
    'tầng lầu phòng căn_hộ tòa lô số'
)
/** With a name behind, or a number. */
const QUARTER = either(
  'col. colonia cond. fracc. fraccionamiento barrio delegación alcaldía mpio. municipio urb. urbanización bairro jardim jd. vila setor ' +
    'phường p. quận q. huyện xã thị_trấn thành_phố tp. tỉnh kp. khu_phố ấp thôn tổ kel. kelurahan kec. kecamatan kab. kabupaten kota desa dusun provinsi ' +
    'mah. mahallesi taman seksyen bandar kampung sector phase nagar г. город р-н район обл. область мкр. м. місто'
)
const POSTCODE =
  '(?:C\\.?\\s?P\\.?\\s?|CEP\\s?|PLZ\\s?|CAP\\s?)?(?:[A-Z]{1,3}[-\\s])?\\d{2}(?:-\\d{3}|\\d{2,4}(?:-\\d{3,4})?)'
const ENGLISH_POSTCODE = '[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}|[A-Z]{2}\\s\\d{5}'
const NAME = "\\p{Lu}[\\p{L}.'’-]{0,30}"
const TOWN = `${NAME}(?:\\s(?:(?:de|da|do|del|della|la|le|am|an der|im|upon|on|y|e|và)\\s)?${NAME}){0,3}`
const GAP = '(?:\\s?[,;/·–-]\\s?|\\s)'
const SIDE = either(
  'hinterhof hinterhaus vorderhaus seitenflügel quergebäude erdgeschoss EG OG DG rechts links bajo dcha. izda. izq. centro ático s/n fundos térreo rdc cour ground_floor first_floor'
)

const TAILS: RegExp[] = [
  /[a-zа-яіїєґ](?![\p{L}\p{N}])/iuy,
  /\s?[/.:–-]\s?\d{1,4}(?:[/–-]\d{1,4}){0,2}[A-Za-zА-Я]?(?![\p{L}\d%]|[.,:]\d)/uy,
  /\s?[-–/]\s?[A-Za-zА-ЯІЇЄ](?![\p{L}\p{N}])/uy,
  /\s?[ºª°]/uy,
  new RegExp(
    `${GAP}(?:${UNIT})[.:]?\\s?(?:n[º°o.]{1,2}\\s?)?(?:\\d{1,4}(?:[-/]\\d{1,4})?[A-Za-zА-Я]?|[A-ZА-Я])(?![\\p{L}\\d])[ºª°.]?`,
    'uy'
  ),
  new RegExp(`,\\s?\\d{1,3}(?:[.ºª°]|er|do|th|st|nd|rd)*\\s(?:${UNIT})(?![\\p{L}])`, 'uy'),
  new RegExp(`,\\s?\\d{1,3}\\s?[ºª°]\\s?(?:dcha|izda|izq|der|ext|int)?\\.?`, 'uy'),
  new RegExp(`${GAP}(?:${SIDE})(?![\\p{L}])`, 'uy'),
  new RegExp(`(?:,\\s?|\\s)(?:${QUARTER})\\s?(?:\\d{1,3}(?![\\d\\p{L}])|(?:${TOWN}))`, 'uy'),
  new RegExp(`${GAP}(?:${POSTCODE})(?![\\d\\p{L}])(?:[,\\s]{1,2}(?:${TOWN}))?(?:\\s?\\((?:[A-Z]{2})\\))?`, 'uy'),
  /(?<=(?:No|Nr)\.)\s?\d{1,4}[A-Z]?/uy,
  new RegExp(`(?<=(?:kiệt|ngõ|ngách|hẻm)\\s\\d{1,4}(?:/\\d{1,4})?)\\s${TOWN}`, 'uy'),
  /(?<=[Kk][Mm]\.?\s?\d{1,3})[.,]\d(?!\d)/uy,
  /,\s(?:c\/o|z\.\s?Hd\.?|attn\.?|p\.a\.|bei)\s[^,\n\d]{2,30}(?=,)/uy,
  /(?<=[\p{Script=Thai}\p{M}])[\p{Script=Thai}\p{M}]{1,20}(?:\s\d{5})?/uy,
  /\s\d{1,3}(?=,\s(?:[Pp]hường|[Qq]uận|[PpQq]\.))/uy,
  new RegExp(
    `,\\s(?:Jalan|Jl\\.?|Jln\\.?|Lorong|Persiaran|Lebuh|[Cc]alle|[Rr]ua|[Vv]ia|ul\\.|ул\\.|đường|phố)\\s${TOWN}`,
    'uy'
  ),
  new RegExp(`(?<=(?:Col|Fracc|Urb|Kel|Kec|Kab|Jd|Mah|Int|P|Q|г|р-н))\\.\\s?${TOWN}`, 'uy'),
  new RegExp(`(?<=[-–,\\s]\\s?\\d{5})\\s${TOWN}(?:\\s?\\([A-Z]{2}\\))?`, 'uy'),
  new RegExp(`(?<=(?:D|No|Kat|K|Daire)\\s?[:.]?\\s?\\d{1,4})\\s${TOWN}(?=\\s*(?:[.,;\\n/]|$))`, 'uy'),
  new RegExp(`,?\\s(?:${ENGLISH_POSTCODE})(?![\\p{L}\\d])`, 'uy'),
  new RegExp(`\\s?[,/–-]\\s?${TOWN}(?=\\s*(?:[.,;:!?)\\n/]|$|–|\\())`, 'uy'),
  /\s?[\p{Script=Han}\p{Script=Katakana}ーA-Za-z\d]{1,12}(?:ビル|マンション|ハイツ|コーポ|荘|館|号室|階|大厦|大樓|大楼|广场|廣場|中心|棟|栋|幢|座|室|樓|楼|层|層|单元|單元)(?:\s?[A-Z]?\d{1,4}(?:F|階|室|樓|楼|号室)?)?/uy,
  /\s?(?:B?\d{1,3}(?:F|階|樓|楼)|之\d{1,3}|\d{1,4}(?:号|號|室|号室))/uy,
  /\s?(?:ซ\.|ซอย|ถ\.|ถนน|ต\.|ตำบล|แขวง|อ\.|อำเภอ|เขต|จ\.|จังหวัด|ชั้น|อาคาร|ห้อง)\s?[\p{Script=Thai}\p{M}\d]{1,24}/uy,
  /\s(?:[\p{Script=Thai}\p{M}]{3,16}\s)?\d{5}(?!\d)/uy,
  /,?\s[\p{Script=Devanagari}\p{M}]{2,16}(?:[\s-]{1,2}\d{6}|(?=\s*(?:[,।.;\n]|$)))/uy
]

const BUILDING =
  'House|Mill|Bakery|Brewery|Works|Court|Tower|Towers|Building|Centre|Center|Plaza|Park|Farm|Barn|Hall|Studio|Studios|Yard|Wharf|Exchange|Chambers|Mall|Estate|Nagar|Apartments|Complex|Chowk'
const HEADS: RegExp[] = [
  /(?:(?:No|Nr)\.?\s)?[A-Z]?\d{1,4}[-/]$/u,
  new RegExp(
    `(?:${UNIT})[.:]?\\s?(?:n[º°o.]{1,2}\\s?)?(?:\\d{1,5}(?:[-/]\\d{1,4})?[A-Za-z]?|[A-Z](?:[-/]\\d{1,4})?)\\s?[,/–-]?\\s$`,
    'u'
  ),
  new RegExp(
    `(?:Plot|Shop|House|H|Door|Office|Office|Shed|Gala)\\.?\\s?(?:No\\.?\\s?)?[A-Z]?-?\\d{1,4}[A-Za-z]?(?:/\\d{1,4})?,?\\s$`,
    'u'
  ),
  new RegExp(`(?:[Tt]he\\s)?(?:${NAME}\\s){1,3}(?:${BUILDING}),\\s$`, 'u'),
  new RegExp(`(?:[Tt]he\\s)(?:${NAME}\\s){0,2}${NAME},\\s$`, 'u'),
  new RegExp(
    `(?:Wisma|Menara|Gedung|Plaza|Ruko|Graha|Kompleks|Komplek|Pertokoan|Bangunan|Edificio|Edifício|Torre|Résidence|Palazzo|Centro|Dom|[Tt]òa nhà|[Cc]hung cư|БЦ|ТЦ)\\s${NAME}(?:\\s${NAME}){0,2},?\\s$`,
    'u'
  ),
  /(?<![\p{L}\d])[A-Z]?-?\d{1,4}[A-Za-z]?(?:[/-]\d{1,4})*[A-Za-z]?,\s$/u,
  /(?<![\p{L}])(?:Plot|Lot|Shop|Unit|Door|House|Flat|Gala|Godown|Shed|Office|Bungalow|Stall)\s(?:No\.?\s?)?$/u,
  new RegExp(`(?:${TOWN}\\s)?(?:Mah(?:allesi|\\.)?|OSB|Sanayi Sitesi)[,\\s]{1,2}$`, 'u'),
  new RegExp(`(?:г|гор|м|місто|город)\\.?\\s?${NAME},\\s$`, 'u'),
  /[\p{Script=Han}]{2,8}(?:省|市|区|區|县|縣|镇|鎮|乡|鄉|村|里)$/u
]
/** The sentence ends or goes on. */
const GOES_ON = /^(?:[.!?)]*\s*$|[!?]\s|\s[a-z]+\s[a-z]{2})/
const LONGEST_HEAD = 60
const MOST_PARTS = 8

/** The address with all its parts. */
export function withParts(text: string, span: { from: number; to: number }): { from: number; to: number } {
  let { from, to } = span
  for (let part = 0; part < MOST_PARTS; part++) {
    if (GOES_ON.test(text.slice(to, to + 20))) break
    const length = Math.max(0, ...TAILS.map((tail) => matchAt(tail, text, to)?.[0].length ?? 0))
    if (length === 0) break
    to += length
  }
  for (let part = 0; part < 4; part++) {
    const before = text.slice(Math.max(0, from - LONGEST_HEAD), from)
    if (from === 0 || /(?:^|\s)[a-z]+\s$/.test(before)) break
    const length = Math.max(0, ...HEADS.map((head) => head.exec(before)?.[0].length ?? 0))
    if (length === 0) break
    from -= length
  }
  return { from, to }
}
