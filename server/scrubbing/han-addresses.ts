import type { Span } from './spans.ts'

const HAN_NUMBER = '(?:\\d{1,5}|[〇零一二三四五六七八九十百千两兩]{1,6})'
const NUMBER = `[甲乙丙丁附之]?${HAN_NUMBER}(?:[-–—之甲乙]\\d{1,4})?`
/** What a number in a Chinese address stands behind, and what it stands before. */
const ROAD =
  '路|街|道|巷|弄|胡同|大街|大道|里|村|屯|庄|莊|坊|园|園|苑|区|區|镇|鎮|乡|鄉|段|组|組|鄰|邻|社|寨|湾|灣|沟|埔|厝|城|港|洲|岛|島|圩|坝|坪|埕'
const STREET = `[\\p{Script=Han}]{1,8}(?:路|街|道|巷|弄|胡同)(?:[东西南北中東]段)?`
const HOUSE = '号|號|弄|巷|段|组|組|鄰|邻'
const ROOM = '栋|棟|幢|座|期|楼|樓|层|層|室|单元|單元|号楼|號樓|号|號|门|門|户|戶|铺|鋪|舖|档|號舖|铺位|房'
const BUILT =
  '大厦|大廈|大楼|大樓|广场|廣場|中心|花园|花園|小区|小區|公寓|商城|商厦|园区|園區|工业园|工業園|产业园|產業園|科技园|創意園|创意园|市场|市場|宿舍|家园|新村|别墅'
const REST = `(?:[\\p{Script=Han}A-Za-z·]{0,12}?(?:${BUILT})|[A-Za-z东西南北中]{0,3}(?:${NUMBER}|[A-Z])[A-Z]?(?:${ROOM})(?:之${HAN_NUMBER})?|[A-Z]?\\d{3,5}(?!\\d)|[A-Z](?:${ROOM})|地下|地库|底层|对面|旁)`
const CHINESE: RegExp[] = [
  new RegExp(
    `[\\p{Script=Han}]{1,10}(?:${ROAD})[東西南北中东]?\\s?(?:${NUMBER}\\s?(?:${HOUSE})\\s?){1,4}${'(?:附\\d{1,3}[号號])?'}(?:[\\s,，]?${REST}){0,5}`,
    'gu'
  ),
  new RegExp(
    `[\\p{Script=Han}]{1,14}(?:${BUILT}|[东西南北中]区)\\s?(?:[A-Z东西南北]?(?:${NUMBER}|[A-Z])(?:${ROOM})){1,4}(?:[A-Z]?\\d{3,5}(?!\\d))?(?:${REST}){0,3}`,
    'gu'
  ),
  new RegExp(`[\\p{Script=Han}]{2,12}${HAN_NUMBER}(?:栋|棟|幢|号楼|號樓)(?:${REST}){1,3}`, 'gu'),
  new RegExp(`${STREET}[与與和及]${STREET}(?:的)?(?:交叉口|交汇处|交匯處|交会处|路口|口|交界)`, 'gu'),
  /[\p{Script=Han}]{0,8}\s?(?:(?:第\s?)?\d{1,6}(?:-\d{1,6})?\s?(?:号|號)?(?:信箱|郵政信箱|邮政信箱)(?:\d{1,4}分箱)?|信箱\s?(?:第\s?)?\d{1,6}(?:-\d{1,6})?\s?[号號])/gu,
  new RegExp(
    `[\\p{Script=Han}]{2,8}(?:省|市|县|縣)[\\p{Script=Han}]{2,10}(?:区|區|镇|鎮|乡|鄉)[\\p{Script=Han}]{0,8}${NUMBER}(?:${HOUSE}|${ROOM})(?:${REST}){0,4}`,
    'gu'
  )
]
/** What stands before an address and belongs to the sentence. */
const LEAD =
  /^.*(?:位于|位於|坐落于|坐落於|地址|住址|搬到|寄到|送到|(?:公司|工厂|工廠|仓库|倉庫|门店|門市|总部|總部)|[在是到至往址])(?=[\p{Script=Han}]{2})/u
const LONGEST_LEAD = 24
const ENDS_LEAD = /[^\p{Script=Han}A-Za-z\d]/u

