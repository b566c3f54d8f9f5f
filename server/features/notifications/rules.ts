import { MINUTE } from '../../clock.ts'

const MINUTES_A_DAY = 1440
const DIGEST_AT = 9 * 60

/** When the quiet hours end that are now; null when it is not quiet. */
export function quietUntil(
  quiet: { from: string; to: string } | null | undefined,
  timeZone: string,
  now: Date
): string | null {
  if (!quiet || quiet.from === quiet.to) return null
  const [from, to, minute] = [minutesOf(quiet.from), minutesOf(quiet.to), minuteOfDay(now, timeZone)]
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to
  return isQuiet ? inMinutes(now, until(to, minute)) : null
}

/** Nine in the morning where the partner is: today, or tomorrow once that is past. */
export const nextDigestAt = (timeZone: string, now: Date): string =>
  inMinutes(now, until(DIGEST_AT, minuteOfDay(now, timeZone)))

/** Chosen people, or else the one whom it concerns. */
export const recipientsOf = (chosen: number[], concerned: number | null): number[] =>
  chosen.length > 0 ? [...new Set(chosen)] : concerned === null ? [] : [concerned]

/** The zone that staff pushed, or else the first of the partner's country. */
export function timeZoneOf(partner: { timeZone: string | null; homeCountry: string }): string {
  if (partner.timeZone !== null) return partner.timeZone
  // An attribute up to Node 22, a method since.
  const locale = new Intl.Locale(`und-${partner.homeCountry}`) as {
    timeZones?: string[]
    getTimeZones?: () => string[]
  }
  return (locale.getTimeZones?.() ?? locale.timeZones)?.[0] ?? 'UTC'
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

function minuteOfDay(now: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return minutesOf(format.format(now))
}

const until = (wanted: number, minute: number): number =>
  (wanted - minute + MINUTES_A_DAY) % MINUTES_A_DAY || MINUTES_A_DAY

/** On the full minute. */
const inMinutes = (now: Date, minutes: number): string =>
  new Date((Math.floor(now.getTime() / MINUTE) + minutes) * MINUTE).toISOString()
