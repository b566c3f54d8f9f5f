const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30 * DAY
const YEAR = 365 * DAY

/** Days are those of the calendar: “yesterday” is not what was twelve hours ago. */
const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0)

/** How far a moment is away: never so vague as “next month”, never less than a minute. */
export function relativeTime(tag: string): (time: number, now: number) => string {
  const near = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const far = new Intl.RelativeTimeFormat(tag, { numeric: 'always' })
  return (time, now) => {
    const away = time - now
    const distance = Math.abs(away)
    const count = (length: number): number => Math.sign(away || -1) * Math.max(1, Math.floor(distance / length))
    if (distance < HOUR) return far.format(count(MINUTE), 'minute')
    if (distance < DAY) return far.format(count(HOUR), 'hour')
    if (distance < 2 * MONTH) return near.format(Math.round((midnight(time) - midnight(now)) / DAY), 'day')
    return distance < 2 * YEAR ? far.format(count(MONTH), 'month') : far.format(count(YEAR), 'year')
  }
}
