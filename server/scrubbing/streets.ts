import type { Span } from './spans.ts'

const LABEL =
  /(?<![\p{L}])(?:(?:street |postal |mailing |office |post|büro|firmen|geschäfts|liefer|besuchs)?(?:address|adresse|anschrift)|dirección|direccion|domicilio|endereço|endereco|indirizzo|sede legale|siège social|siege social|adres(?:imiz|i)?|地址|住址|住所|所在地|địa chỉ|alamat(?: kantor| pejabat)?|ที่อยู่|पता|адрес|domicile|office at|située? au|sitz|standort)\s{0,2}(?:(?:is|ist|es|é|est|è|to|adalah|ialah|là|は|是|คือ|है)\s{0,2})?[:：=]\s{0,2}/giu
/** "IP address:" and "Adresse: siehe unten" are none. */
const NO_STREET = /(?:ip|web|mail|mac|e-mail|url|internet|email)[\s-]?$/iu
const END_OF_LABELLED =
  /\n|[。；;|]|(?<=\S{3})[.!?](?=\s+[\p{Lu}\p{Lo}]|\s*$)|\s[-–—]\s|(?=\s+(?:tel|phone|e-?mail|mobile|telefon|telegram|whatsapp)\b)/iu
const LONGEST_ADDRESS = 140

const NUMBER = '\\d{1,5}(?:\\s?[a-zA-Z](?![\\p{L}]))?(?:\\s?[-–/]\\s?\\d{1,5}[a-zA-Z]?)?'
const CITY =
  '(?:\\s?,?\\s(?:[A-Z]{1,3}-)?(?:\\d{4,6}(?:-\\d{3,4})?|\\d{2}-\\d{3})(?:\\s\\p{Lu}[\\p{L}-]{1,30}){1,3}|,\\s\\p{Lu}[\\p{L}-]{2,30}(?:\\s\\p{Lu}[\\p{L}-]{2,30})?(?=\\s*(?:[.,;\\n]|$)))?'
