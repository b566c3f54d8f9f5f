import type { NameWord } from './name-word.ts'
import { bestMatch, isAkin, isCapital, isMisspelt, type Word } from './name-match.ts'
import type { Span } from './spans.ts'

/** What stands between two words of a company. */
const BETWEEN =
  /^(?:[\s,.&+\-–_'’"«»/]{1,3}|\s(?:und|and|y|e|et|i|ve|&|dan|và|of|de|do|da|du|di|des|del|la|le|the|für|for)\s){1,2}$/iu

/** Several words of the company's name together, also inflected or in another order; one only when it is telling. */
export function findCompany(text: string, words: Word[], company: NameWord[]): Span[] {
  if (company.length === 0) return []
  const isOf = words.map((word) => company.some((one) => isAkin(word, one)) || bestMatch(word, company) !== 'no')
  const isOnlyOne = company.filter(({ isOrdinary }) => !isOrdinary).length === 1
  const spans: Span[] = []
  for (let index = 0; index < words.length; index++) {
    if (!isOf[index]) {
      spans.push(...misspelt(words[index], company))
      continue
    }
    const last = endOfRun(text, words, isOf, index)
    const run = words.slice(index, last + 1).filter((_, at) => isOf[index + at])
    const [from, to] = [words[index]?.from ?? 0, words[last]?.to ?? 0]
    if (run.length > 1 ? isTogether(run, company) : isTelling(run[0], company, isOnlyOne))
      spans.push({ kind: 'company', from, to })
    index = last
  }
  return spans
}

function endOfRun(text: string, words: Word[], isOf: boolean[], index: number): number {
  let last = index
  for (let next = index + 1; next < words.length && next <= last + 2; next++)
    if (isOf[next] && BETWEEN.test(text.slice(words[last]?.to ?? 0, words[next]?.from ?? 0))) last = next
  return last
}

const isTogether = (run: Word[], company: NameWord[]): boolean =>
  new Set(run.map(({ latin }) => latin)).size > 1 &&
  (run.every(({ shown }) => isCapital(shown)) || run.some((word) => bestMatch(word, company) === 'sure'))

/** Without a capital it may be an ordinary word. */
function isTelling(word: Word | undefined, company: NameWord[], isOnlyOne: boolean): boolean {
  if (!word || word.latin.length < 5) return false
  if (!/^\p{Lu}/u.test(word.shown) && !isOnlyOne) return false
  return bestMatch(word, company) === 'sure'
}

function misspelt(word: Word | undefined, company: NameWord[]): Span[] {
  if (!word || !isMisspelt(word, company)) return []
  return [{ kind: 'company', from: word.from, to: word.to, why: 'like_the_company' }]
}
