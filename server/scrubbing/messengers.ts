import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'

const NAMES =
  'telegram|telegramm|телеграм+|телега|whats ?app|ватсап|вотсап|viber|вайбер|skype|скайп|スカイプ|wechat|we chat|weixin|微信|威信|v信|薇信|vx|wx|line|ライン|らいん|ไลน์|zalo|kakao(?:talk)?|signal|threema|discord|icq|qq|instagram|insta|ig|facebook|fb|messenger|linkedin|xing|twitter|tiktok|snapchat|slack|tg|wa|imessage|facetime|google ?talk|hangouts|gmail|hotmail|yahoo|gmx|icloud|protonmail|тг|тлг'
const WHAT =
  'id|name|handle|user(?:name)?|nick(?:name)?|account|konto|cuenta|usuario|conta|usuário|compte|identifiant|utente|kullanıcı(?: adı)?|hesab\\p{L}*|nazwa|login|contact|kontakt|账号|賬號|帐号|帳號|号|號|号码|アカウント|のid|ไอดี|आईडी|номер|ник|@'
const SAYS =
  'is|ist|es|é|est|è|to|adalah|ialah|là|は|是|为|為|คือ|है|unter|under|on|as|als|como|comme|come|jako|olarak|at|auf'
const HANDLE = '[@~+]?[a-z0-9][a-z0-9_.:#-]{1,40}'
const LABELLED = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}])(?:${NAMES})(?:[ -]?(?<what>${WHAT})){0,2}(?<separator>\\s{0,2}[:：=→>#]\\s{0,2}[("'«“]?|\\s(?:${SAYS})\\s{1,2}|\\s{0,2}(?:は|是|คือ)\\s{0,2}|\\s[-–]\\s|\\s?[(]|\\s{0,2})(?<handle>${HANDLE})`,
  'gu'
)
const AT_HANDLE = /(?<![\p{L}\p{N}@.])@[ ]?[a-z0-9_][a-z0-9_.]{2,40}/gu
/** Words that stand behind a messenger's name without being anybody's. */
const INNOCENT =
  /^(?:\d{1,4}(?:[.:/-]\d{1,4})?|24\/7|\d+[kx]|api\d*|bots?|v?\d+(?:\.\d+)+|business.*|chats?|channels?|integration.*|groups?|api.*|crm|b2b|b2c|bitrix24|1c|sap|erp|web|app|e-?mail|email|mail|sms|telefon\w*|phone\w*|and|or|und|oder|via|for|with|whatsapp|telegram|viber|skype|wechat|line|instagram|facebook|messenger|signal|zalo|linkedin|ja|nein|yes|no|si|oui|non|sim|tak|nie|evet|hay\w*|ok|n\/a|none|keine?|new|important\w*|wichtig\w*|required|needed|erforderlich|later|soon|only|nur|also|auch|support\w*|connect\w*|open|live|center|centre|marketing|ads|leads?|sales|shop\w*|kampagnen?|campaigns?|bot-\w+|multi\w*|official|cloud|for-\w+|of|items?|managers?|manager\w*|the|we|our|is|to)$/

/** Names by which somebody is reached in a messenger. */
export function findMessengers(view: View, isKnown: (word: string) => boolean): Span[] {
  const { text } = view
  const spans: Span[] = []
  if (text.includes('@'))
    for (const found of text.matchAll(AT_HANDLE))
      if (!/^@ /.test(found[0]) || /[\d_]/.test(found[0]) || isKnown(found[0].slice(2)))
        spans.push(spanOf(view, 'messenger', found.index, found.index + found[0].replace(/[.:-]+$/, '').length))
  for (const found of text.matchAll(LABELLED)) {
    const { what, separator = '', handle = '' } = found.groups ?? {}
    const trimmed = handle.replace(/[.:-]+$/, '')
    const from = found.index + found[0].length - handle.length
    const verdict = judge(trimmed, { what, separator, after: text.slice(from + trimmed.length), isKnown })
    if (verdict === 'no') continue
    spans.push(spanOf(view, 'messenger', from, from + trimmed.length, verdict === 'doubt' ? 'maybe_handle' : undefined))
  }
  return spans
}

interface Place {
  what: string | undefined
  separator: string
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
  if (!isMarked && !isNamed) return 'no'
  if (/[a-z]\.[a-z]/.test(name) || (isMarked && isNamed)) return 'cut'
  return name.length >= 4 && isClauseEnd(place.after) ? 'doubt' : 'no'
}

const isClauseEnd = (after: string): boolean => /^\s*(?:$|[,;.!?)\]\n|/])/.test(after)

function isNumbered(name: string, isMarked: boolean): boolean {
  if (/[a-z]/.test(name)) return isMarked || /^[a-z]{3,}[a-z.]*\d{1,4}$/.test(name)
  return isMarked && name.replace(/\D/g, '').length >= 5
}
