import type { Projection } from '../../../shared/contract/rating.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { findRating } from '../../partners/repository.ts'
import { conversionOf, readRecord, type RecordEntry } from './read-record.ts'
import { averageExpected, contributionOf, levelOf, nextLevelOf, standingOf } from './rules.ts'

/** What the next evaluation would say if these open reservations were closed now: the same rules on the same record. */
export async function projectRating(
  ctx: AppContext,
  input: { partnerCode: string; won: string[]; lost: string[] }
): Promise<Projection> {
  const { policy } = ctx
  const now = ctx.clock.now()
  const stored = await findRating(ctx.db, input.partnerCode)
  const record = await readRecord(ctx.db, input.partnerCode, now, policy)
  refuseImpossible(record, [...input.won, ...input.lost])
  const entries = record.map((entry) => closedAs(entry, input, now))
  const parts = entries.map((entry) => contributionOf(entry, now, policy))
  const standing = standingOf(parts, policy)
  const level = levelOf(standing, stored?.level ?? 1, policy)
  return {
    ...standing,
    conversion: conversionOf(entries),
    level,
    next: nextLevelOf(standing, level, averageExpected(parts, policy), policy)
  }
}

function closedAs(entry: RecordEntry, { won, lost }: { won: string[]; lost: string[] }, now: Date): RecordEntry {
  const closedAt = now.toISOString()
  if (won.includes(entry.row.id)) return { ...entry, outcome: 'won', closedAt }
  return lost.includes(entry.row.id) ? { ...entry, outcome: 'lost', closedAt } : entry
}

function refuseImpossible(record: RecordEntry[], ids: string[]): void {
  const open = new Set(record.filter(({ outcome }) => outcome === 'open').map(({ row }) => row.id))
  const wrong = ids.filter((id, index) => !open.has(id) || ids.indexOf(id) !== index)
  if (wrong.length === 0) return
  throw new AppError('validation_failed', {
    errors: wrong.map((id) => ({ path: id, message: 'not an open reservation of yours, or named twice' }))
  })
}
