import { PARTICLES } from './name-vocabulary.ts'
import type { NameWord } from './name-word.ts'
import { isClipped, matchOfDiminutive } from './pet-names.ts'
import { consonantKey, distance, isLike, soundKey, steadyKey } from './sounds.ts'

/** A word of the text. */
export interface Word {
  latin: string
  isLatin: boolean
  /** As it is written. */
  shown: string
  from: number
  to: number
  /** Filled when they are first asked for. */
  steady?: string
  sound?: string
}
/** `maybe`: it is the name beside another part of it or a title; `short`: a part of it is, when somebody is called so. */
export type Match = 'sure' | 'maybe' | 'short' | 'no'

const SUFFIX =
  /^(?:'?s|es|en|ens|n|e|a|u|o|y|i|om|em|ym|im|ego|emu|owi|owa|owej|owna|owny|ami|ach|ow|ie|iej|ej|oy|oi|oj|nya|ei|eiu|eyu|iieyu|aia|aya|ogo|omu|ych|'?(?:n[iu]n|[iuy]n|y[aeiu]|n[aeiu]|[aeiu]|d[ae]n?|t[ae]n?|l[ae]|ler|lar))$/
const STEM_SUFFIX = /^(?:y|i|e|ie|u|o|a|em|om|ego|emu|im|iej|oj|oy|ej|en)$/
const FLEETING_SUFFIX = /^(?:a|owi|iem|em|u|i|ie|om)$/
/** Tschechow is two letters longer than Chekhov. */
const MOST_LONGER = 3
const VIETNAMESE = /[ăđơưạ-ỹ]/u
const MARKED = /[\u00c0-\u024f\u1e00-\u1eff]/

export function bestMatch(word: Word, names: NameWord[]): Match {
  let best: Match = 'no'
  for (const name of names) {
    const match = matchOf(word, name)
    if (match === 'sure') return match
    if (match === 'maybe' || (match === 'short' && best === 'no')) best = match
  }
  return best
}

function matchOf(word: Word, name: NameWord): Match {
  if (name.isShort) return matchOfShort(word, name)
  if (isInflected(word.latin, name.latin)) return matchOfSame(word, name)
  const isNear = word.latin.length >= 3 && Math.abs(word.latin.length - name.latin.length) <= MOST_LONGER
  if (isNear && (word.steady ??= steadyKey(word.latin)) === name.steady) {
    const sound = (word.sound ??= soundKey(word.latin))
    if (sound.length >= 3 && sound === name.sound) return matchOfSound(word, name, word.isLatin && name.isLatin)
  }
  if (isSoundInflected(word, name))
    return word.isLatin && name.isLatin && !word.sound?.startsWith(name.sound)
      ? 'maybe'
      : matchOfSound(word, name, word.isLatin && name.isLatin)
  const diminutive = matchOfDiminutive(word, name)
  if (diminutive !== 'no') return diminutive
  if (name.isGiven && isClipped(word, name)) return 'short'
  // The vowels of some scripts can't be had from the other's letters.
  return word.isLatin === name.isLatin || !isCapital(word.shown) ? 'no' : matchOfConsonants(word, name)
}

const SOUND_ENDING = /^(?:[aeiou]{0,4}[ms]?|e[ns]|[oe]g[ou]|[oe]m[ui]|im[i]?|ih|ah|ami|ov[ia]?)$/

/** Natalija, Natalijeju: what sounds the same up to an ending of vowels. */
function isSoundInflected(word: Word, name: NameWord): boolean {
  if (name.latin.length < 6 || word.latin.length < 6 || word.latin[0] !== name.latin[0]) return false
  const stem = name.sound.replace(/[aeiou]+$/, '')
  const sound = (word.sound ??= soundKey(word.latin))
  return stem.length >= 5 && sound.startsWith(stem) && SOUND_ENDING.test(sound.slice(stem.length))
}

const FEWEST_OF_SHORT = 3

function matchOfShort(word: Word, name: NameWord): Match {
  if (
    word.latin[0] !== name.latin[0] ||
    word.latin.length < FEWEST_OF_SHORT ||
    !isCapital(word.shown) ||
    !isInflected(word.latin, name.latin)
  )
    return 'no'
  const isOwnForm = word.latin === name.latin || (word.latin.length === name.latin.length && name.latin.length > 4)
  return name.isOrdinary || !isOwnForm ? 'maybe' : 'sure'
}

function matchOfSame(word: Word, name: NameWord): Match {
  if (isOtherAccent(word.shown, name) || name.isOrdinary) return 'maybe'
  // A syllable of Vietnamese is a word as well.
  if (word.latin.length < 6 && !isCapital(word.shown) && VIETNAMESE.test(word.shown)) return 'maybe'
  return name.latin.length < 4 && (!isCapital(word.shown) || word.latin !== name.latin) ? 'maybe' : 'sure'
}