const KANA = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー'
const PLACE = '[\\p{Script=Han}\\p{Script=Katakana}ヶケノのがつ]'
/** 美しが丘 */
const WITHIN = '(?:(?![はをでにもとへや])\\p{Script=Hiragana}){1,3}(?=\\p{Script=Han})'
const J_NUMBER = '(?:\\d{1,5}|[〇一二三四五六七八九十百]{1,5})'
const DASH = '[-−–ーのノ]'
const J_HOUSE = `(?:[東西南北]?${J_NUMBER}(?:丁目|番地?|号|条(?:[東西南北])?|線)(?:[のノ]?${DASH}?\\d{1,4}(?!\\d*(?:丁目|番|号|条)))?){1,4}(?:${DASH}?\\d{1,5}号?){0,3}|\\d{1,5}(?:${DASH}\\d{1,5}){1,4}号?`
const J_BUILT =
  'ビルヂング|ビルディング|ビル|ヒルズ|タワー|マンション|プラザ|会館|ハイツ|コーポ|レジデンス|スクエア|センター|ガーデン|パーク|テラス|メゾン|荘|寮|アパート|団地'
const J_ROOM = `[\\s　]?(?:[${KANA}A-Za-z\\d]{1,14}(?:${J_BUILT})(?:[東西南北本新別]館|[東西南北A-Z]棟)?\\s?(?:[B地下]{0,2}\\d{1,4}(?:階|F|号室|号|-\\d+)?)?|[B地下]{0,2}\\d{1,4}(?:階|F|号室)(?!建))`
const JAPANESE: RegExp[] = [
  /[\p{Script=Han}\p{Script=Katakana}]{0,8}(?:郵便局)?私書箱\s?(?:第\s?)?\d{1,5}号?/gu,
  new RegExp(
    `(?:〒?\\s?\\d{3}-\\d{4}\\s?)?${PLACE}{1,6}[都道府県市区郡町村](?:${PLACE}|[上下]る|入る|${WITHIN}|[\\s　])*?(?:${J_HOUSE})(?:${J_ROOM}){0,2}`,
    'gu'
  ),
  new RegExp(
    `${PLACE}{2,12}(?:大字|字|[郡町村])${PLACE}{1,8}?(?:大字|字)?${PLACE}{1,6}\\d{1,5}(?:${DASH}\\d{1,4}){0,2}(?:番地?)?`,
    'gu'
  ),
  new RegExp(
    `(?<![\\d\\p{Script=Han}])${PLACE}{2,8}(?:\\d{1,2}(?:-\\d{1,3}){2,3}|${J_NUMBER}丁目\\s?(?:\\d{1,4}(?:番|-)(?:\\d{1,4})?(?:号)?|${J_NUMBER}番(?:地)?(?:${J_NUMBER}号)?)?)(?![\\d年月])(?:${J_ROOM}){0,2}`,
    'gu'
  ),
  new RegExp(
    `[${KANA}A-Za-z]{2,14}(?:${J_BUILT})(?:[東西南北本新別]館|[東西南北A-Z]棟)?\\s?[B地下]{0,2}\\d{1,4}(?:階|F|号室)(?!建)`,
    'gu'
  )
]
/** Goes along with an address; alone it tells only a town. */
const POSTCODE_NEXT =
  /^[\s,，、。]{0,2}(?:〒|(?:邮编|邮政编码|郵遞區號|郵編|郵便番号)[是:：は为為\s]{0,3})(?:\d{3}-?\d{4}|\d{5,6}|\d{3}(?!\d))(?![\d-])/u

/** Addresses of the scripts that set no spaces: parts in a row down to a house. */
export function findHanAddresses(text: string): Span[] {
  const spans: Span[] = []
  if (!/[\p{Script=Han}\p{Script=Katakana}]/u.test(text)) return spans
  for (const pattern of /[ぁ-ヿ]/u.test(text) ? JAPANESE : [...CHINESE, ...JAPANESE.slice(1, 2)])
    for (const found of text.matchAll(pattern)) {
      const end = found.index + found[0].length
      const to = end + (POSTCODE_NEXT.exec(text.slice(end, end + 20))?.[0].length ?? 0)
      spans.push({ kind: 'address', from: beginOf(text, found.index, found[0]), to })
    }
  return spans
}

/** With the province and town before it, without the sentence. */
function beginOf(text: string, at: number, found: string): number {
  const start = Math.max(0, at - LONGEST_LEAD)
  let before = text.slice(start, at)
  const sign = [...before].findLastIndex((char) => ENDS_LEAD.test(char))
  before = [...before].slice(sign + 1).join('')
  const whole = before + found
  const lead = LEAD.exec(whole.slice(0, Math.max(0, whole.length - 4)))?.[0] ?? ''
  return at - before.length + lead.length
}
