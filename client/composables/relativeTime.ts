import { intlTool } from './intlTools.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30 * DAY
const YEAR = 365 * DAY

/** Days are those of the calendar: “yesterday” is not what was twelve hours ago. */
const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0)

/** How far a moment is away: never so vague as “next month”, never less than a minute. */
export function relativeTime(tag: string, time: number, now: number): string {
  const away = time - now
  const distance = Math.abs(away)
  const far = (length: number, unit: Intl.RelativeTimeFormatUnit): string =>
    intlTool(Intl.RelativeTimeFormat, tag, { numeric: 'always' }).format(
      Math.sign(away || -1) * Math.max(1, Math.floor(distance / length)),
      unit
    )
  if (distance < HOUR) return far(MINUTE, 'minute')
  if (distance < DAY) return far(HOUR, 'hour')
  if (distance >= 2 * MONTH) return distance < 2 * YEAR ? far(MONTH, 'month') : far(YEAR, 'year')
  const days = Math.round((midnight(time) - midnight(now)) / DAY)
  return intlTool(Intl.RelativeTimeFormat, tag, { numeric: 'auto' }).format(days, 'day')
}
