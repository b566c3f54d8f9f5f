import type { View } from './view.ts'

const CHARACTER = /&(?:#(\d{2,6})|#x([0-9a-f]{2,5})|([a-z]{2,8}));|%([2-7][0-9a-f])/gi
const NAMED: Record<string, string> = {
  commat: '@',
  period: '.',
  plus: '+',
  nbsp: ' ',
  colon: ':',
  sol: '/',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  amp: '&',
  lpar: '(',
  rpar: ')',
  num: '#'
}

export const ENCODED = /&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});|%[2-7][0-9a-f]/i

/** Characters written as HTML or in URLs are the characters. */
export const decoded = (view: View): View =>
  view.replace(CHARACTER, ([, decimal, hexadecimal, name, percent]) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? null
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? percent ?? '', 16) : Number(decimal)
    return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : null
  })

const SAID_TOP =
  /\s{0,2}(?:[.。]|dot|डॉट|डाट|точка|крапка|ดอท|จุด|ドット|点|點|닷|점)\s{0,2}(?<native>कॉम|काम|ком|คอม|コム|컴|इन|नेट|ऑर्ग|को|ру|юа|нет|кз|бай|уз|орг|инфо|เน็ต)(?![\p{L}\p{M}])|(?<=@[a-z0-9-]{2,40})\s{1,2}(?:dot|punkt|punto|ponto|point|kropka|nokta|titik)(?<glued>com|net|org|info|de|fr|it|es|pl)(?![\p{L}])|(?<=[a-z0-9])\s{0,2}(?:닷컴|ดอทคอม|ドットコム)/gu
const HAS_SAID_TOP =
  /ॉम|काम|इन|नेट|ऑर्ग|को|ру|юа|нет|кз|бай|уз|орг|инфо|เน็ต|ком|คอม|コム|컴|@[a-z0-9-]{2,40}\s{1,2}[dpknt]/u
const TOPS: Record<string, string> = {
  इन: 'in',
  नेट: 'net',
  ऑर्ग: 'org',
  को: 'co',
  ру: 'ru',
  юа: 'ua',
  кз: 'kz',
  бай: 'by',
  уз: 'uz',
  орг: 'org',
  инфо: 'info',
  нет: 'net',
  เน็ต: 'net'
}
/** A sign for @ that compatibility forms take for a letter. */
const CIRCLED_AT = /(?<=[\p{L}\p{N}]\s?)[ⓐⒶ⒜](?=\s?[\p{L}\p{N}-]{2,}\s?[.。])/gu

/** "dot com" said in other scripts, or in one word. */
export const withTops = (view: View): View =>
  HAS_SAID_TOP.test(view.text)
    ? view.replace(SAID_TOP, ({ groups }) => `.${groups?.glued ?? TOPS[groups?.native ?? ''] ?? 'com'}`)
    : view

export const withAt = (view: View): View => view.replace(CIRCLED_AT, () => '@')
