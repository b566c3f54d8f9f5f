import { PARTICLES, isTitle } from './name-vocabulary.ts'
import type { Span } from './spans.ts'

const PART = '\\p{Lu}\\p{Ll}?'
const DOTTED = new RegExp(
  `(?<![\\p{L}\\p{N}.])${PART}\\.(?:\\s?-?\\s?${PART}(?:\\.|(?=-)|(?![\\p{L}\\p{N}]))){1,4}(?![\\p{L}\\p{N}])`,
  'gu'
)
const SMALL = /(?<![\p{L}\p{N}.])\p{Ll}\.(?:\s?\p{Ll}(?:\.|(?![\p{L}\p{N}]))){1,4}/gu
const HAS_SMALL = /\p{Ll}\.\s?\p{Ll}(?!\p{L})/u
const SIGNED =
  /(?<![\p{L}])(?:regards|best|cheers|thanks|thx|signed|sgd|yours|sincerely|gruß|grüße|lg|mfg|gez|gezeichnet|signé|cordialement|bien à vous|saludos|atte|atentamente|firmado|abraços?|att|ass|atenciosamente|saluti|cordiali saluti|firmato|pozdrawiam|podpisano|saygılar(?:ımla)?|selamlar|hormat(?: kami| saya)?|salam|ttd|ikhlas|yang benar|trân trọng|thân|с уважением|з повагою|敬上|此致|謹啟|ด้วยความเคารพ|ลงชื่อ|धन्यवाद)[\s,.:;–-]{1,4}$/iu
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,5}(?![\p{L}\p{N}])/gu
/** Short forms that look the same, unless they sign the text. */
const COMMON = new Set(
  'ps us uk eu ag sa kg bv nv sp dc ny ai hr pr pc id am pm ca eg ie zb ua dh vs co nb pt cv ou as og'.split(' ')
)

/** The first letters of a name's words. */
export function initialsOf(name: string): string[] {
  return name
    .split(/[\s,.;/()"-]+/)
    .filter((word) => word !== '' && !isTitle(word) && !PARTICLES.has(word.toLowerCase()))
    .map((word) => word.toLowerCase())
}

/** "K. W." and, where a letter is signed, "KW". */
export function findInitials(text: string, names: string[]): Span[] {
  if (names.length < 2) return []
  const spans: Span[] = []
  for (const { 0: found, index } of text.matchAll(DOTTED)) {
    const parts = found.match(/\p{L}+/gu) ?? []
    const isSigned = /^\s*$/.test(text.slice(index + found.length)) && index > 0
    if (isOf(parts, names) && (isSigned || !COMMON.has(parts.join('').toLowerCase())))
      spans.push({ kind: 'name', from: index, to: index + found.length })
  }
  for (const { 0: found, index } of HAS_SMALL.test(text) ? text.matchAll(SMALL) : [])
    if (isOf(found.match(/\p{L}/gu) ?? [], names) && SIGNED.test(text.slice(Math.max(0, index - 24), index)))
      spans.push({ kind: 'name', from: index, to: index + found.length })
  for (const { 0: initials, index } of text.matchAll(CAPITALS))
    if (isOf([...initials], names) && SIGNED.test(text.slice(Math.max(0, index - 24), index)))
      spans.push({ kind: 'name', from: index, to: index + initials.length })
  return spans
}

/** In the name's order or turned round, some words may be left out. */
function isOf(parts: string[], names: string[]): boolean {
  if (parts.length < 2 || parts.length > names.length) return false
  return (
    follows(parts, names) ||
    follows([...parts].reverse(), names) ||
    (follows(parts.slice(1), names.slice(0, -1)) && isFirst(parts[0], names.at(-1)))
  )
}

const isFirst = (part: string | undefined, name: string | undefined): boolean =>
  part !== undefined && name !== undefined && name.startsWith(part.toLowerCase())

function follows(parts: string[], names: string[]): boolean {
  if (!isFirst(parts[0], names[0])) return false
  let next = 0
  for (const part of parts) {
    while (next < names.length && !isFirst(part, names[next])) next++
    if (next++ >= names.length) return false
  }
  return true
}
