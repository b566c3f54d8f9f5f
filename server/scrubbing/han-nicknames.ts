import type { Span } from './spans.ts'

/** 小时 and 天天 are words. */
const WORDS =
  /^(?:[小大老阿](?:时|時|店|米|型|区|區|量|于|於|组|組|学|學|程|件|费|費|麦|麥|白|吃|家|工|丁|板|闆|师|師|客|年|里|方|部|约|約|众|眾|户|戶|项|項|心|姐|哥)|明明|天天|人人|常常|刚刚|剛剛|事事|家家|处处|處處|好好|多多|渐渐|漸漸|欣欣|清清|时时|時時|心心|平平|安安|星星|大大|往往|每每|仅仅|慢慢)$/u

/** 小欧, 蓉蓉, 蓉姐: what people of that name are called. */
export function findHanNicknames(text: string, names: string[]): Span[] {
  const signs = names.filter((name) => /^\p{Script=Han}{2,4}$/u.test(name))
  if (signs.length === 0 || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return []
  return signs.flatMap((name) => {
    const all = [...name]
    const given = all.slice(all.length > 3 ? 2 : 1).join('')
    const own = `[${all.join('')}]`
    const pattern = new RegExp(
      `[小老阿]${own}|(?<sign>[${given}])\\k<sign>|(?<!\\p{Script=Han})[${given}](?:姐|哥|总|總|老师|老師)`,
      'gu'
    )
    return [...text.matchAll(pattern)]
      .filter(([nickname]) => !WORDS.test(nickname))
      .map(({ 0: nickname, index }) => ({ kind: 'name' as const, from: index, to: index + nickname.length }))
  })
}
