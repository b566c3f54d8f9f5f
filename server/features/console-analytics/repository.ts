import { sql } from 'kysely'
import type { Outcome, RequestState } from '../../../shared/codes.ts'
import type { Db } from '../../db/database.ts'
import { isUnanswered } from '../../webhooks/repository.ts'

/** Requests received in it. */
export interface Span {
  from: string
  to: string
}

const countIf = (condition: string) => sql<number>`sum(case when ${sql.raw(condition)} then 1 else 0 end)`
const dayOf = (column: string) => sql<string>`substr(${sql.ref(column)}, 1, 10)`

export async function countByState(db: Db, { from, to }: Span): Promise<{ state: RequestState; requests: number }[]> {
  const rows = await db
    .selectFrom('request')
    .select((one) => ['state', one.fn.countAll<number>().as('requests')])
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .groupBy('state')
    .orderBy('state')
    .execute()
  return rows.map(({ state, requests }) => ({ state, requests: Number(requests) }))
}

export async function countByCountry(db: Db, { from, to }: Span) {
  const rows = await db
    .selectFrom('request')
    .leftJoin('reservation', 'reservation.requestId', 'request.id')
    .select('request.country')
    .select((one) => [
      sql<number>`count(distinct request.id)`.as('requests'),
      sql<number>`count(distinct case when request."releasedAt" is not null then request.id end)`.as('released'),
      one.fn.count<number>('reservation.id').as('reservations'),
      countIf("reservation.outcome = 'won'").as('won'),
      countIf("reservation.outcome = 'lost'").as('lost')
    ])
    .where('request.receivedAt', '>=', from)
    .where('request.receivedAt', '<', to)
    .groupBy('request.country')
    .orderBy(sql`count(distinct request.id)`, 'desc')
    .orderBy('request.country')
    .execute()
  return rows.map(({ country, ...counts }) => ({
    country,
    requests: Number(counts.requests),
    released: Number(counts.released),
    reservations: Number(counts.reservations),
    won: Number(counts.won),
    lost: Number(counts.lost)
  }))
}

export type DayCount = { day: string; count: number }
const days = (rows: { day: string; count: number }[]): DayCount[] =>
  rows.map(({ day, count }) => ({ day, count: Number(count) }))

export async function countRequestsByDay(db: Db, column: 'receivedAt' | 'releasedAt', { from, to }: Span) {
  const rows = await db
    .selectFrom('request')
    .select((one) => [dayOf(column).as('day'), one.fn.countAll<number>().as('count')])
    .where(column, '>=', from)
    .where(column, '<', to)
    .groupBy(dayOf(column))
    .execute()
  return days(rows)
}

export async function countReservationsByDay(db: Db, column: 'reservedAt' | 'closedAt', { from, to }: Span) {
  let query = db
    .selectFrom('reservation')
    .select((one) => [dayOf(column).as('day'), one.fn.countAll<number>().as('count')])
    .where(column, '>=', from)
    .where(column, '<', to)
  if (column === 'closedAt') query = query.where('outcome', '=', 'won')
  return days(await query.groupBy(dayOf(column)).execute())
}

export async function countOutcomes(db: Db, { from, to }: Span): Promise<{ outcome: Outcome; count: number }[]> {
  const rows = await db
    .selectFrom('reservation')
    .innerJoin('request', 'request.id', 'reservation.requestId')
    .select((one) => ['reservation.outcome', one.fn.countAll<number>().as('count')])
    .where('request.receivedAt', '>=', from)
    .where('request.receivedAt', '<', to)
    .groupBy('reservation.outcome')
    .orderBy('reservation.outcome')
    .execute()
  return rows.map(({ outcome, count }) => ({ outcome, count: Number(count) }))
}

/** When released requests were first reserved, if ever; the newest ones of a very long span. */
export async function listFirstReservations(
  db: Db,
  { from, to }: Span,
  limit: number
): Promise<{ releasedAt: string | null; firstAt: string | null }[]> {
  return db
    .selectFrom('request')
    .select('releasedAt')
    .select((one) =>
      one
        .selectFrom('reservation')
        .select((reservation) => reservation.fn.min('reservation.reservedAt').as('first'))
        .whereRef('reservation.requestId', '=', 'request.id')
        .as('firstAt')
    )
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .where('releasedAt', 'is not', null)
    .orderBy('receivedAt', 'desc')
    .limit(limit)
    .execute()
}

/** What waits for somebody of staff at this moment. */
export async function countWaiting(db: Db) {
  const { rows } = await sql<Record<'held' | 'openDisputes' | 'pendingWins' | 'failedWebhooks', number>>`select
    (select count(*) from request where state = 'held') as "held",
    (select count(*) from dispute where state = 'open') as "openDisputes",
    (select count(*) from reservation where review = 'win_pending') as "pendingWins",
    (select count(*) from intake_failure where "replayedAt" is null and ${isUnanswered}) as "failedWebhooks"`.execute(
    db
  )
  const [row] = rows
  return {
    held: Number(row?.held),
    openDisputes: Number(row?.openDisputes),
    pendingWins: Number(row?.pendingWins),
    failedWebhooks: Number(row?.failedWebhooks)
  }
}
