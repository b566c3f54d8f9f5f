import { isProduct } from './domains.ts'
import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'

export const MESSENGERS =
  'tele ?gram+|t\\.e\\.l\\.e\\.g\\.r\\.a\\.m|телеграм+|телега|телеге|telegramie|टेलीग्राम|تلغرام|تيليجرام|whats ?app|whats|wasap|guasap|zap|ватсап|вотсап|व्हाट्सएप|वाट्सएप|واتساب|viber|вайбере?|skype|skypie|скайпе?|スカイプ|स्काइप|wechat|we chat|weixin|微信|威信|v信|薇信|加v|vx|wx|line|ライン|らいん|ไลน์|加賴|加赖|[賴赖]的?|zalo|kakao(?:talk)?|카톡|카카오톡|signal|threema|discord(?:zie|a|em|ie)?|icq|qq|q号|扣扣|钉钉|dingtalk|chatwork|instagram\\p{L}{0,3}|insta|ig|инста|инстаграм|インスタ(?:グラム)?|इंस्टाग्राम|इंस्टा|อินสตาแกรม|facebook|face|fb|เฟซบุ๊ก|เฟสบุ๊ค|臉書|脸书|फेसबुक|フェイスブック|messenger\\p{L}{0,2}|linkedin|xing|twitter|ツイッター|微博|小红书|抖音|tiktok|snapchat|slack|tg|wa|imessage|facetime|google ?talk|hangouts|gmail|hotmail|yahoo|gmx|icloud|protonmail|тг|тлг|вк|вконтакте|vk|gg'
const WHAT =
  'id|name|handle|user(?:name)?|nick(?:name)?|account|konto|cuenta|usuario|conta|usuário|compte|identifiant|utente|kullanıcı(?: adı)?|hesab\\p{L}*|nazwa|login|contact|kontakt|账号|賬號|帐号|帳號|号|號|号码|アカウント|のid|ไอดี|आईडी|номер|ник|@'
const SAYS =
  'is|ist|es|é|est|è|to|adalah|ialah|là|は|是|为|為|คือ|है|unter|under|on|as|als|como|comme|come|jako|olarak|at|auf'
/** Words between a messenger and whom it reaches: "my insta is", "auf Instagram unter", "我的IG是". */
const BETWEEN = "(?:[\\s,’'-]{1,2}[\\p{L}\\p{M}]{1,12}){0,3}"
const TELLING_HANDLE = '(?:@?[a-z0-9]{1,24}(?:[._-][a-z0-9]{1,24}){1,3}|[a-z]{2,20}\\d{1,8}[a-z0-9]{0,10})'
const NEAR = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}])(?:${MESSENGERS})(?:是|为|為|は|が|의|은|는|ไอดี|คือ|adım|号是|号|號)?${BETWEEN}(?:[\\s,:：=('"-]{1,3}|(?<=[^\\x00-\\u02ff])\\s?)(?:/in/)?(?<handle>${TELLING_HANDLE})(?![\\p{Script=Latin}\\p{N}@])`,
  'gu'
)
const NATIVE_HANDLE =
  /(?<![\p{L}\p{N}])@[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Cyrillic}\p{Script=Devanagari}\p{M}]{2,20}/gu
/** 88812345 */
const NUMBERED =
  /(?<![\p{L}\p{N}])(?:qq|q|q号|qq号|扣扣|gg|icq|вк|id)\s?(?:号|號|id|nr)?[\s:：]{0,3}(?<handle>\d{4}(?:\s?\d){1,7})(?!\d)/gu
const HANDLE = '[@~+]?[a-z0-9][a-z0-9_.:#-]{1,40}'
const LABELLED = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}])(?:${MESSENGERS})(?:[ -]?(?<what>${WHAT})){0,2}(?<separator>\\s{0,2}[:：=→>#]\\s{0,2}[("'«“]?|\\s(?:${SAYS})\\s{1,2}|\\s{0,2}(?:は|是|คือ)\\s{0,2}|\\s[-–]\\s|\\s?[(]|\\s{0,2})(?<handle>${HANDLE})`,
  'gu'
)
const AT_HANDLE =
  /(?<![@.]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{M}])[\p{L}\p{N}])@[ ]?[a-z0-9_][a-z0-9_.]{2,40}/gu
/** Words that stand behind a messenger's name without being anybody's. */
export const INNOCENT =
  /^(?:\d{1,4}(?:[.:/-]\d{1,4})?|24\/7|\d+[kx]|api\d*|bots?|v?\d+(?:\.\d+)+|business.*|chats?|channels?|integration.*|groups?|api.*|crm|b2b|b2c|bitrix24|1c|sap|erp|web|app|e-?mail|email|mail|sms|telefon\w*|phone\w*|and|or|und|oder|via|for|with|whatsapp|telegram|viber|skype|wechat|line|instagram|facebook|messenger|signal|zalo|linkedin|ja|nein|yes|no|si|oui|non|sim|tak|nie|evet|hay\w*|ok|n\/a|none|keine?|new|important\w*|wichtig\w*|required|needed|erforderlich|later|soon|only|nur|also|auch|support\w*|connect\w*|open|live|center|centre|marketing|ads|leads?|sales|shop\w*|kampagnen?|campaigns?|bot-\w+|multi\w*|official|cloud|for-\w+|of|items?|managers?|manager\w*|the|we|our|is|to)$/

