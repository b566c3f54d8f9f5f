import type { RatingMonth } from '../../../shared/contract/rating.ts'
import { DAY, HOUR } from '../../clock.ts'
import type { Course } from './repository.ts'
import { quantileOf } from './quartiles.ts'

const MONTHS = 12

const monthAt = (now: Date, back: number): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7)

/** The first instant that the overview covers. */
export const firstMonth = (now: Date): string => `${monthAt(now, MONTHS - 1)}-01T00:00:00.000Z`

/** The reservations of each month, by what has become of them; months before the first one are left out. */
export function monthsOf(courses: Course[], now: Date): RatingMonth[] {
  const months = Array.from({ length: MONTHS }, (_, index) => monthAt(now, MONTHS - 1 - index))
  const all = months.map((month) => {
    const made = courses.filter((course) => course.reservedAt.startsWith(month))
    const count = (outcome: Course['outcome']) => made.filter((course) => course.outcome === outcome).length
    return {
      ...{ month, won: count('won'), lost: count('lost'), open: count('open') },
      firstStepHours: median(made.map((course) => between(course.reservedAt, course.firstStepAt, HOUR))),
      closeDays: median(made.map((course) => between(course.reservedAt, course.closedAt, DAY)))
    }
  })
  const first = all.findIndex(({ won, lost, open }) => won + lost + open > 0)
  return first < 0 ? [] : all.slice(first)
}

const between = (from: string, to: string | null, unit: number): number | null =>
  to === null ? null : Math.max(0, Date.parse(to) - Date.parse(from)) / unit

function median(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : quantileOf(known, 0.5)
}
