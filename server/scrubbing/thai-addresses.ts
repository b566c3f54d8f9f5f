import type { Span } from './spans.ts'

const THAI = '[\\p{Script=Thai}\\p{M}]'
/** What is called by a name or a number, and what only by a number. */
const NAMED =
  'หมู่บ้าน|ตรอก|ถนนวงแหวน|ซอย|ซ\\.|ถนน|ถ\\.|อาคาร|ตึก|คอนโด(?:มิเนียม)?|นิคมอุตสาหกรรม|นิคม|แฟลต|ทางหลวง|โครงการ|ตลาด|ห้าง|เซ็นทรัล|ชุมชน|ปณ[จฝ]\\.?\\s?|ไปรษณีย์'
const NUMBERED =
  'โกดัง|คลังสินค้า|โรงงาน|บ้านเลขที่|เลขที่|หมู่ที่|หมู่|ม\\.|ชั้น(?:ที่)?|ห้อง|แปลง|กม\\.?|กิโลเมตรที่|ตู้\\s?ปณ?\\.?|ตู้ไปรษณีย์|ยูนิต|บล็อก|โซน'
const REGION = 'ตำบล|ต\\.|แขวง|อำเภอ|อ\\.|เขต|จังหวัด|จ\\.'
const VALUE = `(?:\\s?[A-Z]?\\d[\\dA-Z/.-]{0,8}|\\s?[A-Z](?![A-Za-z]))`
const PART = `(?:(?:${NAMED})(?:${VALUE}|\\s?${THAI}{2,24}(?:\\s(?:${VALUE}))?)|(?:${NUMBERED})${VALUE}|(?:${REGION})\\s?${THAI}{2,20})`
const ADDRESS = new RegExp(
  `(?:(?<![\\d.,])\\d{1,4}(?:/\\d{1,4})?\\s)?(?<parts>${PART}(?:[\\s,]{0,2}${PART}|\\s\\d{1,4}(?:/\\d{1,4})?(?=\\s(?:${NAMED}|${NUMBERED}|${REGION})))*)(?:[\\s,]{0,2}(?:กรุงเทพ(?:ฯ|มหานคร)?|กทม\\.?|${THAI}{3,16}))?(?:[\\s,]{0,2}\\d{5}(?!\\d))?`,
  'gu'
)
const KINDS = new RegExp(`(?<strong>${NAMED}|${NUMBERED})|${REGION}`, 'gu')

/** Thai addresses: at least two parts beside each other, and a number. */
export function findThaiAddresses(text: string): Span[] {
  if (!/[\u0e00-\u0e7f]/.test(text) || !/\d/.test(text)) return []
  return [...text.matchAll(ADDRESS)].flatMap((found) => {
    if (!/\d/.test(found[0])) return []
    const kinds = new Set<string>()
    let weight = /^\d/.test(found[0]) ? 0.5 : 0
    for (const { 0: kind, groups } of (found.groups?.parts ?? '').matchAll(KINDS)) {
      if (kinds.has(kind)) continue
      kinds.add(kind)
      weight += groups?.strong === undefined ? 0.5 : 1
    }
    return weight >= 1.5
      ? [{ kind: 'address' as const, from: found.index, to: found.index + found[0].trimEnd().length }]
      : []
  })
}