const WORD = "\\p{Lu}[\\p{L}.'’-]{0,30}"
const NAME = `(?:${WORD}|\\d{1,2}(?:st|nd|rd|th)|de|da|do|dos|das|del|dell|della|delle|dello|degli|dei|di|des|du|san|santa|y|e|i|la|le|les|los|las|von|der|den|zu|zum|zur|am|im|an|l['’]\\p{Lu}[\\p{L}-]{1,30})(?![\\p{L}])`
const NAMES = `${NAME}(?:\\s${NAME}){0,5}`
const PATTERNS: RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])(?:Postfach|P\\.?\\s?O\\.?\\s?Box|[Bb]oîte postale|B\\.?P\\.?|[Aa]partado(?: de [Cc]orreos)?|[Cc]aixa [Pp]ostal|[Cc]asella [Pp]ostale|skr\\. poczt\\.|私書箱|邮政信箱|郵政信箱)\\s?(?:[Nn]r?[o.]?\\.?\\s?)?\\d{1,6}${CITY}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:${WORD} ){0,2}(?:\\p{Lu}[\\p{L}-]{0,30}(?:stra(?:ß|ss)e|str\\.|gasse|allee|damm|ufer|chaussee|platz|weg|ring|steig|graben|markt|hof)|\\p{Lu}[\\p{L}-]{1,30}\\s(?:[Ss]tr\\.|stra(?:ß|ss)e)|(?:Stra(?:ß|ss)e|Str\\.|Gasse|Allee|Platz|Weg|Ring|Damm)(?: des?r? \\p{Lu}[\\p{L}-]{1,30})?)\\s?(?:Nr\\.?\\s?)?${NUMBER}${CITY}`,
    'gu'
  ),
  new RegExp(
    `\\d{1,5}[A-Za-z]?\\s(?:(?:${WORD}|\\d{1,3}(?:st|nd|rd|th))\\s){1,4}(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Boulevard|Blvd\\.?|Court|Ct\\.?|Square|Sq\\.?|Terrace|Highway|Hwy|Parkway|Pkwy|Place|Close|Crescent|Way)(?![\\p{L}])(?:,?\\s(?:Suite|Ste\\.?|Apt\\.?|Unit|Floor|#)\\s?[\\w-]+)?(?:,\\s\\p{Lu}[\\p{L} ]{2,30})?(?:,?\\s[A-Z]{2}\\s\\d{5}(?:-\\d{4})?|,?\\s[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})?`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:[Cc]alle|C/|[Aa]venida|Avda\\.?|Av\\.|[Pp]aseo|[Pp]laza|Pza\\.?|[Cc]arrera|Cra\\.?|[Rr]ua|[Tt]ravessa|[Pp]raça|[Aa]lameda|[Rr]odovia|Via|via(?!\\s(?:Telegram|WhatsApp|Skype|Viber|Messenger|API|REST|SOAP|Webhook|Bitrix|Excel|CSV|XML|SIP|VPN|SMS|Zoom|Teams|Web|Mail|E-))|[Vv]iale|[Pp]iazza|[Cc]orso|[Ll]argo|[Vv]icolo)\\s${NAMES},?\\s(?:n[º°.]?\\s?|No\\.?\\s?|#\\s?|nº\\s?)?${NUMBER}${CITY}`,
    'gu'
  ),
  new RegExp(
    `(?<!\\d)\\d{1,4}(?:\\s?(?:bis|ter|quater))?,?\\s(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Aa]llée|[Qq]uai|[Ii]mpasse|[Rr]oute|[Cc]ours)\\s${NAMES}${CITY}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:ul\\.|ulica|ulicy|al\\.|aleja|alei|os\\.|pl\\.)\\s?(?:${WORD}\\s){0,3}(?:${WORD})\\s${NUMBER}(?:\\s?m\\.?\\s?\\d+)?${CITY}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:${WORD}\\s){1,3}(?:Mah(?:allesi|\\.)?,?\\s(?:${WORD}\\s){1,3})?(?:Cad(?:desi|\\.)?|Sok(?:ağı|ak|\\.)?|Bulvarı|Blv\\.?)\\s?,?\\s?(?:No\\s?[:.]?\\s?)?${NUMBER}(?:\\s?[/,]\\s?\\p{Lu}[\\p{L}/ ]{1,40})?`,
    'gu'
  ),
  /(?:[\p{Script=Han}]{2,9}(?:省|市|区|區|县|縣)){0,4}[\p{Script=Han}]{1,8}(?:路|街|道|大道|巷|弄|胡同)(?:[一二三四五六七八九十]{1,2}段)?\s?\d{1,5}\s?(?:号|號|弄)(?:[\p{Script=Han}\d-]{0,12}(?:室|楼|樓|层|號|号|座|单元))?/gu,
  /(?:〒?\s?\d{3}-\d{4}\s?)?(?:[\p{Script=Han}ヶケ]{2,4}[都道府県])?[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{1,8}[市区町村][\p{Script=Han}\p{Script=Katakana}ヶケのノ]{1,10}(?:\d{1,3}丁目)?\s?\d{1,4}(?:番地?|[-−–ー]\d{1,4})(?:[-−–ー]?\d{1,4}号?)*/gu,
  new RegExp(
    `(?:[Ss]ố\\s)?${NUMBER},?\\s(?:đường|Đường|phố|Phố|ngõ|Ngõ)\\s${WORD}(?:\\s${WORD}){0,3}(?:,\\s(?:[Pp]hường|[Qq]uận|[Pp]\\.|[Qq]\\.)[^,.\\n]{1,25}){0,3}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}\\d])(?:(?:[Nn]o\\.?\\s?)?\\d{1,4}[A-Z]?,?\\s)?(?:Jl\\.?|Jalan|Jln\\.?|Lorong|Persiaran|Lebuh)\\s(?:${WORD}|\\d{1,2}/\\d{1,3}[A-Z]?)(?:\\s(?:${WORD}|\\d{1,2}/\\d{1,3}[A-Z]?)){0,3}(?:,?\\s(?:[Nn]o\\.?\\s?|[Nn]omor\\s)?${NUMBER})?${CITY}`,
    'gu'
  ),
  /(?:บ้าน)?(?:เลขที่\s?)?\d{1,4}(?:\/\d{1,4})?\s?(?:หมู่\s?\d+\s?)?(?:ซอย|ซ\.|ถนน|ถ\.)\s?[\p{Script=Thai}\d ]{2,30}(?:(?:แขวง|เขต|ตำบล|อำเภอ|จังหวัด)[\p{Script=Thai}]{2,20}\s?){0,4}(?:\d{5})?/gu,
  /(?:मकान|प्लॉट|फ्लैट|दुकान)\s?(?:नं\.?|नंबर|संख्या)\s?\d+[^।\n]{0,60}?(?:मार्ग|रोड|नगर|गली|सेक्टर\s?\d+|कॉलोनी)/gu
]

/** Street addresses: what a label calls so, and what has the form of one. Read from the text as it is written. */
export function findStreets(text: string): Span[] {
  const spans: Span[] = []
  for (const found of /[:：=]/.test(text) ? text.matchAll(LABEL) : []) {
    if (NO_STREET.test(text.slice(Math.max(0, found.index - 12), found.index))) continue
    const from = found.index + found[0].length
    const rest = text.slice(from, from + LONGEST_ADDRESS)
    const end = END_OF_LABELLED.exec(
      rest.replace(/(?<=\b(?:str|st|ave|rd|dr|nr|no|av|ul|al|jl|jln|cad|sok|mah|blvd|c|n|km|apt|ste))\./giu, '_')
    )
    const length = (end?.index ?? rest.length) || 0
    if (/\p{L}{2}|\d/u.test(rest.slice(0, length)) && /\d|\p{Script=Han}|\p{Lu}/u.test(rest.slice(0, length)))
      spans.push({ kind: 'address', from, to: from + rest.slice(0, length).trimEnd().length })
  }
  if (!/\d/.test(text)) return spans
  for (const pattern of PATTERNS)
    for (const found of text.matchAll(pattern))
      spans.push({ kind: 'address', from: found.index, to: found.index + found[0].trimEnd().length })
  return spans
}
