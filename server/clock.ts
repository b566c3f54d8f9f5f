/** Business time. Everything that is stored or compared comes from here, so that tests can move it. */
export interface Clock {
  now(): Date
}

export const wallClock: Clock = { now: () => new Date() }

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The instant `ms` milliseconds after `at`, as stored. */
export const after = (at: Date | string, ms: number): string => new Date(new Date(at).getTime() + ms).toISOString()
