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
    .replace(/(?:tsch|tch|cz|ch|dj|dzh|tz|ts|ci)/g, 'c')
    .replace(/[kgq]h|ck|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/ph/g, 'f')
    .replace(/[td]h/g, (pair) => pair[0] ?? '')
    .replace(/w/g, 'v')
    .replace(/(?:iy|yy|ij|ii|ey|ei|ay|ai|yi|ie|ee|ye|y|j)/g, 'i')
    .replace(/(.)\1+/g, '$1')
}

/** For scripts that leave vowels out or write them their own way. */
export const consonantKey = (latin: string): string =>
  soundKey(latin)
    .replace(/[aeiou]/g, '')
    .replace(/[jc]/g, 'c')
