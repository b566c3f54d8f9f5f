import type { Connection } from '../../../shared/contract/connection.ts'
import { BUCKET, OPERATING_LIMIT_S } from '../../bitrix24/portal-limits.ts'
import { readFailure } from '../../bitrix24/failure.ts'
import type { AppContext } from '../../context.ts'
import type { Portal } from '../../portals/repository.ts'
import { failedStep } from '../../portals/setup.ts'
import { countDeliveries, listBudgets, listCalls, listTokens, readQueue } from './repository.ts'

/** The truth about each trouble of a portal's connection, from the store alone: it works when the portal does not. */
export async function showConnection(ctx: AppContext, portal: Portal): Promise<Connection> {
  const { db, clock } = ctx
  const { memberId } = portal
  const now = clock.now()
  const tokens = await listTokens(db, memberId)
  const deliveries = await countDeliveries(db, memberId)
  const budgets = await listBudgets(db, memberId, now.toISOString())
  const [failure] = await listCalls(db, { memberId, words: '', outcome: 'failed', before: null, limit: 1 })
  const drained = Math.max(0, (now.getTime() - Date.parse(portal.bucketAt)) / 1000) * BUCKET.perSecond
  return {
    portal: {
      domain: portal.domain,
      trouble: portal.trouble,
      installedAt: portal.installedAt,
      crmMode: portal.crmMode,
      heldUntil: portal.heldUntil
    },
    refusedStep: failedStep(portal),
    tokens: tokens.map(({ userId, isDead, expiresAt, updatedAt }) => ({
      ...{ userId, works: isDead === 0, expiresAt, renewedAt: updatedAt }
    })),
    queue: await readQueue(db, memberId),
    deliveries: {
      pending: deliveries.get('pending') ?? 0,
      retrying: deliveries.get('retrying') ?? 0,
      refused: deliveries.get('refused') ?? 0,
      parked: deliveries.get('parked') ?? 0
    },
    nextSweepAt: portal.nextSweepAt,
    rate: { level: Math.max(0, portal.bucketLevel - drained), ...BUCKET },
    operating: budgets.map(({ method, usedS, resetAt }) => ({
      ...{ method, seconds: usedS, limit: OPERATING_LIMIT_S, resetAt }
    })),
    blockedMethods: budgets.flatMap(({ method, blockedUntil }) =>
      blockedUntil === null || Date.parse(blockedUntil) <= now.getTime() ? [] : [{ method, until: blockedUntil }]
    ),
    lastError: failure
      ? {
          at: failure.at,
          method: failure.method,
          failure: readFailure(failure.failure) ?? { code: 'refused', field: null },
          detail: failure.detail ?? failure.outcome
        }
      : null
  }
}
