import type { Analytics } from '../../../shared/contract/console-records.ts'
import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import {
  countByCountry,
  countByState,
  countOutcomes,
  countRequestsByDay,
  countReservationsByDay,
  countWaiting,
  listFirstReservations
} from './repository.ts'
import { joinDays, timeToFirst } from './rules.ts'

const DEFAULT_DAYS = 30
const MOST_REQUESTS = 50_000

/** Counts of the requests received in a span of time, each one query. */
export async function countRequests(
  ctx: AppContext,
  query: { from?: string | undefined; to?: string | undefined }
): Promise<Analytics> {
  const to = query.to ?? after(ctx.clock.now(), 1)
  const from = query.from ?? after(to, -DEFAULT_DAYS * DAY)
  const span = { from, to }
  const { db } = ctx
  return {
    ...span,
    byState: await countByState(db, span),
    byCountry: await countByCountry(db, span),
    byDay: joinDays({
      received: await countRequestsByDay(db, 'receivedAt', span),
      released: await countRequestsByDay(db, 'releasedAt', span),
      reservations: await countReservationsByDay(db, 'reservedAt', span),
      won: await countReservationsByDay(db, 'closedAt', span)
    }),
    reservations: await countOutcomes(db, span),
    firstReservation: timeToFirst(await listFirstReservations(db, span, MOST_REQUESTS)),
    ...(await countWaiting(db))
  }
}
