import type { View } from './view.ts'

export type CutKind = 'phone' | 'email' | 'url' | 'messenger' | 'iban' | 'address' | 'name' | 'company'

/** A place in the original text. With `why` it is a doubt: nothing is cut there, a person has to look. */
export interface Span {
  kind: CutKind
  from: number
  to: number
  why?: string
}

export function spanOf(view: View, kind: CutKind, from: number, to: number, why?: string): Span {
  const [start, end] = view.origin(from, to)
  return why === undefined ? { kind, from: start, to: end } : { kind, from: start, to: end, why }
}

/** A regular expression that matches only at `index`. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}
