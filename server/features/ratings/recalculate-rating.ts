import { announce } from '../../changes/repository.ts'
import { after, HOUR, MINUTE } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { findPartner, findRating } from '../../partners/repository.ts'
import { conversionOf, readRecord, type RecordEntry } from './read-record.ts'
import { fixExpected, listDueRatings, postponeRating, upsertPoint, upsertRating } from './repository.ts'
import { contributionOf, levelOf, nextChangeOf, standingOf } from './rules.ts'

/** Weights fade every day; a little under 24 h, so that no date of the series is left out. */
const REFRESH_MS = 23 * HOUR
const RETRY_MS = 10 * MINUTE
const DUE_AT_ONCE = 200

/** Computes the rating anew from all outcomes: running it twice changes nothing. */
export async function recalculateRating(ctx: AppContext, input: { partnerCode: string }): Promise<void> {
  const { partnerCode } = input
  const { policy } = ctx
  await transact(ctx.db, async (trx) => {
    if (!(await findPartner(trx, partnerCode))) return
    const now = ctx.clock.now()
    const at = now.toISOString()
    const stored = await findRating(trx, partnerCode)
    const entries = await readRecord(trx, partnerCode, now, policy)
    for (const { row, expected } of entries.filter(isToBeFixed)) await fixExpected(trx, row, expected)
    const standing = standingOf(
      entries.map((entry) => contributionOf(entry, now, policy)),
      policy
    )
    const level = levelOf(standing, stored?.level ?? 1, policy)
    const { won, lost, ratio } = conversionOf(entries)
    const dueAt = new Date(Math.min(now.getTime() + REFRESH_MS, nextChangeOf(entries, now, policy) ?? Infinity))
    await upsertRating(trx, {
      ...{ partnerCode, level, ...standing, won, lost },
      ...{ dueAt: dueAt.toISOString(), updatedAt: at }
    })
    if (level > (stored?.level ?? 1))
      await enqueue(trx, 'notices.advance', { partnerCode }, { now, dedupeKey: `advance:${partnerCode}` })
    await upsertPoint(trx, { partnerCode, date: at.slice(0, 10), rating: standing.rating, conversion: ratio })
    const shown = { level, rating: standing.rating, matured: standing.matured, won, lost }
    if (!stored || Object.entries(shown).some(([name, value]) => stored[name as keyof typeof shown] !== value))
      await announce(trx, 'rating.changed', partnerCode, { partnerCode }, at)
  })
}

const isToBeFixed = ({ row }: RecordEntry): boolean =>
  row.outcome !== 'open' && row.closedAt !== null && row.expected === null

/** Enqueues what changes by the passing of time. */
export async function recalculateDueRatings(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now()
  const due = await listDueRatings(ctx.db, now.toISOString(), DUE_AT_ONCE)
  for (const partnerCode of due)
    await transact(ctx.db, async (trx) => {
      const key = `rating:${partnerCode}`
      await enqueue(trx, 'rating.recalculate', { partnerCode }, { now, dedupeKey: key, queue: key })
      await postponeRating(trx, partnerCode, after(now, RETRY_MS))
    })
}
