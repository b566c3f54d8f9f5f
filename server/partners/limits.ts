import type { Limits } from '../../shared/contract/session.ts'
import { after, DAY } from '../clock.ts'
import type { Policy } from '../config/policy.ts'
import type { Db, Trx } from '../db/database.ts'

/** What the partner's level allows and what it has used; all its portals count together. */
export async function readLimits(
  db: Db | Trx,
  partnerCode: string,
  level: number,
  policy: Policy,
  now: Date
): Promise<Limits & { dailyFreeAt: string | null }> {
  const since = after(now, -DAY)
  const recent = await db
    .selectFrom('reservation')
    .select('reservedAt')
    .where('partnerCode', '=', partnerCode)
    .where('reservedAt', '>', since)
    .orderBy('reservedAt')
    .execute()
  const inWork = await db
    .selectFrom('reservation')
    .select((count) => count.fn.countAll<number>().as('open'))
    .where('partnerCode', '=', partnerCode)
    .where('outcome', '=', 'open')
    .executeTakeFirstOrThrow()
  const { daily, inWork: inWorkMax } = limitsOfLevel(policy, level)
  const blocking = recent[recent.length - daily]
  return {
    daily: { used: recent.length, max: daily },
    inWork: { used: Number(inWork.open), max: inWorkMax },
    dailyFreeAt: recent.length >= daily && blocking ? after(blocking.reservedAt, DAY) : null
  }
}

export function limitsOfLevel(policy: Policy, level: number): { daily: number; inWork: number } {
  return policy.levels[Math.min(level, policy.levels.length) - 1]!
}
