import { after, DAY } from '../../clock.ts'
import type { Policy } from '../../config/policy.ts'
import type { Db, Trx } from '../../db/database.ts'
import { cellsOf, defaultChance, shareWon } from './expected-chance.ts'
import { listCounted, tallyCell, type CountedRow } from './repository.ts'
import type { RatedReservation } from './rules.ts'

export interface RecordEntry extends RatedReservation {
  row: CountedRow
}

/**
 * The partner's reservations with their expectation: as fixed for closed ones, provisional for open ones.
 * A closed one that is not fixed yet gets what it is going to be fixed to.
 */
export async function readRecord(db: Db | Trx, partnerCode: string, now: Date, policy: Policy): Promise<RecordEntry[]> {
  const entries: RecordEntry[] = []
  for (const row of await listCounted(db, partnerCode)) {
    const isFixed = row.outcome !== 'open' && row.expected !== null
    const expected = isFixed ? row.expected! : await expectedChance(db, row, row.closedAt ?? now.toISOString(), policy)
    const { outcome, closedAt, progressAt } = row
    entries.push({ row, outcome, closedAt, progressAt, expected })
  }
  return entries
}

/** The share won before `until` in the narrowest cell that has enough outcomes. */
async function expectedChance(db: Db | Trx, row: CountedRow, until: string, policy: Policy): Promise<number> {
  const span = { from: after(until, -policy.rating.windowDays * DAY), until, exceptId: row.id }
  for (const cell of cellsOf(row)) {
    const share = shareWon(await tallyCell(db, cell, span), policy)
    if (share !== null) return share
  }
  return defaultChance(row, policy)
}

export function conversionOf(entries: RatedReservation[]): { won: number; lost: number; ratio: number | null } {
  const won = entries.filter((entry) => entry.outcome === 'won').length
  const lost = entries.filter((entry) => entry.outcome === 'lost').length
  return { won, lost, ratio: won + lost === 0 ? null : won / (won + lost) }
}
