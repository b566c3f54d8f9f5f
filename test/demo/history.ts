import type { PartnerKey } from './cast.ts'
import { BR_OPEN } from './stories/br.ts'
import { DE_OPEN } from './stories/de.ts'
import { OTHERS_OPEN } from './stories/others.ts'
import { PAST } from './stories/past.ts'
import type { Story } from './stories/story.ts'
import { US_OPEN } from './stories/us.ts'

export interface Taking {
  key: string
  by: PartnerKey
  userId: number
}

/** One moment of the past: what came, who reserved what, how earlier reservations ended. */
export interface Moment {
  daysAgo: number
  pushed: Array<{ key: string; story: Story }>
  taken: Taking[]
  ended: Array<{ key: string; by: PartnerKey; outcome: 'won' | 'lost' }>
  /** Moves of the CRM item that don't end it. */
  moved: Array<{ key: string; by: PartnerKey; stageId: string }>
}

type Past = [days: number, outcome: 'won' | 'lost', rival?: 'won' | 'lost']

/**
 * Redwood's ten outcomes: level 2, and the next win makes it level 3. With `rival`, Lumen took a place of the same
 * request, and what came of that.
 */
const REDWOOD: Past[] = [
  [85, 'lost'],
  [77, 'won'],
  [66, 'lost', 'won'],
  [57, 'won', 'lost'],
  [45, 'lost', 'lost'],
  [38, 'won', 'lost'],
  [30, 'lost'],
  [21, 'won', 'lost'],
  [12, 'lost', 'won'],
  [5, 'won']
]
const NORDLICHT: Past[] = [
  [57, 'lost'],
  [38, 'won', 'lost'],
  [21, 'lost', 'won'],
  [12, 'won']
]
const HOUR = 1 / 24
const MINUTE = HOUR / 60

/** How long ago each of the open requests came; the freshest ones are still locked for some. */
const OPEN: Array<[daysAgo: number, key: string, story: Story]> = [
  [12, 'us-4', US_OPEN[4]!],
  [12, 'de-3', DE_OPEN[3]!],
  [9, 'us-1', US_OPEN[1]!],
  [9, 'br-1', BR_OPEN[1]!],
  [5, 'us-0', US_OPEN[0]!],
  [5, 'de-0', DE_OPEN[0]!],
  [5, 'fr-0', OTHERS_OPEN[0]!],
  [3, 'us-2', US_OPEN[2]!],
  [3, 'de-5', DE_OPEN[5]!],
  [3, 'br-0', BR_OPEN[0]!],
  [2, 'us-6', US_OPEN[6]!],
  [2, 'de-6', DE_OPEN[6]!],
  [1, 'us-3', US_OPEN[3]!],
  [1, 'de-4', DE_OPEN[4]!],
  [1, 'br-2', BR_OPEN[2]!],
  [7 * HOUR, 'us-7', US_OPEN[7]!],
  [7 * HOUR, 'de-7', DE_OPEN[7]!],
  [7 * HOUR, 'fr-1', OTHERS_OPEN[1]!],
  [3 * HOUR, 'us-8', US_OPEN[8]!],
  [3 * HOUR, 'de-2', DE_OPEN[2]!],
  [50 * MINUTE, 'us-5', US_OPEN[5]!],
  [50 * MINUTE, 'de-1', DE_OPEN[1]!],
  [50 * MINUTE, 'br-3', BR_OPEN[3]!]
]

/** Reservations in work now; users 2 are left to the visitor, who accepts the contact rules as one of them. */
const TAKEN: Array<[daysAgo: number, key: string, by: PartnerKey, userId: number]> = [
  [9, 'us-4', 'redwood', 3],
  [5, 'de-3', 'nordlicht', 1],
  [5, 'br-1', 'lumen', 2],
  [3, 'us-1', 'redwood', 1],
  [3, 'us-1', 'nordlicht', 3],
  [3, 'de-0', 'nordlicht', 3],
  [2, 'us-0', 'lumen', 2],
  [2, 'us-2', 'lumen', 2],
  [1, 'de-0', 'lumen', 2],
  [3 * HOUR, 'us-6', 'redwood', 3],
  [3 * HOUR, 'br-0', 'lumen', 2]
]
const MOVED: Array<[daysAgo: number, key: string, by: PartnerKey, stageId: string]> = [
  [5, 'us-4', 'redwood', 'IN_PROCESS'],
  [3, 'us-4', 'redwood', 'PROCESSED'],
  [2, 'us-1', 'redwood', 'IN_PROCESS'],
  [2, 'br-1', 'lumen', 'PREPARATION'],
  [1, 'de-3', 'nordlicht', 'IN_PROCESS']
]

/** Everything in the order in which it happened. */
export function moments(): Moment[] {
  const found = new Map<number, Moment>()
  const at = (daysAgo: number): Moment => {
    const moment = found.get(daysAgo) ?? { daysAgo, pushed: [], taken: [], ended: [], moved: [] }
    found.set(daysAgo, moment)
    return moment
  }
  addPast(at, 'redwood', REDWOOD, PAST.slice(0, 10))
  addPast(at, 'nordlicht', NORDLICHT, PAST.slice(10))
  for (const [daysAgo, key, story] of OPEN) at(daysAgo).pushed.push({ key, story })
  for (const [daysAgo, key, by, userId] of TAKEN) at(daysAgo).taken.push({ key, by, userId })
  for (const [daysAgo, key, by, stageId] of MOVED) at(daysAgo).moved.push({ key, by, stageId })
  return [...found.values()].sort((one, other) => other.daysAgo - one.daysAgo)
}

const DAYS = [95, 90, ...REDWOOD.map(([days]) => days)]

/** A past request came two moments before it ended, and was reserved one moment before. */
function addPast(at: (daysAgo: number) => Moment, by: PartnerKey, past: Past[], stories: Story[]): void {
  for (const [index, [days, outcome, rival]] of past.entries()) {
    const key = `${by}-${index}`
    const ending = DAYS.indexOf(days)
    at(DAYS[ending - 2]!).pushed.push({ key, story: stories[index]! })
    const reserved = at(DAYS[ending - 1]!)
    if (rival) reserved.taken.push({ key, by: 'lumen', userId: 2 })
    reserved.taken.push({ key, by, userId: 1 + 2 * (index % 2) })
    at(days).ended.push({ key, by, outcome })
    if (rival) at(days).ended.push({ key, by: 'lumen', outcome: rival })
  }
}
