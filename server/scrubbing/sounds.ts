/**
 * Two spellings of one word, also from different transliterations, give the same key: Müller and Mueller,
 * Щербаков and Shcherbakov, Юрий and Yuri. Of Latin letters only.
 */
export function soundKey(latin: string): string {
  return latin
    .replace(/[^a-z0-9]/g, '')
    .replace(/([aou])e/g, '$1')
    .replace(/ou/g, 'u')
    .replace(/s(?:hch|zcz|ch|h|z)/g, 's')
    .replace(/(?:tsch|tch|tx|cz|ch|dj|dzh|tz|ts|ci)/g, 'c')
    .replace(/[kgq]h|ck|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/ph/g, 'f')
    .replace(/[td]h/g, (pair) => pair[0] ?? '')
    .replace(/w/g, 'v')
    .replace(/(?:iy|yy|ij|ii|ey|ei|ay|ai|yi|ie|ee|ye|y|j)/g, 'i')
    .replace(/(?<=[aeiou])h$/, '')
    .replace(/(.)\1+/g, '$1')
}

/** What every spelling of a word has in common: words that differ here sound different. Cheaper than the sound. */
export function steadyKey(latin: string): string {
  let key = ''
  let last = ''
  for (let index = 0; index < latin.length; index++) {
    const letter = latin.charAt(index)
    if (letter !== last && STEADY.includes(letter)) key += last = letter
  }
  return key
}
const STEADY = 'blmnr'

/** For scripts that leave vowels out or write them their own way. */
export const consonantKey = (latin: string): string =>
  soundKey(latin)
    .replace(/[aeiou]/g, '')
    .replace(/[jc]/g, 'c')
    .replace(/f/g, 'p')

/** Silent letters of Thai: those under a thanthakhat, and a leading ho hip. */
export const spokenThai = (text: string): string =>
  text.replace(/[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a]?\u0e4c/g, '').replace(/ห(?=[งญนมยรลว])/g, '')

/** Whether two consonant keys may be of one word, whose scripts differ in what they write. */
export function isLike(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length)
  return Math.min(one.length, other.length) >= 2 && distance(one, other) <= (longer <= 3 ? 1 : 2) && one[0] === other[0]
}

/** Levenshtein. */
export function distance(one: string, other: string): number {
  let above = Uint8Array.from({ length: other.length + 1 }, (_, column) => column)
  let row = new Uint8Array(other.length + 1)
  for (let index = 0; index < one.length; index++) {
    row[0] = index + 1
    for (let column = 1; column <= other.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (one.charCodeAt(index) === other.charCodeAt(column - 1) ? 0 : 1)
      row[column] = Math.min((above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1, replaced)
    }
    ;[above, row] = [row, above]
  }
  return above[other.length] ?? 0
}
