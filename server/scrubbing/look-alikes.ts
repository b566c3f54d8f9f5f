import type { View } from './view.ts'

const CYRILLIC_OR_GREEK = 'аеорсухікмтнвѕјԁһӏբαοεικνρτυχηγ'
const LATIN = 'aeopcyxikmthbsjdhlfaoeikvptuxny'
const TO_LATIN = new Map([...CYRILLIC_OR_GREEK].map((char, index) => [char, LATIN.charAt(index)]))
const TO_CYRILLIC = new Map([...'aeopcyxikmthb'].map((char, index) => [char, 'аеорсухікмтнв'.charAt(index)]))
const WORD = /[\p{L}\p{N}]+/gu
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const OWN = /[a-z0-9]/
const DIGITS: Record<string, string> = { о: '0', o: '0', з: '3', ο: '0', б: '6', і: '1', l: '1' }

/** Words of letters of two alphabets that look the same: each such word in one of them. */
export function oneAlphabet(view: View): View {
  if (!FOREIGN.test(view.text)) return view
  return view.replace(WORD, ({ 0: word, index }) => {
    if (/^\p{N}*[оoзοбі]+\p{N}[\p{N}оoзοбіl]*$/u.test(word) || /^\p{N}[\p{N}оoзοбіl]*$/u.test(word))
      return word.replace(/\p{L}/gu, (letter) => DIGITS[letter] ?? letter)
    if (!OWN.test(word) || !FOREIGN.test(word)) return null
    const [from, to] = view.origin(index, index + word.length)
    const shown = view.original.slice(from, to)
    const latin = [...word].map((char, at) => (shown[at] === 'Η' ? 'h' : (TO_LATIN.get(char) ?? char))).join('')
    return FOREIGN.test(latin) ? [...word].map((char) => TO_CYRILLIC.get(char) ?? char).join('') : latin
  })
}

const LEET_SIGN = /[a-z][0-9$@!|]|[0-9$@!|][a-z]/
const LEET = /(?<![\p{L}\p{N}@.])(?=[a-z0-9$@!|]*[a-z])(?=[a-z0-9$@!|]*[0-9$@!|])[a-z0-9$@!|]{4,40}(?![\p{L}\p{N}])/gu
const LETTERS: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'g',
  7: 't',
  8: 'b',
  $: 's',
  '@': 'a',
  '!': 'i',
  '|': 'l'
}

/** With digits read as the letters they look like: `h4rb0r`. Undefined when no such word may be one of these. */
export function leetView(view: View, isWanted: (word: string) => boolean): View | undefined {
  if (!LEET_SIGN.test(view.text)) return undefined
  const read = view.replace(LEET, ([word]) => {
    const letters = word.replace(/[^a-z]/g, (sign) => LETTERS[sign] ?? sign)
    return isWanted(letters) ? letters : null
  })
  return read === view ? undefined : read
}
