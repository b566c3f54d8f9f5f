import { isValidPhone } from './phone-plans.ts'
import { spanOf, type Span } from './spans.ts'
import { AREA_CODE } from './vocabulary.ts'
import type { View } from './view.ts'

/** Numbers that are told in parts. */
export const findToldPhones = (view: View, country: string): Span[] =>
  /\d/.test(view.text) ? [...findTold(view), ...findParts(view, country), ...findCoded(view)] : []

/** "070, then 55, then 12" and `0xx11 5555-0123` */
const TOLD =
  /(?<![\p{L}\p{N}])(?:[+0]\d{1,5}(?:[\s,.;-]{1,3}(?:and |und |y |e |et |i |ve |и )?(?:then|dann|danach|luego|después|depois|puis|ensuite|poi|potem|sonra|потом|затем|далее|lalu|kemudian|ثم|followed by|gefolgt von)[\s,:]{1,2}\d{2,8}){1,5}|0(?:xx|\*\*)\s?\d\d[\s.-]?\d{4,5}[\s.-]?\d{4})(?!\d)/gu

const findTold = (view: View): Span[] =>
  /\d/.test(view.text)
    ? [...view.text.matchAll(TOLD)].map(({ 0: number, index }) => spanOf(view, 'phone', index, index + number.length))
    : []

const CODED = new RegExp(
  `(?:${AREA_CODE})[\\s:：]{0,3}(?:(?:is|ist|es|est|è|é|to|adalah|ialah|là|は|是|คือ)\\s?)?(?<code>\\(?\\+?\\d{2,5}\\)?)(?!\\d)[^\\d\\n]{1,30}(?<number>\\d(?:[\\s./\\-の·•]?\\d){4,9})(?!\\d)`,
  'gu'
)
const ORDER =
  /(?<![\p{L}])(?:then|next|second|other half|rest|final(?:ly)?|last|dann|danach|zweite\p{L}?|rest|luego|después|segund[ao]|al final|puis|ensuite|enfin|deuxième|fin|poi|infine|dopo|seconda|fine|depois|por fim|potem|dalej|na koniec|druga|sonra\p{L}*|sonu\p{L}*|son|rồi|sau đó|tiếp|cuối|lalu|kemudian|terakhir|akhir|फिर|बाद|अंत|потом|затем|дальше|конец|конце|вторая|потім|далі|кінець|ثم)(?![\p{L}])|然后|然後|接着|接著|最后|最後|后面|後面|后半|後半|次に|続けて|แล้ว|ตาม|ท้าย|[前中后後末][三四五间間两兩]位?|开头|開頭|结尾|結尾/u
const GROUPS = /(?<![\d.:/-])[+(]?\d{2,8}(?:-\d{2,4})?\)?(?![.:/-]?\d)/g

/** "first 612, then 340 and at the end 981": groups with words of order between them that make a number of the country. */
function findParts(view: View, country: string): Span[] {
  const { text } = view
  if (!/\d\D{3,30}\d/.test(text) || !ORDER.test(text)) return []
  const groups = [...text.matchAll(GROUPS)].map(({ 0: group, index }) => ({
    group,
    from: index,
    to: index + group.length
  }))
  for (let first = 0; first < groups.length - 1; first++)
    for (let last = Math.min(groups.length, first + 5) - 1; last > first; last--) {
      const run = groups.slice(first, last + 1)
      const gaps = run.slice(1).map(({ from }, index) => text.slice(run[index]?.to ?? 0, from))
      const digits = run.map(({ group }) => group.replaceAll('-', '')).join('')
      if (
        gaps.every((gap) => gap.length <= 30) &&
        gaps.some((gap) => ORDER.test(gap)) &&
        (isValidPhone(digits, country) || /^\(?[+0]\d{8,12}$/.test(digits))
      )
        return run.map(({ from, to }) => spanOf(view, 'phone', from, to))
    }
  return []
}

/** "area code 0445, number 555 0162" */
const findCoded = (view: View): Span[] =>
  /\d\D{1,30}\d{3}/.test(view.text)
    ? [...view.text.matchAll(CODED)].flatMap((found) => {
        const { code = '', number = '' } = found.groups ?? {}
        const from = found.index + found[0].indexOf(code)
        const to = found.index + found[0].length
        return [spanOf(view, 'phone', from, from + code.length), spanOf(view, 'phone', to - number.length, to)]
      })
    : []
