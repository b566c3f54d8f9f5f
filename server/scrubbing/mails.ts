import { isHost, isTopLevel } from './domains.ts'
import { matchAt, spanOf, type Span } from './spans.ts'
import { compactText, type View } from './view.ts'
import { DOT, isPhrase, SPACELESS_AT, STRONG_AT, WEAK_AT } from './vocabulary.ts'

const OPEN = '[(\\[{〔【「『〈《<«"“„*_|~-]{1,2}\\s{0,2}'
const CLOSE = '\\s{0,2}[)\\]}〕】」』〉》>»"”*_|~-]{1,2}'
const AT = new RegExp(
  `(?:,?\\sfollowed by\\s(?:the|an)\\sat[ -]sign,?(?:\\sthen)?\\s)|\\s{0,3}(?:(?<sign>@|&#(?:64|x40);|&commat;|%40)|${OPEN}(?<bracket>@|a|${STRONG_AT}|${WEAK_AT}|${SPACELESS_AT})${CLOSE}|(?<spaceless>${SPACELESS_AT})|(?<strong>(?<![\\p{Script=Latin}])(?:${STRONG_AT})(?![\\p{Script=Latin}])))\\s{0,3}|\\s{1,3}(?<weak>${WEAK_AT})\\s{1,3}`,
  'gu'
)
const SAID =
  'underscore|underline|alt tire|unterstrich|guion bajo|guión bajo|sublinhado|tiret bas|trattino basso|podkreślnik|alt çizgi|garis bawah|gạch dưới|dash|minus|hyphen|bindestrich|guion|guión|tiret|trattino|myślnik|tire|hífen|下划线|アンダーバー|ハイフン'
const DOT_SIGN = `\\s{0,2}(?:[.。]|&#(?:46|x2e);|&period;|%2e)\\s{0,2}|\\s{0,2}[(\\[{〔【「『〈《<*"“„_|~-]\\s?(?:[.。]|${DOT})\\s?[)\\]}〕】」』〉》>*"”_|~-]\\s{0,2}`
const DOT_WORD = `\\s{1,2}(?:${DOT})\\s{1,2}|\\s{0,2}(?:ドット|どっと|点|點|จุด|ดอท)\\s{0,2}`
const LATIN_LABEL =
  '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Devanagari}\\p{N}][\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Devanagari}\\p{N}\\p{M}_-]{0,62}'
const STRICT_HOST = /[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62}(?:[.。][\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62}){0,8}/uy
const LOOSE_HOST = new RegExp(
  `${LATIN_LABEL}(?:(?:${DOT_WORD}|${DOT_SIGN}|\\s?-\\s?|\\s(?:${SAID})\\s)${LATIN_LABEL}){1,6}`,
  'uy'
)
const SEPARATOR = new RegExp(`(${DOT_WORD}|${DOT_SIGN})`, 'u')
const ASCII_LOCAL = /[a-z0-9_%+'-]+(?:\.[a-z0-9_%+'-]+)*$/
const ANY_LOCAL = /[\p{L}\p{N}\p{M}_%+'-]+(?:\.[\p{L}\p{N}\p{M}_%+'-]+)*$/u
const MORE_LOCAL = new RegExp(
  `(?:${LATIN_LABEL}(?:\\s(?:${DOT}|${SAID})\\s|\\s?(?:ドット|どっと|点|點|จุด|ดอท)\\s?|\\s?[(\\[{]\\s?(?:\\.|${DOT}|${SAID})\\s?[)\\]}]\\s?|\\s[._]\\s|[._]))+$`,
  'u'
)
const LONGEST_LOCAL = 90
/** `erikaDOTmuellerATwerkDOTde` */
const GLUED = /(?<![\p{L}\p{N}])[a-z0-9_-]{1,40}(?:DOT[a-z0-9_-]{1,40}){0,4}AT[a-z0-9-]{1,60}(?:DOT[a-z]{1,20}){1,4}/gu
const PROVIDER =
  /^(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|gmx|icloud|aol|protonmail|proton|yandex|qq|163|126|sina|foxmail|naver|daum|t-online|freenet|libero|virgilio|wp|o2|onet|interia|uol|rediffmail|seznam|ukr)$/
const ALSO_WORDS = /^(?:live|msn|web|me|ya|mail|bk|inbox|list|orange|free|laposte|wanadoo|tiscali|bol|terra|zoho)$/

/** Mailboxes of many are there. */
export const isFreeHost = (label: string): boolean => PROVIDER.test(label) || ALSO_WORDS.test(label)

/** Mail addresses, also said or hidden: "name (at) example punkt de", "name arroba example ponto com". */
export function findMails(view: View, isKnown: (word: string) => boolean): Span[] {
  const glued = [...view.original.matchAll(GLUED)].map(({ 0: mail, index }) => ({
    kind: 'email' as const,
    from: index,
    to: index + mail.length
  }))
  const apart = PROVIDER_NAMED.test(view.text) ? findAtProvider(view) : []
  return [
    ...glued,
    ...apart,
    ...findOddSigned(view),
    ...[...view.text.matchAll(AT)].flatMap((found) => mailAround(view, found, isKnown))
  ]
}

const PROVIDERS =
  'gmail|googlemail|hotmail|outlook|yahoo|gmx|icloud|protonmail|yandex|naver|जीमेल|जी मेल|याहू|г?мейл|джимейл|яндекс\\p{L}?|g메일|지메일|谷歌邮箱'
