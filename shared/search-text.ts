/** Text as the search compares it: no case, no marks, compatibility forms resolved, single spaces. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

const MOST_WORDS = 8

/** The words of a search, each of which has to occur. */
export const searchWords = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
