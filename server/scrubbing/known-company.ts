import { GENERIC, HAN_PLACE, HAN_TRADE, LEGAL, NATIVE_LEGAL, ORDINARY, PARTICLES } from './name-vocabulary.ts'
import type { Needle } from './known-words.ts'
import { compactOf, latinOf, nameWord, type NameWord } from './name-word.ts'
import { soundKey } from './sounds.ts'

const FEWEST_LETTERS = 4

interface Company {
  words: NameWord[]
  /** Those that are the company's own rather than its trade: each alone tells who it is. */
  brand: Set<string>
  needles: Needle[]
  exact: string[]
}

export function companyOf(company: string | undefined, hosts: string[] = []): Company {
  const native = (company ?? '').replace(NATIVE_LEGAL, ' ').normalize('NFKC').replace(NATIVE_LEGAL, ' ').trim()
  const latin = latinOf(native).replace(LEGAL, ' ')
  const words = latin
    .split(/[^a-z0-9']+/)
    .map((word) => word.replaceAll("'", ''))
    .filter((word) => word !== '')
  const whole = compactOf(company ?? '')
  const core = words.join('')
  const [first = ''] = words
  const needles: Needle[] = [whole, core].map((text) => ({ kind: 'company' as const, text }))
  if (words.length === 1 && isEveryday(first))
    return { words: [], brand: new Set(), needles: whole === core ? [] : needles.slice(0, 1), exact: [] }
  if (HAN_OR_KANA.test(native))
    return { words: [], brand: new Set(), needles: [...needles, ...brandNeedles(native)], exact: [] }
  if (words.length === 1)
    return {
      words: [],
      brand: new Set(),
      needles,
      exact: core.length < FEWEST_LETTERS ? native.split(/\s+/).slice(0, 1) : []
    }
  const parts = native
    .toLowerCase()
    .split(/[\s,.;/()"«»“”&+|-]+/)
    .filter(
      (part) =>
        compactOf(part) !== '' &&
        words.includes(compactOf(part)) &&
        !PARTICLES.has(compactOf(part)) &&
        compactOf(part) !== 'the'
    )
  const named = parts.map(nameWord).map((word) => ({ ...word, isOrdinary: word.isOrdinary || isEveryday(word.latin) }))
  return {
    words: named,
    brand: brandOf(named, hosts),
    needles: [...needles, ...partNeedles(words, /[\p{Lu}\p{Ll}]/u.test(native), hosts)],
    exact: shortForms(native, words)
  }
}

/** C&L of Copperfield & Lark, and the first letters of three words and more. */
function shortForms(native: string, words: string[]): string[] {
  const [, first, sign, second] = /(\p{Lu})\p{L}+\s?(&|\+)\s?(\p{Lu})\p{L}+/u.exec(native) ?? []
  const own = words.filter((word) => !PARTICLES.has(word) && word.length > 2)
  const letters = own.map((word) => word.charAt(0).toUpperCase()).join('')
  return [
    ...(first && sign && second ? [first + sign + second, `${first} ${sign} ${second}`] : []),
    ...(own.length > 2 && /\p{Script=Latin}/u.test(native) && !KNOWN_LETTERS.has(letters) ? [letters] : [])
  ]
}

/** What such letters mean to everybody. */
const KNOWN_LETTERS = new Set(
  'CRM ERP API SAP VAT USA KPI SEO SMS POS ISO GPS PDF URL FAQ CEO CFO CTO CIO CMO COO LLC SLA SQL XML CSV PHP IOS VPN VIP USD EUR GBP PLN TRY BRL MXN IVA RFC NIP PIT CIT SSL SSO MFA PBX IVR SIP UTM ROI B2B B2C PIM PLM MES WMS TMS HRM BPM RPA OCR MVP NDA GDP AWS IBM DHL UPS TNT BMW OBI MCP LLM NFC QR'.split(
    ' '
  )
)

/** Without what many companies are called: "greenlight" of "The Green Light Solutions". */
function partNeedles(words: string[], isCased: boolean, hosts: string[]): Needle[] {
  const isPlain = (word: string) => word.length < 3 || GENERIC.has(word) || PARTICLES.has(word)
  const from = words.findIndex((word) => !isPlain(word))
  const to = words.findLastIndex((word) => !isPlain(word)) + 1
  if (from < 0 || to - from < 1) return []
  const telling = isCased ? words.filter((word) => word.length >= 5 && !isEveryday(word)) : []
  const own = words.filter((word) => word.length >= 3 && !isEveryday(word) && !PARTICLES.has(word))
  const isKnownAlone = own.length === 1 && !hosts.some((host) => host !== own[0] && host.includes(own[0] ?? ''))
  const runs = telling.slice(0, 1).map((text) => ({ text, isPart: own.length > 1, isWord: !isKnownAlone }))
  for (let first = from; first < to; first++)
    for (let last = first + 2; last <= to; last++) {
      const text = words.slice(first, last).join('')
      const isTelling =
        words.slice(first, last).filter((word) => !isPlain(word)).length > 1 || (first === from && last === to)
      if (text.length >= 6 && isTelling) runs.push({ text, isPart: true, isWord: false })
    }
  return runs.map((run) => ({ kind: 'company' as const, ...run }))
}

const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** 晨曦 of 上海晨曦贸易, みどり of みどり工房: as it is written, and by its sound in Latin letters. */
function brandNeedles(native: string): Needle[] {
  const core = native.replace(/\s+/g, '').replace(HAN_PLACE, '')
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー]{3,}/u.exec(core)?.[0]
  const brand = kana ?? core.replace(HAN_TRADE, '')
  const forms = [core, brand, ...beginnings(core, brand), ...(kana ? [] : outerSigns(core))]
  const signs = [...new Set(forms)].filter((text) => [...text].length >= 2 && text !== native)
  return signs.map((text) => ({ kind: 'company', text: compactOf(text), signs: text }))
}

/** ひばり製麺 of ひばり製麺所 */
const beginnings = (core: string, brand: string): string[] =>
  core.startsWith(brand)
    ? Array.from({ length: Math.max(0, core.length - brand.length - 2) }, (_, more) =>
        core.slice(0, brand.length + 2 + more)
      )
    : []

/** 日昇五金 of 日昇精密五金 */
const outerSigns = (core: string): string[] =>
  core.length >= 5 && HAN_TRADE.test(core) ? [core.slice(0, 2) + core.slice(-2)] : []

/** What ends the names of trades: Cerrajería, Stolarnia, Messtechnik, Bindery. */
export const TRADE_ENDING =
  /(?:technik|bau|werke?|handel|betriebe?|druck|verlag|erei|systeme?|nia|[cs]tvo|[cs]two|eria|aria|erie|ificio|[bdgklnprt]ery|[ct]ilik|culuk|ing|ings|works|ware|wear|servis|servic\p{L}*|officine|conservas|konserv\p{L}*|ateliers?|atelier|brasserie|kilang|syarikat|perniagaan|udyog|masala|masale)$/u

/** The only word left without the trade, or the one that the client's host is called by. */
function brandOf(words: NameWord[], hosts: string[]): Set<string> {
  const own = words.filter(({ isOrdinary }) => !isOrdinary)
  const left = own.filter(({ latin }) => !TRADE_ENDING.test(latin))
  const candidates = left.length > 0 ? left : own
  if (candidates.length === 1) return new Set(candidates.map(({ latin }) => latin))
  const sounds = hosts.map(soundKey)
  const inHost = candidates.filter(({ latin, sound }) =>
    hosts.some((host, index) => host.includes(latin) || (sound.length >= 4 && sounds[index]?.includes(sound)))
  )
  if (inHost.length === 1) return new Set(inHost.map(({ latin }) => latin))
  return new Set(inHost.length === 0 ? candidates.map(({ latin }) => latin) : [])
}

/** Also in the plural: Verpackungen. */
export const isEveryday = (word: string): boolean =>
  GENERIC.has(word) || ORDINARY.has(word) || (word.length > 6 && GENERIC.has(word.replace(/(?:en|n|es|s)$/, '')))