const PROVIDER_NAMED = new RegExp(PROVIDERS, 'u')
const HANDLE = '(?<handle>[a-z][a-z0-9]{0,30}(?:[._-][a-z0-9]{1,30}){0,4})'
const LITTLE = '(?:[\\s,(]{1,3}[\\p{L}\\p{M}]{1,10}){0,3}'
/** "erika.muster77 on gmail", "my gmail is erika.muster" */
const AT_PROVIDER = new RegExp(
  `(?<![\\p{L}\\p{N}@.])${HANDLE}${LITTLE}[\\s,(の]{1,3}(?:${PROVIDERS})(?![a-z0-9.])`,
  'gu'
)

function findAtProvider(view: View): Span[] {
  return [...view.text.matchAll(AT_PROVIDER)].flatMap((found) => {
    const handle = found.groups?.handle ?? ''
    return isHandle(handle) && handle.length >= 5 && !isHost(handle, handle)
      ? [spanOf(view, 'email', found.index, found.index + handle.length)]
      : []
  })
}

/** "erika★werk.example", and "erika@" with its host elsewhere. */
const ODD_SIGN =
  /(?<![\p{L}\p{N}@.])[a-z0-9][a-z0-9._-]{1,40}(?:[★☆◎※♪●○■□◆◇#*^~•¤§→]{1,2}(?<host>[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3})|@(?=[\s,;)]|$))/gu

const HAS_ODD_SIGN = /@(?:[\s,;)]|$)|[★☆◎※♪●○■□◆◇#*^~•¤§→]{1,2}[a-z0-9]/u

const findOddSigned = (view: View): Span[] =>
  HAS_ODD_SIGN.test(view.text)
    ? [...view.text.matchAll(ODD_SIGN)].flatMap((found) => {
        const host = found.groups?.host
        return host === undefined || isHost(host, host)
          ? [spanOf(view, 'email', found.index, found.index + found[0].length)]
          : []
      })
    : []

function mailAround(view: View, found: RegExpExecArray, isKnown: (word: string) => boolean): Span[] {
  const after = found.index + found[0].length
  const host = hostAt(view.text, after)
  const local = localBefore(view.text, found.index)
  if (!local) return []
  const name = view.text.slice(after, host.end)
  const isMail = host.isComplete
    ? isMeant(found) || host.isSaid || isKnown(local.word) || (isHandle(local.word) && isHost(name, ''))
    : (found[0] === '@' && name.length > 1 && !KANA.test(name)) ||
      (PROVIDER.test(name) && (isMeant(found) || isKnown(local.word) || isHandle(local.word))) ||
      (isKnown(local.word) && isKnown(compactText(name)))
  return isMail ? [spanOf(view, 'email', local.from, host.end)] : []
}

/** The sign itself, or a word that stands for nothing else. */
function isMeant(found: RegExpExecArray): boolean {
  const { sign, bracket, weak } = found.groups ?? {}
  return sign !== undefined || (bracket !== undefined && bracket !== 'a') || weak === undefined
}

/** "…を@に変えて" */
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}]/u
const isHandle = (word: string): boolean => /[a-z]/.test(word) && /[\d_.]/.test(word)

interface Host {
  end: number
  /** It ends in a top-level domain. */
  isComplete: boolean
  /** Its dots are words or in brackets. */
  isSaid: boolean
}

/** `@[192.0.2.7]`, `@example,com` */
const ODD_HOST =
  /\[?\d{1,3}(?:\.\d{1,3}){3}\]?|[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40})?,(?:com|net|org|info|de|eu|co)(?![\p{L}\p{N}])/uy

function hostAt(text: string, at: number): Host {
  const odd = text[at - 1] === '@' ? matchAt(ODD_HOST, text, at)?.[0] : undefined
  if (odd !== undefined) return { end: at + odd.length, isComplete: true, isSaid: false }
  const strict = matchAt(STRICT_HOST, text, at)?.[0] ?? ''
  const labels = strict.split(/[.。]/)
  for (let count = labels.length; count > 1; count--)
    if (isTopLevel(asciiHead(labels[count - 1] ?? ''))) {
      const kept = labels.slice(0, count).join('.').length
      const cut = (labels[count - 1] ?? '').length - asciiHead(labels[count - 1] ?? '').length
      return { end: at + kept - cut, isComplete: true, isSaid: false }
    }
  return looseHostAt(text, at) ?? { end: at + strict.length, isComplete: false, isSaid: false }
}

/** In scripts without spaces the text goes on right behind: `erika@werk.cn联系我`. */
const asciiHead = (label: string): string => /^[a-z0-9-]+(?=[^\p{Script=Latin}\d])/u.exec(label)?.[0] ?? label

function looseHostAt(text: string, at: number): Host | undefined {
  const loose = matchAt(LOOSE_HOST, text, at)?.[0]
  if (loose === undefined) return undefined
  const parts = loose.split(SEPARATOR)
  for (let count = parts.length; count > 2; count -= 2) {
    const top = asciiHead(parts[count - 1] ?? '')
    const separator = parts[count - 2] ?? ''
    const dot = separator.replace(/[\s()[\]{}<>]/g, '')
    if (
      !isTopLevel(top) ||
      (/\p{L}/u.test(dot) && isPhrase(dot, top, '') && !parts.slice(0, count - 2).some((part) => /\p{L}/u.test(part)))
    )
      continue
    const end = at + parts.slice(0, count - 1).join('').length + top.length
    return { end, isComplete: true, isSaid: /\p{L}|[([{<]/u.test(separator) }
  }
  return undefined
}

function localBefore(text: string, at: number): { from: number; word: string } | undefined {
  const before = text.slice(Math.max(0, at - LONGEST_LOCAL), at)
  const base = at - before.length
  const local = ASCII_LOCAL.exec(before) ?? ANY_LOCAL.exec(before)
  if (!local) return undefined
  const more = MORE_LOCAL.exec(before.slice(0, local.index))
  return { from: base + (more?.index ?? local.index), word: local[0] }
}
