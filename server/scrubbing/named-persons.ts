import { GENERIC, isTitle, ORDINARY } from './name-vocabulary.ts'
import type { Span } from './spans.ts'

const anyCase = (words: string): string =>
  words.replace(/(?<=^|\|)\p{Ll}/gu, (first) =>
    first.toUpperCase().length > 1 ? first : `[${first}${first.toUpperCase()}]`
  )
const CAPITAL =
  "(?:\\p{Lu}[\\p{Ll}\\p{M}'’]+(?:-\\p{Lu}[\\p{Ll}\\p{M}]+)?|(?:Mc|Mac|O['’]|D['’]|De|Di|Al-|El-)\\p{Lu}\\p{Ll}+|\\p{Lu}\\.)"
const PARTICLE = '(?:von|van|de|del|de la|da|do|dos|di|bin|binti|ibn|bt|y|e)'
/** At least two words. */
const FULL = `${CAPITAL}(?:\\s(?:${PARTICLE}\\s)?${CAPITAL}){1,3}`
const TITLE =
  "Lic|Lcd[oa]|Arq|Mag|mgr|inż|Ir|Av|ThS|Herrn?|Frau|Mr|Mrs|Ms|Miss|Mx|Prof|Sr|Sra|Srta|D|Dña|Don|Doña|don|doña|señora?|seu|dona|Dona|Seu|Mme|Mlle|M|MM|Madame|Monsieur|Sig|Sig\\.ra|Signora?|signora?|Dott|Dott\\.ssa|Ing|Rag|pan|pani|panią|panem|pana|panu|Pan|Pani|Pak|Bu|Bapak|Ibu|Mbak|Mas|Bang|Kak|Encik|Puan|Cik|Tuan|Datuk|Dato['’]|anh|chị|ông|bà|cô|chú|Anh|Chị|Ông|Bà|Cô|г-н|г-жа|господин|госпожа|пан|пані|Shri|Smt|Shrimati"
const TITLED = new RegExp(
  `(?<![\\p{L}.])(?:${TITLE})\\.?\\s(?:(?:Dr|Ing|Prof|Dipl|Mag|Lic|Lcd[oa]|Arq|MMag|Rag|Geom|Avv|dr|inż|mgr|Ir|Hj|Haji|Hajah|Av|Uzm|ThS|TS|KS)\\.?(?:-Ing\\.)?\\s)?(?<name>${FULL})(?![\\p{L}])`,
  'gu'
)
const TURKISH = new RegExp(`(?<name>(?:${CAPITAL}\\s){2,3})(?:Bey|Hanım)(?!\\p{Ll})`, 'gu')
const ROLE = anyCase(
  'ansprechpartner(?:in)?|kontaktperson|zuständig|verantwortlich|contact person|point of contact|referente|responsabile|persona de contacto|persona encargada|encargad[oa]|responsable|interlocuteur|interlocutrice|personne à contacter|osob[aą] kontaktow[aą]|osoba odpowiedzialna|opiekun|yetkili(?: kişi)?|sorumlu(?: kişi)?|ilgili kişi|penanggung jawab|narahubung|orang yang dihubungi|pegawai bertugas|người phụ trách|người liên hệ|đầu mối|контактное лицо|ответственный|ответственная|контактна особа|pessoa de contato|pessoa responsável|quem cuida|contato|geschäftsführer(?:in)?|inhaber(?:in)?|gerente|dueñ[oa]|titolare|propriétaire|właściciel(?:ka)?|owner|founder|ceo|cto|it manager|office manager'
)
const SAID = new RegExp(
  `(?<![\\p{L}])(?:${ROLE})(?:\\s(?:\\p{Ll}[\\p{L}'’]*|IT|CRM|ERP|EDV)){0,5}(?:\\s(?:ist|is|es|est|è|é|jest|adalah|ialah|là|heißt|será|sera|sarà|bude)|\\s?[:=–—-]|,)?\\s(?:(?:${TITLE})\\.?\\s)?(?<name>${FULL})(?![\\p{L}])`,
  'gu'
)
/** What stands behind the last greeting. */
const SIGNED = new RegExp(
  `(?:gr(?:ü|ue)(?:ß|ss)en?|gru(?:ß|ss)|vg|lg|mfg|regards|cheers|thanks|thank you|sincerely|yours|best|saludos|un saludo|atentamente|gracias|cordialement|bien à vous|merci|saluti|cordialmente|grazie|pozdrawiam|z poważaniem|dziękuję|abraços?|atenciosamente|obrigad[oa]|saygılarımla|teşekkürler|iyi günler|selamlar|hormat (?:saya|kami)|salam|terima kasih|trân trọng|cảm ơn|thân mến|с уважением|спасибо|з повагою|дякую|धन्यवाद|सादर)[,!.]?[ \\t]*\\n+[ \\t]*(?<name>${CAPITAL}(?:\\s${CAPITAL}){0,3}|(?<=[\\u0900-\\u097f][,!.]?\\s*)[\\p{Script=Devanagari}\\p{M}]{2,14}(?:\\s[\\p{Script=Devanagari}\\p{M}]{2,16})?)[ \\t]*(?:\\n|$)`,
  'giu'
)
const CUE_BEFORE = anyCase(
  'ask for|asking for|speak (?:to|with)|talk to|contact|reach out to|see|get hold of|fragen sie(?: bitte)? nach|wenden sie sich an|melden sie sich bei|sprechen sie mit|voyez avec|adressez-vous à|contactez|demandez|demander|appelez|pregunt(?:e|en|ar) por|habl(?:e|en|ar) con|dirigirse a|contact(?:e|en|ar) (?:a|con)|procur(?:e|ar)(?: por| a| o)?|fal(?:e|ar) com|rivolgersi a|rivolgetevi a|chieder?e? di|parlare con|contattare|sentire|pytać o|rozmawiać z|ustalić z|kierownik|kierowniczka|księgow[ya]|szef|brygadzista|bernama|hubungi|jumpa|bernama|gặp|liên hệ|hỏi|tên là|спросите|обращайтесь к|звоните|питайте|зверніться до'
)
const RELATIVE =
  '(?:(?:mein|meine|unser|unsere|mon|ma|notre|mi|nuestr[oa]|mio|mia|il mio|la mia|meu|minha|nosso|nossa|mój|moja|nasz|nasza|my|our|saya|kami)\\s\\p{L}{3,16}(?:\\s\\p{Ll}{3,14})?,?)'
