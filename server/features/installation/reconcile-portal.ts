import { ForgedToken } from '../../bitrix24/auth-servers.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import { isLasting, noteTrouble } from '../../bitrix24/note-trouble.ts'
import { after, DAY, MINUTE } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { findPortal, listTroubled, updatePortal } from '../../portals/repository.ts'
import { prepare } from './finish-installation.ts'

/**
 * After an update or a trouble: what is missing on the portal is put back. Answers whether the portal works. Throws what
 * may pass by waiting; what the portal refuses stays in the steps until somebody opens the app or asks to check again.
 */
export async function reconcilePortal(ctx: AppContext, memberId: string): Promise<boolean> {
  const portal = await findPortal(ctx.db, memberId)
  if (portal?.status !== 'installed') return false
  try {
    await prepare(ctx, ctx.portals.of(memberId))
  } catch (error) {
    const reason = error instanceof AppError ? error.cause : error
    if (isLasting(reason)) {
      await noteTrouble(ctx.db, memberId, reason, ctx.clock.now())
      return false
    }
    const isRefused = reason instanceof PortalError ? reason.kind === 'refused' : error instanceof AppError
    if (!isRefused) throw reason
    ctx.log.warn({ err: error, memberId }, 'a portal refuses what the app needs there')
  }
  await noteWorking(ctx, memberId)
  return true
}

/** Asks the portal and the auth server whether the app works now; answers so. An event about payment proves nothing. */
export async function verifyPortal(ctx: AppContext, memberId: string): Promise<boolean> {
  try {
    await ctx.portals.of(memberId).call('app.info')
    await readLicence(ctx, memberId)
    await noteWorking(ctx, memberId)
    return true
  } catch (error) {
    if (!isLasting(error)) throw error
    await noteTrouble(ctx.db, memberId, error, ctx.clock.now())
    return false
  }
}

const ENDED = new Set(['payment_required', 'not_installed'])

/** The auth server is the trusted source of an installation's state; what it does not tell now, it tells next time. */
async function readLicence(ctx: AppContext, memberId: string): Promise<void> {
  const [token] = await ctx.tokens.list(ctx.db, memberId)
  const portal = await findPortal(ctx.db, memberId)
  if (!token || !portal) return
  try {
    const { licence, memberId: owner } = await ctx.authServers.verify(portal.authServer, token.accessToken)
    if (owner === memberId && licence !== portal.licence) await updatePortal(ctx.db, memberId, { licence })
  } catch (error) {
    if (!(error instanceof PortalError || error instanceof ForgedToken)) throw error
    if (error instanceof ForgedToken && ENDED.has(error.reason.toLowerCase()))
      throw new PortalError('gone', error.reason, 'Subscription has been ended')
  }
}

const KEEP_ALIVE_MS = 150 * DAY

/** A refresh token lives for 180 days: one that was not used for so long is used once before it dies. */
export async function keepTokensAlive(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now()
  for (const { memberId, userId } of await ctx.tokens.listIdle(ctx.db, after(now, -KEEP_ALIVE_MS), AT_ONCE)) {
    const dedupeKey = `token:${memberId}:${userId}`
    await enqueue(ctx.db, 'token.renew', { memberId, userId }, { now, queue: memberId, dedupeKey })
  }
}

/** An admin says that whatever was wrong is right now: everything is looked at again, a held portal too. */
export async function checkPortal(ctx: AppContext, memberId: string): Promise<void> {
  const now = ctx.clock.now()
  await transact(ctx.db, async (trx) => {
    await updatePortal(trx, memberId, { heldUntil: null, updatedAt: now.toISOString() })
    const dedupeKey = `reconcile:${memberId}`
    await enqueue(trx, 'portal.reconcile', { memberId }, { now, queue: memberId, dedupeKey })
  })
}

const noteWorking = (ctx: AppContext, memberId: string): Promise<void> =>
  updatePortal(ctx.db, memberId, { trouble: null, heldUntil: null, updatedAt: ctx.clock.now().toISOString() })

const AT_ONCE = 100

/** A portal in trouble is asked now and then: its plan may have been paid, its deliveries wait. */
export async function checkTroubledPortals(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now()
  for (const memberId of await listTroubled(ctx.db, now, after(now, -ctx.policy.sweepMinutes * MINUTE), AT_ONCE))
    await transact(ctx.db, async (trx) => {
      await updatePortal(trx, memberId, { updatedAt: now.toISOString() })
      await enqueue(trx, 'portal.verify', { memberId }, { now, queue: memberId, dedupeKey: `verify:${memberId}` })
    })
}
