import type { Span } from './spans.ts'

const BEHIND =
  /^[\s,;(.)]{0,3}(?:(?:ext|extn|x|poste|wew|int|interno|dahili|内線|內線|转|轉|分机|分機|máy lẻ|ต่อ|samb|sambungan|добавочный|доб|внутр|durchwahl|dw|app|anexo|ramal|r\.|klapka|вн|ext ?no|extension|fax|telefax|#)[\s.:#]{0,3}|-)(?<number>[-–]?\d{1,6})(?![\d\p{L}.,]\d)/iu
const APART =
  /(?<![\p{L}])(?:durchwahl|extension|ext\.|vorwahl|ddd|area code|dial(?:ling)? code|prefix|indicatif|prefisso|kierunkowy|prefijo|lada|区号|區號|市外局番|alan kodu|kode area|код города|код міста)[\s.:#]{1,3}(?:is |ist |es |est )?(?<number>\(?\+?\d{2,6}\)?)(?!\d)/giu

/** The short numbers that go with a telephone number: behind it, or called so elsewhere in the text. */
export function findExtensions(text: string, spans: Span[]): Span[] {
  const phones = spans.filter(({ kind, why }) => kind === 'phone' && why === undefined)
  if (phones.length === 0) return []
  const found: Span[] = phones.flatMap(({ to }) => {
    const match = BEHIND.exec(text.slice(to, to + 28))
    const number = match?.groups?.number ?? ''
    if (!match || (/^[^\p{L}\p{N}#]*-$/u.test(match[0].slice(0, -number.length)) && number.length > 4)) return []
    return [{ kind: 'phone' as const, from: to + match[0].length - number.length, to: to + match[0].length }]
  })
  for (const match of text.matchAll(APART)) {
    const to = match.index + match[0].length
    found.push({ kind: 'phone', from: to - (match.groups?.number ?? '').length, to })
  }
  return found
}