function matchOfSound(word: Word, name: NameWord, isOneScript: boolean): Match {
  if (name.isOrdinary) return 'maybe'
  return isOneScript && !isCapital(word.shown) && name.sound.length < 6 ? 'maybe' : 'sure'
}

function matchOfConsonants(word: Word, name: NameWord): Match {
  const consonants = consonantKey(word.latin)
  if (consonants.length >= 3 && (consonants === name.consonants || consonants === name.said)) return 'sure'
  return isLike(consonants, name.consonants) || (name.said !== undefined && isLike(consonants, name.said))
    ? 'maybe'
    : 'no'
}

/** Also true for scripts that know no capitals. */
export const isCapital = (shown: string): boolean => /^\p{Lu}/u.test(shown) || !/\p{Ll}|\p{Lu}/u.test(shown)

/** The name itself, or its stem with an ending. */
function isInflected(word: string, name: string): boolean {
  if (word === name) return true
  if (word[0] !== name[0] || name.length < 3 || PARTICLES.has(name)) return false
  if (word.startsWith(name) && SUFFIX.test(word.slice(name.length))) return true
  const stem = name.replace(/(?<=[sc]k)i$|[aoey]$/, '')
  if (stem.length >= 3 && stem !== name && word.startsWith(stem) && STEM_SUFFIX.test(word.slice(stem.length)))
    return true
  // Wojtek, Wojtka
  const fleeting = name.replace(/(?<=[^aeiouy])i?e(?=[klcnr]$)/, '')
  return (
    fleeting !== name &&
    fleeting.length >= 4 &&
    word.startsWith(fleeting) &&
    FLEETING_SUFFIX.test(word.slice(fleeting.length))
  )
}

/** Trân is not Trần, but Tran may be. */
function isOtherAccent(shown: string, { accented }: NameWord): boolean {
  const word = shown.normalize('NFC').toLowerCase()
  return MARKED.test(word) && MARKED.test(accented) && !word.startsWith(accented.slice(0, -1))
}

const FEWEST_TO_MISSPELL = 7

/** One letter more, less or other than in a long name. */
export function isMisspelt(word: Word, names: NameWord[]): boolean {
  if (word.latin.length < FEWEST_TO_MISSPELL - 1) return false
  return (
    names.some(
      ({ latin, isOrdinary }) =>
        !isOrdinary &&
        latin.length >= FEWEST_TO_MISSPELL &&
        latin[0] === word.latin[0] &&
        Math.abs(latin.length - word.latin.length) <= 1 &&
        isCapital(word.shown) &&
        distance(latin, word.latin) === 1
    ) || names.some((name) => isMisheard(word, name))
  )
}

/** Echeverria and Etxeberria. */
function isMisheard(word: Word, { latin, sound, isOrdinary }: NameWord): boolean {
  if (isOrdinary || sound.length < FEWEST_TO_MISSPELL || latin[0] !== word.latin[0]) return false
  if (Math.abs(latin.length - word.latin.length) > 2 || word.latin.length < 6 || !isCapital(word.shown)) return false
  return distance(sound, (word.sound ??= soundKey(word.latin))) <= 1
}

/** Behind a title it may be written more freely. */
export const isLikeTitled = (word: Word, names: NameWord[]): boolean =>
  isCapital(word.shown) &&
  word.latin.length >= 3 &&
  names.some(
    (name) =>
      !name.isOrdinary &&
      name.latin[0] === word.latin[0] &&
      (isShortened(word, name) || isAlmost(word.latin, name.latin))
  )

/** Surnames are said in full. */
const isShortened = (word: Word, { latin, isGiven }: NameWord): boolean =>
  latin.startsWith(word.latin) && (isGiven === true || latin.length - word.latin.length <= 2)

/** The same word with another ending, when it stands beside another word of the name. */
export function isAkin(word: Word, name: NameWord): boolean {
  const [one, other] = [word.latin, name.latin]
  if (one === other) return true
  const shared = Math.max(2, name.latin.length <= 4 ? name.latin.length - 1 : Math.ceil(name.latin.length / 2))
  if (one.length > other.length + MOST_LONGER || one.length < shared) return false
  return one.startsWith(other.slice(0, shared)) && isCapital(word.shown)
}

const isAlmost = (one: string, other: string): boolean => {
  const most = other.length > 6 ? 2 : 1
  return other.length > 4 && Math.abs(one.length - other.length) <= most && distance(one, other) <= most
}
