import { isHost, isTopLevel } from './domains.ts'
import { spanOf, type Span } from './spans.ts'
import { compactText, latinText, type View } from './view.ts'
import { DOT, isPhrase } from './vocabulary.ts'

const REST = '[^\\s\\u3000-\\u303f\\u3040-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef\\u0e00-\\u0e7f<>"«»“”]'
const WITH_SCHEME = new RegExp(
  `(?:h(?:tt|xx|hh|t|ttt)ps?|ftp|tg|viber|weixin|line|whatsapp|skype|facetime|sip)\\s?\\[?:\\]?\\s?(?://|\\\\\\\\)\\s?${REST}{1,500}|(?:skype|mailto|callto|sip|facetime|viber|tg):${REST}{1,500}`,
  'gu'
)
const HAS_SCHEME = /\/\s?\/|\\\\|(?:skype|mailto|callto|sip|facetime|viber|tg):/
const LETTER = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Devanagari}\\p{Nd}\\p{M}-]'
const BARE = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Devanagari}\\p{N}@_.-])${LETTER}{1,63}(?:[.。]${LETTER}{1,63}){1,8}(?::\\d{2,5})?(?:[/?#]${REST}{0,500})?`,
  'gu'
)
const LABEL =
  '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Devanagari}\\p{N}][\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Devanagari}\\p{M}\\p{N}-]{0,62}'
const DOT_APART = `\\s{0,2}[(\\[{<]\\s?(?:[.。]|${DOT})\\s?[)\\]}>]\\s{0,2}|\\s{1,2}(?:${DOT})\\s{1,2}|\\s[.]\\s|\\s{0,2}(?:ドット|どっと|点|點|จุด|ดอท)\\s{0,2}`
const APART = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}])${LABEL}(?:(?:${DOT_APART}|\\.)${LABEL}){1,5}(?:(?:\\s?/\\s?|\\s(?:slash|schrägstrich|barra|ukośnik|taksim|bölü|слеш|слэш|garis miring|diagonal|barre oblique|eğik çizgi|gạch chéo|xẹt|sobre|स्लैश)\\s)[a-z0-9][\\w./-]*)?`,
  'gu'
)
const APART_SPLIT = new RegExp(`(${DOT_APART}|\\.)`, 'u')
const MESSENGER_HOST =
  /(?:^|[/.])(?:t\.me|telegram\.(?:me|dog)|wa\.me|(?:api|chat)\.whatsapp\.com|line\.me|lin\.ee|m\.me|viber\.(?:me|click)|join\.skype\.com|discord\.gg|zalo\.me|signal\.me|kakao\.com|u\.wechat\.com)(?:[/:?]|$)|^(?:tg|viber|weixin|skype|whatsapp|line)/
const TRAILING = /[.,;:!?'")\]}*_]+$/
/** Endings that nobody writes after a spoken dot by chance. */
const SURE_TOPS = new Set(
  'com net org info biz eu io example test dev app shop online site store tech cloud'.split(' ')
)

/** Addresses on the net, with and without a scheme, also with the dots said or set apart. */
export function findLinks(view: View, country: string, isOwn: (word: string) => boolean): Span[] {
  const { text } = view
  const links: Link[] = []
  if (text.includes(':') && HAS_SCHEME.test(text)) links.push(...linksBy(text, WITH_SCHEME, (link) => link.length))
  if (/[.。][^\s.]/.test(text)) for (const found of text.matchAll(BARE)) links.push(...bareLink(view, found))
  if (/[^\x00-\u0e00]\.[a-z]|[.。][^\x00-\u0e00]/.test(text))
    links.push(...linksBy(text, NATIVE, (link, top) => (isTopLevel(top.split('.').at(-1) ?? '') ? link.length : 0)))
  if (/ttps?:|txxps?:/.test(text)) links.push(...linksBy(text, NATIVE_WITH_SCHEME, (link) => link.length))
  if (text.includes('www')) links.push(...linksBy(text, WWW, (link, top) => (isTopLevel(top) ? link.length : 0)))
  if (HAS_APART.test(text))
    links.push(...linksBy(text, APART, (link, _, after) => lengthOfSpoken(link, { country, isOwn, after })))
  if (/,[a-z]/.test(text))
    links.push(...linksBy(text, COMMA, (link) => (isOwn(compactText(link.split(',')[0] ?? '')) ? link.length : 0)))
  return links.map(({ from, link }) => {
    const kind = MESSENGER_HOST.test(link.replace(/\s/g, '')) ? 'messenger' : 'url'
    const before = text.slice(Math.max(0, from - 30), from)
    const said = (/^(?:[wv]|vu|we)(?:\s|点|點)/.test(link) ? TWO_OF_THREE : SAID_WWW).exec(before)?.[0].length ?? 0
    return spanOf(view, kind, from - said, from + link.replace(TRAILING, '').length)
  })
}

interface Link {
  from: number
  link: string
}

function linksBy(
  text: string,
  pattern: RegExp,
  lengthOf: (link: string, top: string, after: string) => number
): Link[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const end = found.index + found[0].length
    const length = lengthOf(found[0], found.groups?.top ?? '', text.slice(end, end + 4))
    return length > 0 ? [{ from: found.index, link: found[0].slice(0, length) }] : []
  })
}

/** Hosts in scripts that set no spaces: 例子.中国 */
const NATIVE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}\p{M}a-z0-9ー-]{1,24}\.(?<top>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}\p{M}ー]{2,6}|(?<=[^\x00-\u02ff]\.)(?:com|net|org|info|jp|cn|tw|hk|kr|th|co\.(?:jp|th|kr)|com\.(?:cn|tw|hk))(?![\p{Script=Latin}\p{N}-]))/gu
/** A comma for the dot, when it is the client's. */
const COMMA = /(?<![\p{L}\p{N}])[a-z0-9-]{3,60},[a-z]{2,8}(?:,[a-z]{2,3})?(?![\p{L}\p{N}])/gu
const NATIVE_WITH_SCHEME =
  /h(?:tt|xx)ps?:\/\/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}\p{M}a-z0-9ー.-]{1,60}\.[a-z]{2,12}(?:\/[\w./?=&%-]{0,200})?/gu
const SAID_WWW =
  /(?:triple w|trois w|tres w|tres uves? dobles?|triple uve doble|uve doble uve doble uve doble|dáblio dáblio dáblio|tre vu|drei w|potrójne w|3\s?w|三w|wewewe|vu vu vu|wuwuwu|double u double u double u)(?:\s?(?:[.。]|\p{L}+|点|點)\s?)$/u
/** "triple" before "w punto" */
const TWO_OF_THREE = /(?:triple|trois|tres|vu vu|we we|3|三)\s?$/u
const WWW =
  /(?<![\p{L}\p{N}])www[\s,.]{1,3}(?:[\p{Script=Latin}\p{N}-]{2,60}[\s,.]{1,3}){1,2}(?<top>[a-z]{2,10})(?![\p{L}\p{N}])/gu
const HAS_APART = new RegExp(`${DOT_APART}`, 'u')

function bareLink(view: View, found: RegExpExecArray): Link[] {
  const { 0: link, index: from } = found
  const host = (/^[^/?#:]+/.exec(link)?.[0] ?? '').replace(/[.-]+$/, '').replaceAll('。', '.')
  const hasPath = /^[^/?#]+[/?#]./.test(link) && isTopLevel(host.split('.').at(-1) ?? '')
  if (hasPath && !isUnit(link)) return [{ from, link }]
  const [start, end] = view.origin(from, from + host.length)
  return isHost(host, view.original.slice(start, end)) ? [{ from, link: host }] : []
}

/** `z.B./u.a.` and the like: both sides of the stroke are short. */
const isUnit = (link: string): boolean =>
  /^\p{L}{1,2}(?:\.\p{L}{1,2})*\.?\/\p{L}{1,3}\.?$/u.test(link) && !/^[tm]\.me\//.test(link)

/** How much of the match is an address; the longest one counts. */
function lengthOfSpoken(match: string, place: Place): number {
  const parts = match.split(APART_SPLIT)
  for (let count = parts.length; count > 2; count -= 2)
    if (isSpokenHost(parts.slice(0, count), match, { ...place, after: count === parts.length ? place.after : ' x' }))
      return count === parts.length ? match.length : parts.slice(0, count).join('').length
  return 0
}

interface Place {
  country: string
  isOwn: (word: string) => boolean
  after: string
}

/** Labels and the separators between them in turn. */
function isSpokenHost(parts: string[], match: string, place: Place): boolean {
  const top = parts.at(-1)?.split(/[/\s]/)[0]?.trim() ?? ''
  const separators = parts.filter((_, index) => index % 2 === 1)
  if (!isTopLevel(top) || separators.every((separator) => separator === '.')) return false
  const isSet = separators.some((separator) => /[([{<]/.test(separator))
  if (isSet || parts[0] === 'www' || place.isOwn(compactText(latinText(parts.at(-3) ?? '')))) return true
  return isOfMessenger(match) || /[^\x00-\x7f]/.test(top) || isSaidHost(parts, separators, top, place)
}

const SLASH_WORD = /\s\p{L}{4,12}\s/u
const isOfMessenger = (match: string): boolean =>
  MESSENGER_HOST.test(match.replace(APART_SPLIT, '.').replace(SLASH_WORD, '/').replace(/\s/g, ''))

function isSaidHost(parts: string[], separators: string[], top: string, { country, after }: Place): boolean {
  const label = parts.at(-3) ?? ''
  const isOfCountry = top === country.toLowerCase() || `${country}.${top}` === 'GB.uk'
  const said = separators.at(-1)?.trim() ?? ''
  if (said === '.') return SURE_TOPS.has(top) || (isOfCountry && separators.every((one) => /^\s\.\s$/.test(one)))
  const isLong = separators.length > 1
  if (!isLong && isOfCountry && /^[a-z0-9-]{5,}$/.test(label) && /^\s*(?:$|[!?)]|\.(?:\s|$))/.test(after)) return true
  return (
    (isLong || isOfCountry || SURE_TOPS.has(top)) &&
    (/[\p{L}\d]-[\p{L}\d]/u.test(label) || !isPhrase(said, top, isLong ? '' : (parts[0] ?? '')))
  )
}