const ASKED = new RegExp(`(?<![\\p{L}])(?:${CUE_BEFORE})\\s(?:(?:${TITLE})\\.?\\s)?(?<name>${FULL})(?![\\p{L}])`, 'gu')
const RELATED = new RegExp(
  `(?<![\\p{L}])${RELATIVE}\\s(?:(?:${TITLE})\\.?\\s){0,3}(?<name>${FULL})(?=,|\\s\\p{Ll}|\\.|$)`,
  'gu'
)
const MALAY = '(?:\\s(?:a/l|a/p|bin|binti)\\s\\p{Lu}\\p{Ll}+)'
const CUE_AFTER = new RegExp(
  `(?<![\\p{L}])(?<name>${CAPITAL}(?:${MALAY}|\\s${CAPITAL}){1,3})(?=,?\\s(?:ile (?:konuş|görüş|irtibat|iletişim)|boleh dihubungi|dapat dihubungi|bisa dihubungi|is in charge|handles|looks after|ist zuständig|kümmert sich|est chargée?|s['’]occupe|se encarga|se ocupa|si occupa|cuida d|zajmuje się|odpowiada za|phụ trách|отвечает за|занимается|відповідає за))`,
  'gu'
)
const SURNAMES =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文施洪欧歐區区司岑麦麥關关甘'
const HAN_NAME = `(?:(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|宇文)[\\p{Script=Han}]{1,2}|[${SURNAMES}](?!先生|女士|小姐|太太|[经經]理|[老總总])[\\p{Script=Han}]{1,2})`
const NATIVE: RegExp[] = [
  new RegExp(
    `(?:联系人|聯絡人|负责人|負責人|窗口|主管|经理|經理|经办人|联系|聯繫|聯絡|请找|請找|对接人|對接人|老板|老闆|出纳|出納|会计|會計|财务|財務|采购|採購)(?:[是为為係系：:]|\\s)?(?<name>${HAN_NAME})(?=[，,。；;！!、\\s]|先生|小姐|女士|经理|經理|$)`,
    'gu'
  ),
  /(?<=[のはがをにと、。：:]|^)(?<name>[\p{Script=Han}]{1,3}[ 　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}?)(?=(?:さん|様|氏|さま)?(?:が|は)(?:窓口|担当)|(?:さん|様|氏|さま)(?:まで|に|へ|宛|を))/gu,
  /(?:担当|窓口|責任者|係)の(?<name>(?!者|方|人|係|部|もの)[\p{Script=Han}]{1,4}(?:[ 　]?[\p{Script=Han}]{1,3})?)(?=まで|に(?:ご|お)|へ|宛|(?:さん|様)(?:まで|に|へ|宛|を))/gu,
  /ชื่อ(?<name>[\p{Script=Thai}\p{M}]{3,16}\s[\p{Script=Thai}\p{M}]{4,22})(?=\s|$|[.,])/gu,
  /(?:คือ|ชื่อ|ติดต่อ|ถามหา|ประสานงาน|กับ|ถึง|หา|เรียน)\s?(?:คุณ|นาย|นางสาว|นาง|น\.ส\.)\s?(?<name>[\p{Script=Thai}\p{M}]{2,16}\s[\p{Script=Thai}\p{M}]{3,22})(?=\s|$|[.,])/gu,
  /(?<![\p{L}\p{M}])(?:श्री|श्रीमती|सुश्री|डॉ\.?)\s(?<name>[\p{Script=Devanagari}\p{M}]{2,14}\s[\p{Script=Devanagari}\p{M}]{2,16})(?=\s(?:जी\s)?(?:से|को|हैं|है)|[,।]|$)/gu
]
/** Two words with capitals beside each other. */
const PAIR = /\p{Lu}[\p{Ll}\p{M}'’.]+\s(?:\p{Ll}{1,5}\s){0,2}\p{Lu}|a\/[lp]/u
const ANY = /(?:)/
const HAS_NATIVE = /[\p{Script=Han}\p{Script=Thai}\p{Script=Devanagari}]/u
const PRODUCT =
  /^(?:bitrix24|google|microsoft|sap|salesforce|hubspot|zoho|odoo|amazon|facebook|whatsapp|telegram|excel|crm|erp)/iu
/** Departments and the like may be asked for too. */
const DEPARTMENT =
  /^(?:human|resources|recursos|humanos|ressources|humaines|risorse|umane|cent(?:er|re)|support|service|servicio|serviço|servizio|sales|team|vertrieb|einkauf|marketing|station|office|department|abteilung|clients?|kunden\p{L}*)$/u

/** Each with a sign without which it can't be in a text. */
const LATIN: [RegExp, RegExp][] = [
  [SAID, ANY],
  [ASKED, ANY],
  [
    RELATED,
    /(?:[mM]ein|[uU]nser|[mM][oy]n?|[mM][ai]|[nN]u?[oe]s[tsz]|[mM]i[oa]|[mM]eu|[mM]inha|[mM]ój|[oO]ur|saya|kami|[nN]asz)/
  ],
  [
    CUE_AFTER,
    /ile (?:ko|gö|ir|il)|dihubungi|charg|handles|looks|zuständig|kümmert|occup|encarga|ocupa|cuida|zajmuje|odpowiada|phụ trách|отвеч|заним|відпов/
  ]
]

const BY_TITLE: [RegExp, RegExp][] = [
  [
    TITLED,
    /(?:^|[^\p{L}.])(?:\p{Lu}\p{L}{0,7}|pan\p{L}{0,2}|se[un]\p{L}{0,4}|do[nñ]a?|signora?|anh|chị|ông|bà|cô|chú|mgr|inż|г-\p{L}+|госп\p{L}+)\.?\s\p{Lu}/u
  ],
  [TURKISH, /Bey|Hanım/]
]
/** A person is asked for, called or written to. */
const REACHING =
  /(?<!\p{L})(?:ask|contact|reach|call|phone|ring|speak|talk|write|mail|meet|see|hand|(?:nach|an)?fragen|wend|meld|sprech|ansprech|erreich|ruf|anruf|kontak|zuständig|verantwort|schreib|gehört|dirig|pregunt|habl|llam|escrib|cargo|encarg|demand|appel|joign|adress|écri|voir|voyez|charge|chied|rivol|parl|sent|scriv|contatt|skontakt|comun|procur|fal[ea]|lig[au]|contat|responsá|pyta|rozmaw|dzwon|zadzwon|pisz|ustal|ara[yr]|sor[ua]|görüş|konuş|ulaş|yazın|iletiş|istey|hubung|dihubung|tanya|cari|jumpa|bicara|gặp|hỏi|liên hệ|gọi|tìm|спрос|обра[тщ]|звон|позвон|пиш|напиш|питай|запит|зверн)|से (?:बात|मिल|संपर्क)|पूछ/iu
const LONGEST_REACH = 60

function isToBeReached(text: string, from: number, to: number): boolean {
  const before =
    text
      .slice(Math.max(0, from - LONGEST_REACH), from)
      .split(/[.!?\n](?=\s)/)
      .at(-1) ?? ''
  return REACHING.test(before) || REACHING.test(text.slice(to, to + LONGEST_REACH).split(/[.!?\n](?=\s)/)[0] ?? '')
}

/** Other people that may be reached at the client's, called by their full name behind a title or what they do. */
export function findNamedPersons(text: string): Span[] {
  const found: RegExpExecArray[] = []
  if (PAIR.test(text)) {
    const matchesOf = ([pattern, needs]: [RegExp, RegExp]) => (needs.test(text) ? [...text.matchAll(pattern)] : [])
    found.push(...LATIN.flatMap(matchesOf))
    found.push(
      ...BY_TITLE.flatMap(matchesOf).filter(({ 0: { length }, index }) => isToBeReached(text, index, index + length))
    )
  }
  if (text.includes('\n')) found.push(...text.matchAll(SIGNED))
  if (HAS_NATIVE.test(text)) for (const pattern of NATIVE) found.push(...text.matchAll(pattern))
  return found.flatMap((match) => {
    const name = (match.groups?.name ?? '').trimEnd()
    const words = name.toLowerCase().split(/\s+/)
    if (words.some((word) => PRODUCT.test(word) || DEPARTMENT.test(word) || GENERIC.has(word))) return []
    if (words.every((word) => ORDINARY.has(word) || isTitle(word))) return []
    const from = match.index + match[0].lastIndexOf(name)
    return [{ kind: 'name' as const, from, to: from + name.length }]
  })
}
