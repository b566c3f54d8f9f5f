import { worthOf } from './number-words.ts'
import type { Span } from './spans.ts'
import { AREA_CODE } from './vocabulary.ts'

const BEHIND =
  /^[\s,;(.)，、；（/]{0,3}(?:है,?\s)?(?:(?:ext|extn|x|poste|wew|int|interno|dahili|内線|內線|转|轉|分机|分機|máy lẻ|ต่อ|samb|sambungan|добавочный|доб|внутр|durchwahl|dw|nhánh|fabrika içi|iç hat|एक्सटेंशन|extensão|extensión|utvonal|app|anexo|ramal|r\.|klapka|вн|ext ?no|extension|fax|telefax|#)[\s.:#]{0,3}|-)(?<number>[-–]?\p{Nd}{1,6})(?![\p{Nd}\p{L}.,]\p{Nd})/iu
const LONGEST_LABEL = 30
const SHORT_NUMBER = /(?<![\d.,/-])\(?\+?(?!(?:19|20)\d\d(?!\d))\d{2,6}\)?(?![\d]|[.,/-]\d)/g
const APART = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:durchwahl|extension|ext\\.|分機|分机|内線|${AREA_CODE}|(?:ends?|ending) (?:in|with)|last (?:three|four|3|4|digits)(?: digits)?(?: are)?|endet (?:auf|mit)|(?:que )?termina (?:en|em|con)|finit par|finisce (?:con|per)|kończy się na|尾号|尾號|末尾は?|berakhir(?: dengan)?|kết thúc bằng|ลงท้าย(?:ด้วย)?|begins with|starts with|beginnt mit|empieza con|começa com|commence par)[\\s.:#]{0,3}(?:is |ist |es |est |は)?$`,
  'u'
)
/** "…, davor die Null" */
const LED =
  /^[\s,;.(]{1,3}(?:und |and |y |e |et )?(?:davor|vorher|zuvor|vorneweg|before it|with a leading|preceded by|avant|précédé d['’]|prima|antes|con|przed tym|başında|спереди|впереди|в начале|спочатку)\s?(?:(?:die|eine|the|an?|un[eao]?|el|la|kommt|noch|bir)\s){0,2}(?<zero>null|zero|oh|cero|zéro|ноль|нуль|sıfır|0)(?![\p{L}\d])/iu

const SPELLED =
  /^[\s,;(.-]{0,3}(?:ext|extension|poste|wew(?:nętrzny)?|interno|interna|dahili|máy lẻ|sambungan|добавочный|durchwahl|anexo|ramal|extensión|nebenstelle)[\s.:]{1,2}(?<words>(?:\p{L}{2,8}[\s,-]{0,2}){1,5})/iu

/** "Durchwahl vier eins sieben" */
function spelledBehind(text: string, end: number): Span[] {
  const match = SPELLED.exec(text.slice(end, end + 60))
  const words = match?.groups?.words ?? ''
  let length = 0
  for (const { 0: word, index } of words.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (worthOf(word) === 'none') break
    length = index + word.length
  }
  const from = end + (match?.[0].length ?? 0) - words.length
  return length === 0 ? [] : [{ kind: 'phone', from, to: from + length }]
}

/** The short numbers that go with a telephone number: behind it, or called so elsewhere in the text. */
export function findExtensions(text: string, spans: Span[]): Span[] {
  const phones = spans.filter(({ kind, why }) => kind === 'phone' && why === undefined)
  if (phones.length === 0) return []
  const found: Span[] = phones.flatMap(({ from, to }) => {
    const match = BEHIND.exec(text.slice(to, to + 28))
    const number = match?.groups?.number ?? ''
    if (!match) return spelledBehind(text, to)
    if (/^[^\p{L}\p{N}#]*-$/u.test(match[0].slice(0, -number.length)) && number.length > 4) return []
    return [{ kind: 'phone' as const, from, to: to + match[0].length }]
  })
  for (const { to } of phones) {
    const match = LED.exec(text.slice(to, to + 50))
    if (match)
      found.push({
        kind: 'phone',
        from: to + match[0].length - (match.groups?.zero ?? '').length,
        to: to + match[0].length
      })
  }
  for (const { 0: number, index } of text.matchAll(SHORT_NUMBER))
    if (
      !phones.some(({ from, to }) => from <= index && index < to) &&
      APART.test(text.slice(Math.max(0, index - LONGEST_LABEL), index).toLowerCase())
    )
      found.push({ kind: 'phone', from: index, to: index + number.length })
  return found
}
