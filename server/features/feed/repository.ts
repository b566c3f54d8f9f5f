import { sql, type ExpressionBuilder, type SqlBool } from 'kysely'
import { SERVICES, VALUE_CLASSES, type FeedSort, type Service, type ValueClass } from '../../../shared/codes.ts'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables/index.ts'
import type { ReleasedRequest } from '../../requests/repository.ts'
import type { FeedCursor } from './cursor.ts'
import type { Leg, Part } from './rules.ts'

export interface FeedFilter {
  services: Service[]
  valueClasses: ValueClass[]
  languages: string[]
  freeSlotsMin: number
  since: string | null
  /** Folded words that all have to occur. */
  words: string[]
  /** Release times up to which each class is unlocked for the caller's level. */
  unlockedUntil: Record<ValueClass, string>
  now: string
}

/** Columns and direction of each sort; the partial indexes of migration 003 have the same. */
const KEYS: Record<FeedSort, { column: 'releasedAt' | 'expiresAt' | 'freeSlots' | 'budgetEur'; descending: boolean }> =
  {
    newest: { column: 'releasedAt', descending: true },
    expiring: { column: 'expiresAt', descending: false },
    slots: { column: 'freeSlots', descending: true },
    budget: { column: 'budgetEur', descending: true }
  }

export const keyOf = (request: ReleasedRequest, sort: FeedSort): string | number => request[KEYS[sort].column]

type Where = ExpressionBuilder<Tables, 'request'>

/** One page of a part: one query, in which each location reads its own stretch of the index. */
export async function listFeed(
  db: Db,
  page: { legs: Leg[]; part: Part; filter: FeedFilter; cursor: FeedCursor | null; limit: number }
): Promise<ReleasedRequest[]> {
  const { column, descending } = KEYS[page.part.sort]
  const direction = descending ? 'desc' : 'asc'
  const legs = page.legs.filter((leg) => leg.showsLocked || page.part.kind !== 'locked')
  if (legs.length === 0) return []
  const stretches = legs.map((leg) => {
    let stretch = db
      .selectFrom('request')
      .selectAll()
      .where((where) => conditions(where, leg, page.part, page.filter))
    if (page.cursor) {
      const { key, number } = page.cursor
      const beyond = sql.raw(descending ? '<' : '>')
      stretch = stretch.where(sql<SqlBool>`(${sql.ref(column)}, number) ${beyond} (${key}, ${number})`)
    }
    return db
      .selectFrom(stretch.orderBy(column, direction).orderBy('number', direction).limit(page.limit).as('stretch'))
      .selectAll()
  })
  const [first, ...others] = stretches
  const all = others.reduce((union, stretch) => union.unionAll(stretch), first!)
  const rows = await all.orderBy(column, direction).orderBy('number', direction).limit(page.limit).execute()
  return rows as ReleasedRequest[]
}

const COUNT_LIMIT = 1_000

/** Counts each stretch up to a limit, so that the cost doesn't grow with the number of requests. */
export async function countFeed(
  db: Db,
  legs: Leg[],
  kinds: Part['kind'][],
  filter: FeedFilter
): Promise<{ unlocked: number; locked: number }> {
  const counts = legs.flatMap((leg) =>
    (['unlocked', 'locked'] as const)
      .filter((kind) => (kinds.includes('all') || kinds.includes(kind)) && (kind === 'unlocked' || leg.showsLocked))
      .map((kind) => {
        const stretch = db
          .selectFrom('request')
          .select('number')
          .where((where) => conditions(where, leg, { kind, sort: 'newest' }, filter))
          .orderBy('releasedAt', 'desc')
          .orderBy('number', 'desc')
          .limit(COUNT_LIMIT)
        return db
          .selectFrom(stretch.as('stretch'))
          .select((count) => [sql<string>`${kind}`.as('kind'), count.fn.countAll<number>().as('requests')])
      })
  )
  const [first, ...others] = counts
  if (!first) return { unlocked: 0, locked: 0 }
  const rows = await others.reduce((union, count) => union.unionAll(count), first).execute()
  const sum = (kind: string) =>
    rows.filter((row) => row.kind === kind).reduce((total, row) => total + Number(row.requests), 0)
  return { unlocked: sum('unlocked'), locked: sum('locked') }
}

function conditions(where: Where, leg: Leg, part: Part, filter: FeedFilter) {
  const all = [
    where('state', '=', 'open'),
    where(leg.code.includes('-') ? 'subdivision' : 'country', '=', leg.code),
    where('expiresAt', '>', filter.now)
  ]
  if (part.kind === 'unlocked' || !leg.showsLocked) all.push(isUnlocked(where, filter))
  if (part.kind === 'locked') {
    const oldest = Object.values(filter.unlockedUntil).sort()[0]!
    all.push(where('releasedAt', '>', oldest), where.not(isUnlocked(where, filter)))
  }
  if (filter.services.length > 0)
    all.push(where(sql<number>`"serviceBits" & ${sql.lit(bitsOf(filter.services))}`, '<>', 0))
  if (filter.valueClasses.length > 0) all.push(where('valueClass', 'in', filter.valueClasses))
  if (filter.freeSlotsMin > 0) all.push(where('freeSlots', '>=', filter.freeSlotsMin))
  if (filter.since !== null) all.push(where('releasedAt', '>=', filter.since))
  if (filter.languages.length > 0)
    all.push(where.or(filter.languages.map((language) => where('languages', 'like', `%"${language}%`))))
  for (const word of filter.words)
    all.push(where(sql<string>`"searchText"`, 'like', sql<string>`${`%${escapeLike(word)}%`} escape '!'`))
  return where.and(all)
}

const isUnlocked = (where: Where, filter: FeedFilter) =>
  where.or(
    VALUE_CLASSES.map((valueClass) =>
      where.and([where('valueClass', '=', valueClass), where('releasedAt', '<=', filter.unlockedUntil[valueClass])])
    )
  )

/** Bit i stands for the i-th service of the code list. */
export const bitsOf = (services: Service[]): number =>
  services.reduce((bits, service) => bits | (1 << SERVICES.indexOf(service)), 0)

const escapeLike = (word: string): string => word.replace(/[!%_]/g, (sign) => `!${sign}`)

/** The partner's own reservations of these requests. */
export async function findMine(db: Db, partnerCode: string, requestIds: string[]): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('reservation')
    .select(['requestId', 'id'])
    .where('partnerCode', '=', partnerCode)
    .where('requestId', 'in', requestIds)
    .execute()
  return new Map(rows.map((row) => [row.requestId, row.id]))
}

/** Open requests a place; subdivisions only of those that came before `knownBefore`. */
export async function countDemand(
  db: Db,
  now: string,
  knownBefore: string
): Promise<{ country: string; subdivision: string | null; open: number; known: number }[]> {
  const rows = await db
    .selectFrom('request')
    .select(['country', 'subdivision'])
    .select((one) => [
      one.fn.countAll<number>().as('open'),
      one.fn.sum<number>(sql`case when "releasedAt" <= ${knownBefore} then 1 else 0 end`).as('known')
    ])
    .where('state', '=', 'open')
    .where('expiresAt', '>', now)
    .groupBy(['country', 'subdivision'])
    .execute()
  return rows.map((row) => ({ ...row, open: Number(row.open), known: Number(row.known) }))
}
