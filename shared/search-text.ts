/** Text as the search compares it: no case, no marks, compatibility forms resolved, single spaces. */
export const foldText = (text: string): string => withoutMarks(text).toLowerCase().replace(/\s+/g, ' ').trim()

const withoutMarks = (text: string): string =>
  /^[\x00-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')

const MOST_WORDS = 8

/** The words of a search, each of which has to occur. */
export const searchWords = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
