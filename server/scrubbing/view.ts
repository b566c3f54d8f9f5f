import anyAscii from 'any-ascii'
import { decoded, ENCODED, withAt } from './encodings.ts'

/** A rewriting of a text in which each character remembers the place it came from. */
export class View {
  readonly text: string
  readonly original: string
  readonly #starts: Uint32Array | null
  readonly #ends: Uint32Array | null

  constructor(original: string, text: string, starts: number[] | null, ends: number[] | null) {
    this.original = original
    this.text = text
    this.#starts = starts && Uint32Array.from(starts)
    this.#ends = ends && Uint32Array.from(ends)
  }

  /** Where `[from, to)` of this view stands in the original. */
  origin(from: number, to: number): [number, number] {
    if (!this.#starts || !this.#ends) return [from, to]
    return [this.#starts[from] ?? 0, this.#ends[to - 1] ?? 0]
  }

  /** Rewrites each character once more; null drops it. */
  rewrite(change: (char: string) => string | null): View {
    const [text, starts, ends] = [this.text, [] as number[], [] as number[]]
    let written = ''
    for (let index = 0; index < text.length;) {
      const code = text.charCodeAt(index)
      const length = code >= 0xd800 && code <= 0xdbff ? 2 : 1
      const char = length === 1 ? text.charAt(index) : text.slice(index, index + 2)
      const put = change(char)
      if (put) {
        const start = this.#starts?.[index] ?? index
        const end = this.#ends?.[index + length - 1] ?? index + length
        written += put
        for (let count = put.length; count > 0; count--) {
          starts.push(start)
          ends.push(end)
        }
      }
      index += length
    }
    return new View(this.original, written, starts, ends)
  }

  /** Puts something else for each match; null leaves it. What is as long as the match keeps its places one by one. */
  replace(pattern: RegExp, change: (found: RegExpExecArray) => string | null): View {
    const puts = [...this.text.matchAll(pattern)].flatMap((found) => {
      const put = change(found)
      return put === null || put === found[0] ? [] : [{ at: found.index, length: found[0].length, put }]
    })
    if (puts.length === 0) return this
    const [starts, ends] = [[] as number[], [] as number[]]
    let written = ''
    let end = 0
    const keep = (from: number, to: number) => {
      written += this.text.slice(from, to)
      for (let index = from; index < to; index++) {
        starts.push(this.#starts?.[index] ?? index)
        ends.push(this.#ends?.[index] ?? index + 1)
      }
    }
    for (const { at, length, put } of puts) {
      keep(end, at)
      for (let index = 0; index < put.length; index++) {
        const [from, to] = put.length === length ? [at + index, at + index + 1] : [at, at + length]
        starts.push(this.#starts?.[from] ?? from)
        ends.push(this.#ends?.[to - 1] ?? to)
      }
      written += put
      end = at + length
    }
    keep(end, this.text.length)
    return new View(this.original, written, starts, ends)
  }
}

const SIMPLE = /^[\t\n\r\x20-\x7e\u00a1-\u00ac\u00ae-\u012f\u0131-\u017f]*$/
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff]/
const DASH = /[\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\u301c]/
const DOT = /[\u2024\ufe52]/
const DIGIT = /\p{Nd}/u

/**
 * How a text looks: compatibility forms (full-width, circled, mathematical) and digits of all scripts as plain ones,
 * one kind of dash, dot and space, nothing invisible, lower case.
 */
export function plainView(text: string): View {
  const isEncoded = ENCODED.test(text)
  if (!isEncoded && SIMPLE.test(text)) {
    const lower = text.toLowerCase()
    if (lower.length === text.length) return new View(text, lower, null, null)
  }
  const whole = new View(text, text, null, null)
  const readable = isEncoded ? decoded(whole) : whole
  return (/[ⓐⒶ⒜]/.test(text) ? withAt(readable) : readable).rewrite(plain)
}

function plain(char: string): string {
  if (char < '\x7f') return char.toLowerCase()
  if (INVISIBLE.test(char)) return ''
  if (DASH.test(char)) return '-'
  if (DOT.test(char)) return '.'
  if (char !== ' ' && /\s/u.test(char)) return ' '
  const compatible = char.normalize('NFKC')
  if (DIGIT.test(compatible)) return [...compatible].map(digit).join('')
  return compatible.toLowerCase()
}

/** The ten digits of a script stand in a row, with no other digit before them. */
function digit(char: string): string {
  if (!DIGIT.test(char) || char <= '9') return char
  const code = char.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

const APART =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}])(?:\S\p{M}*\s){2,}\S(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}])/gu

/** With words joined whose letters stand apart: `e r i k a`. Undefined when there are none. */
export function joinedView(view: View): View | undefined {
  const gaps = new Set<number>()
  for (const run of view.text.matchAll(APART)) {
    if (!/\p{L}/u.test(run[0])) continue
    for (let index = run.index; index < run.index + run[0].length; index++)
      if (/\s/.test(view.text[index] ?? '')) gaps.add(index)
  }
  if (gaps.size === 0) return undefined
  let index = 0
  return view.rewrite((char) => {
    const isGap = gaps.has(index)
    index += char.length
    return isGap ? null : char
  })
}

const ASCII = /^[\x00-\x7e]*$/

/** The plain view's text alone. */
export const plainText = (text: string): string => (ASCII.test(text) ? text.toLowerCase() : plainView(text).text)

/** How a plain text sounds: in Latin letters without marks. */
export const latinText = (plain: string): string => (ASCII.test(plain) ? plain : [...plain].map(latinChar).join(''))

function latinChar(char: string): string {
  if (char < '\x7f') return char
  if (char >= '\u3040' && char <= '\u30ff') return anyAscii(char).toLowerCase()
  return anyAscii(char.normalize('NFD').replace(/[\u0300-\u036f]/g, '')).toLowerCase()
}

/** Only the letters and digits of a Latin text. */
export const compactText = (latin: string): string => latin.replace(/[^a-z0-9]+/g, '')

/** The same with the way back to the original. */
export const compactView = (view: View): View => view.rewrite(compactChar)

const compactChar = (char: string): string | null =>
  char < '\x7f' ? (/[a-z0-9]/.test(char) ? char : null) : compactText(latinChar(char))
