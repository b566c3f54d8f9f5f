import type { Rating } from '../../../shared/contract/rating.ts'
import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { requestNumber } from '../../ids.ts'
import { readLimits } from '../../partners/limits.ts'
import { conversionOf, readRecord } from './read-record.ts'
import { listPoints } from './repository.ts'
import { averageExpected, contributionOf, impactOf, nextLevelOf, standingOf } from './rules.ts'

const SERIES_DAYS = 180
const MOST_CONTRIBUTIONS = 1000

/** The rating as of now, from the log of outcomes; the level is the stored one, since it has hysteresis. */
export async function showRating(ctx: AppContext, input: { partnerCode: string; level: number }): Promise<Rating> {
  const { partnerCode, level } = input
  const { policy } = ctx
  const now = ctx.clock.now()
  const entries = await readRecord(ctx.db, partnerCode, now, policy)
  const parts = entries.map((entry) => ({ entry, ...contributionOf(entry, now, policy) }))
  const standing = standingOf(parts, policy)
  const { daily, inWork } = await readLimits(ctx.db, partnerCode, level, policy, now)
  const points = await listPoints(ctx.db, partnerCode, after(now, -SERIES_DAYS * DAY).slice(0, 10))
  return {
    ...standing,
    conversion: conversionOf(entries),
    level,
    next: nextLevelOf(standing, level, averageExpected(parts, policy), policy),
    limits: { daily, inWork },
    levels: policy.levels.map((step, index) => ({
      ...{ level: index + 1, low: step.low, daily: step.daily, inWork: step.inWork },
      unlockMinutes: {
        standard: policy.unlockMinutes.standard[index]!,
        plus: policy.unlockMinutes.plus[index]!,
        premium: policy.unlockMinutes.premium[index]!
      }
    })),
    contributions: parts
      .sort((one, other) => impactOf(other) - impactOf(one))
      .slice(0, MOST_CONTRIBUTIONS)
      .map(({ entry, y, maturity, weight, expected }) => ({
        reservationId: entry.row.id,
        number: requestNumber(entry.row.number),
        outcome: entry.outcome,
        closedAt: entry.closedAt,
        ...{ y, maturity, weight, expected }
      })),
    series: points.map(({ date, rating, conversion }) => ({ date, rating, conversion }))
  }
}
