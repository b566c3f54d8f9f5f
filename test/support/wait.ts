import { setTimeout as pause } from 'node:timers/promises'

/** Between two questions, in milliseconds: soon at first, seldom enough later for the app's limit of calls a minute. */
const PAUSE = { first: 25, growth: 1.1, last: 150 }

/** Asks until the answer is something; fails with the last one when that takes too long. */
export async function eventually<Value>(
  what: string,
  ask: () => Promise<Value | false | null | undefined> | Value | false | null | undefined,
  timeoutMs = 30_000
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  let last: unknown
  let wait = PAUSE.first
  for (;;) {
    try {
      const answer = await ask()
      if (answer) return answer
      last = answer
    } catch (error) {
      last = error
    }
    if (Date.now() > deadline) throw new Error(`waited in vain for: ${what}; last: ${String(last)}`)
    await pause(wait)
    wait = Math.min(wait * PAUSE.growth, PAUSE.last)
  }
}
