import { GENERIC, isTitle, ORDINARY } from './name-vocabulary.ts'
import type { Span } from './spans.ts'

const TITLE =
  '(?:(?:(?:Herrn?|Frau|Mr|Mrs|Ms|Dr|Sr|Sra|Srta|Don|Doña|doña|don|Señora?|M|Mme|Madame|Monsieur|Signora?|sig\\.ra|sig|Dott|pani|panią|pana|Pak|Bu|Bapak|Ibu|Mbak|Mas|Bang|Kak|Bli|Encik|Puan|Cik|Tuan|anh|chị|em|cô|chú|ông|bà|o|a|la|el|le)\\.?)\\s){0,2}'
/** After these stands who is wanted, and nothing else with a capital. */
const WANTED =
  "ask for|asking for|speak (?:to|with)|talk to|my name is|people call me|everyone calls me|they call me|call me|known as|(?:fragen sie|frag|fragt) nach|verlangen sie|ich heiße|ich bin (?:die|der)|man nennt mich|alle nennen mich|sprechen sie mit|demandez|demander|parlez à|je m['’]appelle|on m['’]appelle|pregunt(?:e|en|ar|a) por|habl(?:e|en|ar|a) con|me llamo|me dicen|me llaman|soy|procur(?:e|ar|em) (?:a|o|por)|fal(?:e|ar|em) com|me chamo|me chamam de|pode chamar|chiedet?e(?:re)? d(?:i|ella?|el)|parlat?e(?:re)? con|mi chiamo|mi chiamano|(?:za)?pyta(?:ć|jcie|j)(?: o)?|prosić|rozmawiać z|nazywam się|mam na imię|dzwonić do|adım|benim adım|bana|sorun|hubungi|cari|tanya(?:kan)?|nama saya|panggil(?: saya)?|bicara dengan|jumpa|gặp|hỏi|tên (?:tôi|em|mình) là|cứ gọi|liên hệ|спросите|спросить|позовите|меня зовут|обращаться к|звоните|питайте|запитайте|мене звати|покличте"
const anyCase = (words: string): string =>
  words.replace(/(?<=^|\||\(\?:)\p{Ll}/gu, (first) =>
    first.toUpperCase().length > 1 ? first : `[${first}${first.toUpperCase()}]`
  )
const CALLED = new RegExp(
  `(?<![\\p{L}])(?:${anyCase(WANTED)})[\\s:]{1,2}${TITLE}(?<name>\\p{Lu}[\\p{Ll}\\p{M}]{2,14})(?![\\p{L}\\p{N}@.-])`,
  'gu'
)
const WANTED_BEFORE = new RegExp(`(?<![\\p{L}])(?:${anyCase(WANTED)})[\\s:]{1,2}${TITLE}$`, 'u')
export const isWanted = (before: string): boolean => WANTED_BEFORE.test(before)

/** In scripts without capitals something that tells a name stands behind. */
const NATIVE: RegExp[] = [
  /(?:担当(?:者)?は|名前は|氏名は|私は|わたしは|窓口は)(?<name>[\p{Script=Katakana}\p{Script=Hiragana}ー]{2,8}?)(?=です|と申|と言|まで|。|$)/gu,
  /(?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])(?<name>[\p{Script=Katakana}ー]{2,8}|[\p{Script=Hiragana}]{2,6})(?=と申します|といいます|宛て?(?:に|で|まで|、|。|$)|様(?![\p{Script=Han}])|さん(?:まで|に|へ|宛))/gu,
  /(?<=^|[。！\n])(?<name>[\p{Script=Katakana}ー]{3,8})(?=です(?:。|$))/gu,
  /(?:我叫|叫我|名字(?:是|叫)|请找|請找|联系人(?:是|：|:)|聯絡人(?:是|：|:)|窗口是)\s?(?<name>[\p{Script=Han}]{2,3})(?=[，,。；;！!\s]|就行|即可|$)/gu,
  /(?:ติดต่อ|ถามหา|โทรหา|คุยกับ|เรียน|ขอสาย|ชื่อ)\s?(?:คุณ|พี่|น้อง|ป้า|ลุง)\s?(?<name>[\p{Script=Thai}\p{M}]{2,8})(?=\s|$|[.,])/gu,
  /(?<![\p{L}\p{M}])(?<name>[\p{Script=Devanagari}\p{M}]{2,12})\s(?:जी\s)?(?=से (?:बात|मिल|संपर्क)|को (?:कॉल|फ़ोन|फोन|बुला)|के नाम)/gu,
  /(?:नाम|मेरा नाम)\s(?<name>[\p{Script=Devanagari}\p{M}]{2,12})(?=\s(?:है|हूँ))/gu,
  /(?:اسألوا عن|اسمي|اطلب|تحدث مع|تواصل مع)\s(?:السيدة |السيد |الأستاذ |أ\. )?(?<name>[\p{Script=Arabic}]{3,12})/gu
]
const HAS_NATIVE =
  /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Arabic}]/u
/** Whom everybody is: customers, makers, months, messengers. */
const NOBODY =
  /^(?:メーカー|ユーザー|パートナー|ベンダー|スタッフ|オーナー|ドライバー|リーダー|クライアント|サポート|エンジニア|カスタマー|ゲスト|みな|みなさ|おきゃく|おとりひき|すべて|ここ|それ|これ|どなた|だれ|いつも|客服|我们|我們|他们|人事|财务|財務|经理|經理|公司|老板|老闆|ลูกค้า|ทีม|ฝ่าย|ग्राहक|टीम|लोग|सब|आप|हम|मैनेजर|किसी|फोन|फ़ोन|ईमेल|العملاء|الفريق|monday|tuesday|wednesday|thursday|friday|montag|dienstag|mittwoch|donnerstag|freitag|telegram|whatsapp|skype|viber|zoom|teams|slack|excel|google|bitrix|outlook|zalo|line|english|deutsch|français|español|crm|erp|api|sie|ihr|wir|you|they|he|she|it|el|ella|usted|vous|nous|lei|loro|eles|elas|kami|kita|anda|odoo|hubspot|salesforce|zoho|sap|jira|trello|support|reception|rezeption|empfang|help|demos?|germany|deutschland|france|españa|italia|polska|brasil|vertrieb|verkauf|technik|einkauf|ventas|compras|facturación|comercial|vendas|financeiro|ventes|vendite|sprzedaż|handlow\p{L}*|kierowni\p{L}*|manager|geschäftsführer\p{L}*|chef\p{L}*|director\p{L}*|gerente|inhaber\p{L}*)$/iu

/** Somebody is asked for whom the name doesn't tell: a nickname, a reading, or another person. */
export function findCalled(text: string, cuts: Span[]): Span[] {
  const found = [...text.matchAll(CALLED)]
  if (HAS_NATIVE.test(text)) for (const pattern of NATIVE) found.push(...text.matchAll(pattern))
  return found.flatMap((match) => {
    const name = match.groups?.name ?? ''
    const from = match.index + match[0].lastIndexOf(name)
    const to = from + name.length
    const word = name.toLowerCase()
    if (NOBODY.test(word) || GENERIC.has(word) || ORDINARY.has(word) || isTitle(word)) return []
    if (cuts.some((cut) => cut.from < to && from < cut.to)) return []
    return [{ kind: 'name' as const, from, to, why: 'maybe_name' }]
  })
}
