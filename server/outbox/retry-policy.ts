/** What an error says about trying again. Errors that say nothing are passing troubles. */
export type RetryHint =
  /** It can't succeed as it is; whoever threw it has noted that. */
  | { retry: 'never' }
  /** Not before this instant; the attempt is not counted. */
  | { retry: 'at'; at: string }
  /** A passing trouble: after a growing pause. */
  | { retry: 'backoff' }

export type Decision = { action: 'drop' } | { action: 'retry'; dueAt: string; attemptSpent: boolean }

const LONGEST_PAUSE_S = 3600

/** e^attempt seconds, at most an hour; jobs never run out of attempts: nothing accepted is lost. */
export function decide(hint: RetryHint, attempts: number, now: Date): Decision {
  switch (hint.retry) {
    case 'never':
      return { action: 'drop' }
    case 'at':
      return { action: 'retry', dueAt: hint.at, attemptSpent: false }
    case 'backoff':
      return { action: 'retry', dueAt: new Date(now.getTime() + pause(attempts)).toISOString(), attemptSpent: true }
  }
}

const pause = (attempts: number): number => Math.min(Math.exp(Math.min(attempts, 9)), LONGEST_PAUSE_S) * 1000

export function hintOf(error: unknown): RetryHint {
  const hint = (error as { hint?: RetryHint } | null)?.hint
  return hint ?? { retry: 'backoff' }
}
