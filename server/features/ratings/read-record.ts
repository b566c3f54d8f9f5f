import { after, DAY } from '../../clock.ts'
import type { Policy } from '../../config/policy.ts'
import type { Db, Trx } from '../../db/database.ts'
import { expectedChance } from './expected-chance.ts'
import { listCells, listCounted, type CountedRow } from './repository.ts'
import type { RatedReservation } from './rules.ts'

export interface RecordEntry extends RatedReservation {
  row: CountedRow
}

/**
 * The partner's reservations with their expectation: as fixed for closed ones, provisional for open ones.
 * A closed one that is not fixed yet gets what it is going to be fixed to.
 */
export async function readRecord(db: Db | Trx, partnerCode: string, now: Date, policy: Policy): Promise<RecordEntry[]> {
  const rows = await listCounted(db, partnerCode)
  const window = (until: string) => after(until, -policy.rating.windowDays * DAY)
  const at = now.toISOString()
  const current = rows.some((row) => row.outcome === 'open') ? await listCells(db, window(at), at) : []
  const entries: RecordEntry[] = []
  for (const row of rows) {
    const cells =
      row.expected === null && row.closedAt !== null
        ? await listCells(db, window(row.closedAt), row.closedAt, row.id)
        : current
    const expected = row.outcome !== 'open' && row.expected !== null ? row.expected : expectedChance(cells, row, policy)
    const { outcome, closedAt, progressAt } = row
    entries.push({ row, outcome, closedAt, progressAt, expected })
  }
  return entries
}

export function conversionOf(entries: RatedReservation[]): { won: number; lost: number; ratio: number | null } {
  const won = entries.filter((entry) => entry.outcome === 'won').length
  const lost = entries.filter((entry) => entry.outcome === 'lost').length
  return { won, lost, ratio: won + lost === 0 ? null : won / (won + lost) }
}
