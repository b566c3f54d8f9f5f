import { sql } from 'kysely'
import type { Outcome, ValueClass } from '../../../shared/codes.ts'
import type { Db, Trx } from '../../db/database.ts'
import type { RatingPointTable, RatingTable } from '../../db/tables/partner.ts'
import type { Kind, Tally } from './expected-chance.ts'

export interface CountedRow {
  id: string
  number: number
  outcome: Exclude<Outcome, 'void'>
  closedAt: string | null
  progressAt: string
  expected: number | null
  /** Partners on the request: as counted when it closed, else now. */
  reservers: number
  country: string
  valueClass: ValueClass
}

/** Everything of the partner that counts, with the number of those who compete for the same request. */
export async function listCounted(db: Db | Trx, partnerCode: string): Promise<CountedRow[]> {
  const rows = await db
    .selectFrom('reservation')
    .innerJoin('request', 'request.id', 'reservation.requestId')
    .select([
      'reservation.id',
      'request.number',
      'reservation.outcome',
      'reservation.closedAt',
      'reservation.progressAt',
      'reservation.expected',
      'reservation.reservers',
      'reservation.country',
      'reservation.valueClass'
    ])
    .select((one) =>
      one
        .selectFrom('reservation as rival')
        .select((rival) => rival.fn.countAll<number>().as('rivals'))
        .whereRef('rival.requestId', '=', 'reservation.requestId')
        .where('rival.outcome', '!=', 'void')
        .as('rivals')
    )
    .where('reservation.partnerCode', '=', partnerCode)
    .where('reservation.outcome', '!=', 'void')
    .orderBy('reservation.id')
    .execute()
  return rows.map(({ rivals, ...row }) => ({
    ...row,
    outcome: row.outcome as CountedRow['outcome'],
    reservers: row.reservers ?? Number(rivals ?? 1)
  }))
}

export interface Span {
  from: string
  until: string
  /** A reservation takes no part in its own expectation. */
  exceptId: string
}

/** Outcomes of all partners in a cell within a span of time. */
export async function tallyCell(db: Db | Trx, cell: Partial<Kind>, { from, until, exceptId }: Span): Promise<Tally> {
  const conditions = Object.entries(cell) as [keyof Kind, string | number][]
  const row = await db
    .selectFrom('reservation')
    .select((one) => [
      one.fn.countAll<number>().as('closed'),
      one.fn.sum<number>(sql`case when outcome = 'won' then 1 else 0 end`).as('won')
    ])
    .where('outcome', 'in', ['won', 'lost'])
    .where((one) => one.and(conditions.map(([column, value]) => one(column, '=', value))))
    .where('closedAt', '>=', from)
    .where('closedAt', '<', until)
    .where('id', '!=', exceptId)
    .executeTakeFirstOrThrow()
  return { closed: Number(row.closed), won: Number(row.won ?? 0) }
}

/** Fixes the expectation of a closed reservation, unless it was reopened meanwhile. */
export async function fixExpected(
  trx: Trx,
  row: Pick<CountedRow, 'id' | 'closedAt' | 'reservers'>,
  expected: number
): Promise<void> {
  await trx
    .updateTable('reservation')
    .set({ expected, reservers: row.reservers })
    .where('id', '=', row.id)
    .where('closedAt', '=', row.closedAt)
    .where('expected', 'is', null)
    .execute()
}

export async function upsertRating(trx: Trx, rating: RatingTable): Promise<void> {
  const { partnerCode: _key, ...values } = rating
  await trx
    .insertInto('rating')
    .values(rating)
    .onConflict((conflict) => conflict.column('partnerCode').doUpdateSet(values))
    .execute()
}

/** The last value of a day stays. */
export async function upsertPoint(trx: Trx, point: RatingPointTable): Promise<void> {
  const { rating, conversion } = point
  await trx
    .insertInto('rating_point')
    .values(point)
    .onConflict((conflict) => conflict.columns(['partnerCode', 'date']).doUpdateSet({ rating, conversion }))
    .execute()
}

export async function listPoints(db: Db, partnerCode: string, since: string): Promise<RatingPointTable[]> {
  return db
    .selectFrom('rating_point')
    .selectAll()
    .where('partnerCode', '=', partnerCode)
    .where('date', '>=', since)
    .orderBy('date')
    .execute()
}

/** Partners whose rating changes by time alone now, or that have reservations and no rating yet. */
export async function listDueRatings(db: Db, now: string, limit: number): Promise<string[]> {
  const due = await db
    .selectFrom('rating')
    .select('partnerCode')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(limit)
    .execute()
  const unrated = await db
    .selectFrom('partner')
    .select('code as partnerCode')
    .where((partner) =>
      partner.and([
        partner.not(
          partner.exists(
            partner.selectFrom('rating').select('rating.level').whereRef('rating.partnerCode', '=', 'partner.code')
          )
        ),
        partner.exists(
          partner
            .selectFrom('reservation')
            .select('reservation.id')
            .whereRef('reservation.partnerCode', '=', 'partner.code')
        )
      ])
    )
    .limit(limit)
    .execute()
  return [...due, ...unrated].map((row) => row.partnerCode)
}

/** So that a rating is put into the outbox once, not at every tick until it is recomputed. */
export async function postponeRating(trx: Trx, partnerCode: string, dueAt: string): Promise<void> {
  await trx.updateTable('rating').set({ dueAt }).where('partnerCode', '=', partnerCode).execute()
}

/** What became of a reservation, and when something first happened to it in the CRM. */
export interface Course {
  reservedAt: string
  outcome: Exclude<Outcome, 'void'>
  closedAt: string | null
  firstStepAt: string | null
}

const STEPS = ['stage_moved', 'converted', 'outcome_changed'] as const

export async function listCourses(db: Db, partnerCode: string, since: string): Promise<Course[]> {
  const rows = await db
    .selectFrom('reservation')
    .select(['reservedAt', 'outcome', 'closedAt'])
    .select((one) =>
      one
        .selectFrom('reservation_event')
        .select((event) => event.fn.min<string | null>('at').as('at'))
        .whereRef('reservationId', '=', 'reservation.id')
        .where('kind', 'in', STEPS)
        .as('firstStepAt')
    )
    .where('partnerCode', '=', partnerCode)
    .where('outcome', '!=', 'void')
    .where('reservedAt', '>=', since)
    .execute()
  return rows as Course[]
}

/** Ratings of the other partners that have outcomes, of one country or of all. */
export async function listPeers(
  db: Db,
  partnerCode: string,
  homeCountry: string | null
): Promise<Pick<RatingTable, 'rating' | 'won' | 'lost'>[]> {
  let query = db
    .selectFrom('rating')
    .innerJoin('partner', 'partner.code', 'rating.partnerCode')
    .select(['rating.rating', 'rating.won', 'rating.lost'])
    .where('rating.partnerCode', '!=', partnerCode)
    .where('rating.matured', '>', 0)
    .where('partner.terminatedAt', 'is', null)
  if (homeCountry !== null) query = query.where('partner.homeCountry', '=', homeCountry)
  return query.execute()
}
