import { GENERIC, ORDINARY } from './name-vocabulary.ts'
import type { Match, Word } from './name-match.ts'
import type { NameWord } from './name-word.ts'

const FEWEST_OF_CLIPPED = 4

/** Guille of Guillermo, Bastian of Sebastian. */
export const isClipped = ({ latin, shown }: Word, name: NameWord): boolean =>
  /^\p{Lu}\p{Ll}/u.test(shown) && isClippedPart(latin, name)

export const isClippedPart = (latin: string, name: NameWord): boolean =>
  (name.latin.startsWith(latin) || name.latin.endsWith(latin)) &&
  latin.length >= FEWEST_OF_CLIPPED &&
  latin.length <= name.latin.length - 2 &&
  !ORDINARY.has(latin) &&
  !GENERIC.has(latin)

/** What makes a pet name of the beginning of a name, also inflected. */
const PET =
  /^(?:i|y|ie|ey|[ae]?[kc]|e?[nsc]?[zs]?k(?:a|o|i|e|u|iem|oi|oy)|u?s|usi[aeu]?|[cs]i[aeou]|it[ao]|inh[ao]|ink[ao]|chen|lein|li|erl)$/
const VOWELS = /^[aeiouy]{1,2}m?$/
const FEWEST_OF_PET = 4

/** Poldi of Leopold, Bożenka of Bożena; with a vowel only it may be another word. */
export function matchOfDiminutive({ latin, shown }: Word, name: NameWord): Match {
  if (!name.isGiven || latin.length < FEWEST_OF_PET || latin.length > name.latin.length + 3) return 'no'
  if (
    !name.latin.includes(latin.slice(0, 3)) ||
    !/^\p{Lu}\p{Ll}/u.test(shown) ||
    ORDINARY.has(latin) ||
    GENERIC.has(latin)
  )
    return 'no'
  for (let length = latin.length - 1; length >= 3; length--) {
    const stem = latin.slice(0, length)
    const ending = latin.slice(length)
    if (length >= 4 && name.latin.includes(stem)) {
      if (PET.test(ending)) return 'sure'
      if (VOWELS.test(ending)) return 'short'
    }
    if (length === 3 && name.latin.startsWith(stem) && (PET.test(ending) || VOWELS.test(ending))) return 'short'
  }
  return 'no'
}
