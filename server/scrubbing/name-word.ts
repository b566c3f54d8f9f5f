import { GENERIC, ORDINARY, PARTICLES } from './name-vocabulary.ts'
import { consonantKey, soundKey, spokenThai, steadyKey } from './sounds.ts'
import { compactText, latinText, plainText } from './view.ts'

/** A word of the client's name. */
export interface NameWord {
  latin: string
  /** As it is written, in lower case. */
  accented: string
  steady: string
  sound: string
  consonants: string
  isLatin: boolean
  /** An ordinary word too: it is the name only beside another part of it or a title. */
  isOrdinary: boolean
  /** With the letters of another alphabet as they are said: Grzegorz is Гжегож. */
  said?: string
  /** What a given name is called for short: with a capital only. */
  isShort?: boolean
  /** The name's first word, of which people may say a part only. */
  isGiven?: boolean
  /** Known from the mail address alone. */
  isMailbox?: boolean
}

export const latinOf = (text: string): string => latinText(plainText(text))
export const compactOf = (text: string): string => compactText(latinOf(text))

export function nameWord(piece: string): NameWord {
  const latin = compactOf(piece)
  return {
    latin,
    accented: piece.normalize('NFC'),
    steady: steadyKey(latin),
    sound: soundKey(latin),
    consonants: consonantKey(latinOf(spokenThai(piece))),
    ...(latin.includes('rz') ? { said: consonantKey(latin.replace(/rz/g, 'zh')) } : {}),
    isLatin: !/[^\p{Script=Latin}\p{M}\p{N}'’-]/u.test(piece),
    isOrdinary: latin.length < 3 || PARTICLES.has(latin) || ORDINARY.has(latin) || GENERIC.has(latin)
  }
}
