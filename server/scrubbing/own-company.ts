import type { NameWord } from './name-word.ts'
import { isEveryday, TRADE_ENDING } from './known-company.ts'
import { PARTICLES } from './name-vocabulary.ts'
import { bestMatch, isAkin, isCapital, isMisspelt, type Word } from './name-match.ts'
import type { KnownWords } from './known-words.ts'
import { isVietnameseWords } from './names-that-are-words.ts'
import type { Span } from './spans.ts'

/** What stands between two words of a company. */
const BETWEEN =
  /^(?:[\s,.&+\-–_'’"«»/]{1,3}|\s(?:und|and|y|e|et|i|ve|&|dan|và|of|de|do|da|du|di|des|del|la|le|the|für|for)\s){1,2}$/iu

/** Several words of the company's name together, also inflected or in another order; one only when it is telling. */
export function findCompany(text: string, words: Word[], known: Known): Span[] {
  const { company } = known
  if (company.length === 0) return []
  const isOf = words.map((word) => company.some((one) => isAkin(word, one)) || bestMatch(word, company) !== 'no')
  const spans: Span[] = []
  for (let index = 0; index < words.length; index++) {
    if (!isOf[index]) {
      spans.push(...misspelt(words[index], company))
      continue
    }
    const last = endOfRun(text, words, isOf, index)
    const run = words.slice(index, last + 1).filter((word, at) => isOf[index + at] && !ARTICLES.has(word.latin))
    const [from, to] = [words[index]?.from ?? 0, words[last]?.to ?? 0]
    const isLinked = /\p{L}/u.test(
      text.slice(from, to).replace(/[\p{L}\p{M}'’]+/gu, (word) => (run.some(({ shown }) => shown === word) ? '' : word))
    )
    const isList =
      text.slice(from, to).includes(',') &&
      (isLinked || /^\s(?:und|and|y|e|et|i|ve|dan|и|та)\s/u.test(text.slice(to, to + 5)))
    if (isVietnameseWords(text, text.slice(from, to))) continue
    if (run.length > 1 ? !isList && isTogether(run, known, isLinked) : isTelling(text, run[0], known))
      spans.push({ kind: 'company', from, to })
    index = last
  }
  return spans
}

const ARTICLES = new Set('the les los las il lo gli der die das le la el o os as du des au aux am im'.split(' '))

function endOfRun(text: string, words: Word[], isOf: boolean[], index: number): number {
  let last = index
  for (let next = index + 1; next < words.length && next <= last + 2; next++)
    if (isOf[next] && BETWEEN.test(text.slice(words[last]?.to ?? 0, words[next]?.from ?? 0))) last = next
  return last
}

type Known = Pick<KnownWords, 'company' | 'brand' | 'hosts'>

/** In small letters only the whole of it, or what the client's host is called. */
function isTogether(run: Word[], { company, hosts }: Known, isLinked: boolean): boolean {
  const own = new Set(run.map(({ latin }) => latin))
  if (own.size < 2) return false
  const isCapitals = run.every(({ shown, latin }) => isCapital(shown) || PARTICLES.has(latin))
  if (isCapitals && [...own].filter((word) => !PARTICLES.has(word)).length > 1) return true
  if (!run.some((word) => bestMatch(word, company) === 'sure')) return false
  if (isLinked && !isInOrder(run, company)) return false
  const joined = run.map(({ latin }) => latin).join('')
  const telling = company.filter(({ isOrdinary }) => !isOrdinary)
  return (
    hosts.some((host) => host.includes(joined) && isTrade(host.replace(joined, ''), company)) ||
    (telling.length > 1 && telling.every((one) => run.some((word) => bestMatch(word, [one]) !== 'no')))
  )
}

/** Words that others stand between are no name, unless all of it is there. */
const isInOrder = (run: Word[], company: NameWord[]): boolean => run.length >= company.length && company.length > 2

const isTrade = (rest: string, company: NameWord[]): boolean =>
  rest.length <= 3 ||
  isEveryday(rest) ||
  TRADE_ENDING.test(rest) ||
  company.some((one) => one.isOrdinary && one.latin === rest)

/** A capital within a sentence makes a name of a word, but not in German. */
function isTelling(text: string, word: Word | undefined, { company, brand, hosts }: Known): boolean {
  if (!word || word.latin.length < 5 || bestMatch(word, company) !== 'sure') return false
  if (isSubject(text, word, company, hosts)) return true
  const isOfBrand = company.some((one) => brand.has(one.latin) && bestMatch(word, [one]) === 'sure')
  if (/^\p{Lu}/u.test(word.shown) && GERMAN_NOUN.test(text.slice(Math.max(0, word.from - 8), word.from))) return false
  if (/^\p{Lu}/u.test(word.shown)) return isOfBrand || (isWithinSentence(text, word.from) && !GERMAN.test(text))
  const isUncased = !/^\p{Ll}/u.test(word.shown)
  const isOnlyOne = company.filter(({ isOrdinary }) => !isOrdinary).length === 1
  const isFirst = company[0] !== undefined && bestMatch(word, company.slice(0, 1)) === 'sure'
  return isOnlyOne || (isUncased && (isFirst || (isOfBrand && brand.size === 1)))
}

const DOES =
  /^\s(?:has|needs|wants|employs|sells|hat|braucht|sucht|beschäftigt|a besoin|emploie|recherche|cherche|tiene|necesita|busca|tem|precisa|procura|ha bisogno|cerca|ma|potrzebuje|szuka|zatrudnia|ada|punya|mempunyai|memiliki|perlu|butuh|có|cần|имеет|ищет|має|шукає)\s/u

/** "Tidewater has 3 sites": the first or last own word of the company that does what companies do. */
function isSubject(text: string, word: Word, company: NameWord[], hosts: string[]): boolean {
  if (!/^\p{Lu}/u.test(word.shown) || !DOES.test(text.slice(word.to, word.to + 16))) return false
  const own = company.filter(({ isOrdinary }) => !isOrdinary)
  const isOwn = [own[0], own.at(-1)].some((one) => one?.latin === word.latin)
  return isOwn && hosts.some((host) => host.includes(word.latin))
}

/** Companies have no article, or that of women. */
const GERMAN_NOUN = /(?<![\p{L}])(?:das|ein|eines|einem|kein|jedes)\s$/iu

const isWithinSentence = (text: string, at: number): boolean =>
  /[\p{L}\p{N},;)]["'’»)]?\s["'’«„“(]?$/u.test(text.slice(Math.max(0, at - 5), at))

const GERMAN =
  /(?<![\p{L}])(?:und|der|die|das|ist|sind|wir|nicht|eine?[mnr]?|für|mit|auf|bei|zum|zur|haben|werden)(?![\p{L}])/iu

function misspelt(word: Word | undefined, company: NameWord[]): Span[] {
  if (!word || !isMisspelt(word, company)) return []
  return [{ kind: 'company', from: word.from, to: word.to, why: 'like_the_company' }]
}
