import { sql } from 'kysely'
import type { Outcome, PartnerStatus, ValueClass } from '../../../shared/codes.ts'
import type { Db, Trx } from '../../db/database.ts'

/** Which policy was in force at the last start that noted one. */
export async function findLastPolicy(db: Db | Trx): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('audit_entry')
    .select('subjectId')
    .where('kind', '=', 'policy.changed')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.subjectId
}

export interface CountedReservation {
  partnerCode: string
  outcome: Exclude<Outcome, 'void'>
  closedAt: string | null
  progressAt: string
  expected: number | null
  reservers: number
  country: string
  valueClass: ValueClass
}

/** Everything that counts for anybody's rating, by partner. */
export async function listCountedReservations(db: Db): Promise<CountedReservation[]> {
  const rows = await db
    .selectFrom('reservation')
    .select(['partnerCode', 'outcome', 'closedAt', 'progressAt', 'expected', 'reservers', 'country', 'valueClass'])
    .select((one) =>
      one
        .selectFrom('reservation as rival')
        .select((rival) => rival.fn.countAll<number>().as('rivals'))
        .whereRef('rival.requestId', '=', 'reservation.requestId')
        .where('rival.outcome', '!=', 'void')
        .as('rivals')
    )
    .where('outcome', '!=', 'void')
    .orderBy('partnerCode')
    .execute()
  return rows.map(({ rivals, ...row }) => ({
    ...row,
    outcome: row.outcome as CountedReservation['outcome'],
    reservers: row.reservers ?? Number(rivals ?? 1)
  }))
}

export interface Cell {
  valueClass: ValueClass
  country: string
  reservers: number
  closed: number
  won: number
}

/** Outcomes of all partners in a span, by kind of request. */
export async function listCells(db: Db, from: string, to: string): Promise<Cell[]> {
  const rows = await db
    .selectFrom('reservation')
    .select(['valueClass', 'country', 'reservers'])
    .select((one) => [
      one.fn.countAll<number>().as('closed'),
      sql<number>`sum(case when outcome = 'won' then 1 else 0 end)`.as('won')
    ])
    .where('outcome', 'in', ['won', 'lost'])
    .where('closedAt', '>=', from)
    .where('closedAt', '<', to)
    .where('reservers', 'is not', null)
    .groupBy(['valueClass', 'country', 'reservers'])
    .execute()
  return rows.map((row) => ({
    ...row,
    reservers: Number(row.reservers),
    closed: Number(row.closed),
    won: Number(row.won)
  }))
}

export interface RatedPartner {
  code: string
  name: string
  status: PartnerStatus
  level: number | null
}

export async function listRatedPartners(db: Db): Promise<RatedPartner[]> {
  return db
    .selectFrom('partner')
    .leftJoin('rating', 'rating.partnerCode', 'partner.code')
    .select(['partner.code', 'partner.name', 'partner.status', 'rating.level'])
    .orderBy('partner.code')
    .execute()
}

/** The newest open requests, for counting what is unlocked. */
export async function listOpenReleases(
  db: Db,
  now: string,
  limit: number
): Promise<{ valueClass: ValueClass; releasedAt: string }[]> {
  const rows = await db
    .selectFrom('request')
    .select(['valueClass', 'releasedAt'])
    .where('state', '=', 'open')
    .where('expiresAt', '>', now)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ valueClass, releasedAt }) => (releasedAt === null ? [] : [{ valueClass, releasedAt }]))
}
