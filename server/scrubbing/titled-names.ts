import { isNeedleAsWord } from './names-that-are-words.ts'
import { compactOf, latinOf, type NameWord } from './name-word.ts'
import { consonantKey } from './sounds.ts'
import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'

const THAI_TITLED = /(?:คุณ|นางสาว|นาย|นาง|ดร\.?)\s?(?<name>[\p{Script=Thai}]{2,24})/gu
const HAN_TITLED =
  /(?<name>\p{Script=Han}{1,2})(?=\s?(?:先生|女士|小姐|太太|经理|經理|老师|老師|董事长|さん|様|氏|社長|部長|課長))/gu
const TITLE_AFTER =
  /^\s?(?:先生|女士|小姐|太太|经理|經理|总|總|老师|老師|董事长|さん|様|さま|氏|社長|部長|課長|君|ちゃん|님|を(?:お呼び|呼)|宛|まで(?:ご|お)|が(?:担当|対応|承)|と申)/u

/** Names of scripts that set no spaces: a family name of one sign only before a title. */
export function findSurnames(view: View, surnames: string[]): Span[] {
  return surnames.flatMap((surname) => {
    const spans: Span[] = []
    for (let at = view.text.indexOf(surname); at >= 0; at = view.text.indexOf(surname, at + 1)) {
      const after = view.text.slice(at + surname.length, at + surname.length + 5)
      const [from, to] = view.origin(at, at + surname.length)
      if (isNeedleAsWord(view.original, from, to, compactOf(surname))) continue
      if ([...surname].length > 1 || TITLE_AFTER.test(after)) spans.push(spanOf(view, 'name', at, at + surname.length))
    }
    return spans
  })
}

/** A Latin name behind a Thai title or before a Chinese one. */
export function findTitled(view: View, names: NameWord[]): Span[] {
  const isThai = (latin: string) => {
    const consonants = consonantKey(latin)
    return consonants.length >= 2 && names.some((name) => name.consonants === consonants)
  }
  const isFamily = (han: string) => names.some((name) => name.latin === latinOf(han))
  return [
    ...titled(view, THAI_TITLED, (thai) => Math.max(longestPrefix(thai, isThai), beginningOf(thai, names))),
    ...titled(view, HAN_TITLED, (han) => (isFamily(han) ? han.length : 0))
  ]
}

function titled(view: View, pattern: RegExp, lengthIn: (name: string) => number): Span[] {
  return [...view.text.matchAll(pattern)].flatMap((found) => {
    const name = found.groups?.name ?? ''
    const from = found.index + found[0].indexOf(name)
    const length = lengthIn(name)
    return length > 0 ? [spanOf(view, 'name', from, from + length)] : []
  })
}

const FEWEST_OF_BEGINNING = 4

/** How much of it begins a name. */
function beginningOf(text: string, names: NameWord[]): number {
  let longest = 0
  for (const { accented } of names) {
    let length = 0
    while (length < text.length && text[length] === accented[length]) length++
    longest = Math.max(longest, length)
  }
  return longest >= FEWEST_OF_BEGINNING ? longest : 0
}

function longestPrefix(text: string, matches: (latin: string) => boolean): number {
  for (let length = text.length; length > 0; length--) if (matches(latinOf(text.slice(0, length)))) return length
  return 0
}
