/** What a merge notes: the original's number before staff's words, both under the entry's hash. */
export const mergeNote = (original: string, words: string): string => `${original}: ${words}`

const NOTE = /^(?:into )?(R-\d+): (.*)$/s

/** The original's number and staff's words apart; every other entry has words only. */
export function readMergeNote({ kind, reason }: { kind: string; reason: string | null }): {
  into: string | null
  reason: string | null
} {
  const [, into = null, words = reason] = kind === 'request.merged' ? (NOTE.exec(reason ?? '') ?? []) : []
  return { into, reason: words }
}
