import { audit } from '../../audit/audit.ts'
import type { PortalEvent } from '../../bitrix24/events.ts'
import { after, MINUTE } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { isApplicationToken } from '../../portals/application-token.ts'
import { findPortal, lockPortal, updatePortal, type Portal } from '../../portals/repository.ts'
import { insertEvent } from './repository.ts'
import { uninstallPortal } from './uninstall-portal.ts'

/** What the CRM's events mean is another feature's business; app.ts gives it. */
export type NoteCrmEvent = (
  trx: Trx,
  event: { memberId: string; name: string; entityId: number | null }
) => Promise<void>

/**
 * Takes an event of a portal: proves it, stores it and what follows from it, and only then is it answered.
 * Bitrix24 never sends an event again. Throws `forbidden` for what no installed portal sent.
 */
export async function receiveEvent(ctx: AppContext, event: PortalEvent, noteCrmEvent: NoteCrmEvent): Promise<void> {
  const portal = await findPortal(ctx.db, event.memberId)
  if (!portal) {
    isApplicationToken(ctx.keys, undefined, event.applicationToken ?? '')
    return refuse(ctx, event)
  }
  const proof = await prove(ctx, portal, event)
  const isLate = event.name === 'ONAPPUNINSTALL' && (await isInstalledAnew(ctx, portal))
  const now = ctx.clock.now()
  await transact(ctx.db, async (trx) => {
    const current = await lockPortal(trx, portal.memberId)
    if (!current) throw new AppError('forbidden')
    await insertEvent(trx, {
      ...{ id: newId(), memberId: event.memberId, event: event.name, data: JSON.stringify(event.data) },
      ...{ ts: event.ts, receivedAt: now.toISOString(), handledAt: null }
    })
    if (proof) await keepProof(ctx, trx, event, proof, now)
    if (proof?.isAdmin && current.trouble === 'no_token') await enqueueReconcile(trx, portal.memberId, now)
    if (!isLate) await follow(ctx, trx, current, event, now, noteCrmEvent)
  })
}

interface Proof {
  userId: number
  isAdmin: boolean
}

/**
 * The stored `application_token` proves an event. Install and update may bring a new one: then the access token
 * that comes with it has to prove itself at the auth server. `ONAPPPAYMENT` carries no proof and is only a hint.
 * A portal whose tokens are all dead is healed by any event that an administrator caused.
 */
async function prove(ctx: AppContext, portal: Portal, event: PortalEvent): Promise<Proof | undefined> {
  const isKnownToken = event.applicationToken !== null && isApplicationToken(ctx.keys, portal, event.applicationToken)
  const bringsTokens = ['ONAPPINSTALL', 'ONAPPUPDATE'].includes(event.name)
  const mayProve = bringsTokens && (!isKnownToken || event.refreshToken !== null)
  const mayHeal = isKnownToken && portal.status === 'installed' && portal.trouble === 'no_token'
  if (event.accessToken !== null && (mayProve || mayHeal)) {
    const proof = await proveByToken(ctx, portal, event.accessToken)
    if (proof) return proof
  }
  if (isKnownToken || (event.name === 'ONAPPPAYMENT' && event.applicationToken === null)) return undefined
  return refuse(ctx, event)
}

function refuse(ctx: AppContext, event: PortalEvent): never {
  ctx.log.warn({ memberId: event.memberId, event: event.name }, 'an event was refused')
  throw new AppError('forbidden')
}

async function proveByToken(ctx: AppContext, portal: Portal, accessToken: string): Promise<Proof | undefined> {
  try {
    const verified = await ctx.authServers.verify(portal.authServer, accessToken)
    if (verified.memberId !== portal.memberId) return undefined
    const isAdmin = await ctx.portals.callWith(verified, accessToken, 'user.admin')
    return { userId: verified.userId, isAdmin: isAdmin === true || isAdmin === 'Y' }
  } catch {
    return undefined
  }
}

async function keepProof(ctx: AppContext, trx: Trx, event: PortalEvent, proof: Proof, now: Date): Promise<void> {
  const at = now.toISOString()
  if (event.applicationToken !== null)
    await updatePortal(trx, event.memberId, {
      applicationTokenHash: ctx.keys.hash('application-token', event.applicationToken),
      updatedAt: at
    })
  if (!proof.isAdmin || event.accessToken === null) return
  const { memberId, accessToken, refreshToken } = event
  const expiresAt = after(now, 3_500_000)
  await ctx.tokens.save(trx, { memberId, userId: proof.userId, accessToken, refreshToken, expiresAt }, at)
}

const enqueueReconcile = (trx: Trx, memberId: string, now: Date): Promise<void> =>
  enqueue(trx, 'portal.reconcile', { memberId }, { now, queue: memberId, dedupeKey: `reconcile:${memberId}` })

async function follow(
  ctx: AppContext,
  trx: Trx,
  portal: Portal,
  event: PortalEvent,
  now: Date,
  noteCrmEvent: NoteCrmEvent
): Promise<void> {
  const { memberId } = portal
  const options = { now, queue: memberId }
  switch (event.name) {
    case 'ONAPPUNINSTALL':
      if (isFromBefore(portal, event)) return
      await uninstallPortal(ctx, trx, portal, { isClean: Number(event.data.CLEAN) === 1 })
      return
    case 'ONAPPINSTALL':
    case 'ONAPPUPDATE':
      await audit(trx, {
        at: now.toISOString(),
        kind: `portal.${event.name === 'ONAPPUPDATE' ? 'updated' : 'confirmed'}`,
        memberId
      })
      await enqueueReconcile(trx, memberId, now)
      return
    case 'ONAPPPAYMENT':
      await enqueue(trx, 'portal.verify', { memberId }, { ...options, dedupeKey: `verify:${memberId}` })
      return
    default: {
      const fields = event.data.FIELDS as { ID?: unknown } | undefined
      const id = Number(fields?.ID)
      await noteCrmEvent(trx, { memberId, name: event.name, entityId: Number.isInteger(id) && id > 0 ? id : null })
    }
  }
}

const WIZARD_MS = 10 * MINUTE

/**
 * The queue stamps events when it sends them, so that a late uninstall of an earlier life may look new.
 * An uninstall kills all tokens: where one works, the app was installed again.
 */
async function isInstalledAnew(ctx: AppContext, portal: Portal): Promise<boolean> {
  const { memberId, authServer, status, installedAt, createdAt } = portal
  if (status !== 'installed' || Date.parse(installedAt ?? createdAt) - Date.parse(createdAt) < WIZARD_MS) return false
  for (const { accessToken } of await ctx.tokens.list(ctx.db, memberId)) {
    const verified = await ctx.authServers.verify(authServer, accessToken).catch(() => undefined)
    if (verified?.memberId === memberId) return true
  }
  return false
}

/** An uninstall that the queue delivered after the portal installed the app again. `ts` is in whole seconds. */
function isFromBefore(portal: Portal, event: PortalEvent): boolean {
  const installedAt = portal.installedAt ?? portal.updatedAt
  return event.ts !== null && portal.status !== 'uninstalled' && (event.ts + 1) * 1000 <= Date.parse(installedAt)
}