/** What chats call themselves. */
const MENTION = /^@ ?(?:mentions?|here|all|channel|everyone|media|import|property)\.?$/

/** Names by which somebody is reached in a messenger. */
export function findMessengers(view: View, isKnown: (word: string) => boolean, isNamed: boolean): Span[] {
  const { text } = view
  const spans: Span[] = []
  if (text.includes('@'))
    for (const found of text.matchAll(AT_HANDLE))
      if (
        !MENTION.test(found[0]) &&
        (!/^@ /.test(found[0]) || /[a-z]\w*[\d_]|_/.test(found[0]) || isKnown(found[0].slice(2)))
      )
        spans.push(spanOf(view, 'messenger', found.index, found.index + found[0].replace(/[.:-]+$/, '').length))
  if (text.includes('@'))
    for (const found of text.matchAll(NATIVE_HANDLE))
      spans.push(spanOf(view, 'messenger', found.index, found.index + found[0].length))
  for (const found of text.includes('live:') ? text.matchAll(/(?<![\p{L}\p{N}])live:[a-z0-9][a-z0-9._-]{2,40}/gu) : [])
    spans.push(spanOf(view, 'messenger', found.index, found.index + found[0].replace(/[.-]+$/, '').length))
  if (!isNamed) return spans
  spans.push(...findNear(view))
  for (const found of text.matchAll(LABELLED)) {
    const { what, separator = '', handle = '' } = found.groups ?? {}
    const trimmed = handle.replace(/[.:-]+$/, '')
    const from = found.index + found[0].length - handle.length
    const isOwner = MINE.test(text.slice(Math.max(0, found.index - 20), found.index))
    const verdict = judge(trimmed, { what, separator, isOwner, after: text.slice(from + trimmed.length), isKnown })
    if (verdict === 'no') continue
    spans.push(spanOf(view, 'messenger', from, from + trimmed.length, verdict === 'doubt' ? 'maybe_handle' : undefined))
  }
  return spans
}

const MINE =
  /(?<![\p{L}])(?:my|our|mein|unser|mi|nuestro|mon|notre|mio|il mio|nostro|meu|nosso|mój|moj|nasz|benim|bizim|мой|наш|мій|saya|kami|मेरा|हमारा)\s\p{L}{0,12}\s?$/u
const HAS_NAME = new RegExp(MESSENGERS, 'u')
export const namesMessenger = (text: string): boolean => HAS_NAME.test(text)

/** A handle that shows by its own form, a few words behind the messenger. */
function findNear(view: View): Span[] {
  return [NEAR, NUMBERED].flatMap((pattern) =>
    [...view.text.matchAll(pattern)].flatMap((found) => {
      const handle = found.groups?.handle ?? ''
      const from = found.index + found[0].length - handle.length
      return pattern === NEAR && isOther(handle) && !found[0].includes('/in/')
        ? []
        : [spanOf(view, 'messenger', from, from + handle.length)]
    })
  )
}

const WORD_WITH_DIGITS =
  /^(?:bitrix24|office365|microsoft365|web3|mp[34]|b2[bc]|h2|s3|q[1-4]|v\d+|ip[v]?\d|log4j|win\d+|top\d+|k8s|i18n|oauth2?|http2?|utf\d+|covid\d+|sap\w*|1c)/
/** Versions, products, files and words with a hyphen. */
const isOther = (handle: string): boolean =>
  WORD_WITH_DIGITS.test(handle) ||
  INNOCENT.test(handle) ||
  /^[\d._-]+$/.test(handle) ||
  isProduct(handle) ||
  /^[a-z]+(?:-[a-z]+)+$/.test(handle) ||
  /^[a-z]\.[a-z]\.?$/.test(handle) ||
  /\.(?:js|ts|php|pdf|docx?|xlsx?|csv|zip|png|jpe?g|svg|html?|json|xml|txt|md|py)$/.test(handle)

interface Place {
  what: string | undefined
  separator: string
  /** "my" stands before. */
  isOwner: boolean
  after: string
  isKnown: (word: string) => boolean
}

function judge(handle: string, place: Place): 'cut' | 'doubt' | 'no' {
  const name = handle.replace(/^[@~+]/, '')
  if (name.length < 3 || INNOCENT.test(name)) return 'no'
  if (/^[@~]|_|#\d{3,5}$|^live[.:]/.test(handle) || place.isKnown(name)) return 'cut'
  const isNamed = place.what !== undefined
  const isMarked = /[:：=→>#]/.test(place.separator)
  if (/\d/.test(name)) return isNumbered(name, isMarked || isNamed) ? 'cut' : 'no'
  if (place.isOwner && SAID.test(place.separator) && isClauseEnd(place.after)) return 'cut'
  if (!isMarked && !isNamed) return 'no'
  if (/[a-z]\.[a-z]/.test(name) || (isMarked && isNamed)) return 'cut'
  return name.length >= 4 && isClauseEnd(place.after) ? 'doubt' : 'no'
}

const SAID = new RegExp(`^\\s(?:${SAYS})\\s`, 'u')
const isClauseEnd = (after: string): boolean => /^\s*(?:$|[,;.!?)\]\n|/])/.test(after)

function isNumbered(name: string, isMarked: boolean): boolean {
  if (/[a-z]/.test(name)) return isMarked || /^[a-z]{3,}[a-z.]*\d{1,4}$/.test(name)
  return isMarked && name.replace(/\D/g, '').length >= 5
}
