import type { Limits } from '../../shared/contract/session.ts'
import { after, DAY } from '../clock.ts'
import type { Policy } from '../config/policy.ts'
import type { Db, Trx } from '../db/database.ts'
import { countInWork, listReservedSince } from './repository.ts'

/** What the partner's level allows and what it has used; all its portals count together. */
export async function readLimits(
  db: Db | Trx,
  partnerCode: string,
  level: number,
  policy: Policy,
  now: Date
): Promise<Limits & { dailyFreeAt: string | null }> {
  const since = after(now, -DAY)
  const recent = await listReservedSince(db, partnerCode, since)
  const { daily, inWork } = limitsOfLevel(policy, level)
  const blocking = recent[recent.length - daily]
  return {
    daily: { used: recent.length, max: daily },
    inWork: { used: await countInWork(db, partnerCode), max: inWork },
    dailyFreeAt: recent.length >= daily && blocking ? after(blocking, DAY) : null
  }
}

export function limitsOfLevel(policy: Policy, level: number): { daily: number; inWork: number } {
  return policy.levels[Math.min(level, policy.levels.length) - 1]!
}
