import type { Contact } from '../../../shared/contract/values.ts'
import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import type { Db, Trx } from '../../db/database.ts'
import { isUniqueViolation } from '../../db/dialect.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import { newId } from '../../ids.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { ineligibility, isUserCertified, suspensionEnd } from '../../partners/eligibility.ts'
import { readLimits } from '../../partners/limits.ts'
import { locationOf } from '../../partners/locations.ts'
import { lockPartner, type Partner } from '../../partners/repository.ts'
import { findSettings } from '../../portals/repository.ts'
import { findRequest, isVisible, type ReleasedRequest } from '../../requests/repository.ts'
import { isUnlocked, unlocksAt, unlocksNowAtLevel } from '../../requests/unlock.ts'
import { isOwnRequest } from '../../vault/own-request.ts'
import * as repository from './repository.ts'
import { freeSlot, refusalOf, type Facts } from './rules.ts'

export interface Reserved {
  isNew: boolean
  reservationId: string
  contact: Contact | null
}

interface Wish {
  caller: PartnerCaller
  requestId: string
  acceptedRules: string | null
}

/**
 * Takes a slot, reveals the contact and queues the delivery, all in one transaction. What speaks against it is
 * looked up first without a lock, so that the many who come too late cost a read; the transaction decides again.
 */
export async function reserveRequest(ctx: AppContext, wish: Wish): Promise<Reserved> {
  const { partner } = wish.caller
  const early = await repository.findReservationOf(ctx.db, wish.requestId, partner.code)
  if (early) return existing(ctx, ctx.db, early.id, wish.requestId)
  await decide(ctx, ctx.db, wish, partner)
  try {
    return await transact(ctx.db, async (trx) => {
      const locked = await lockPartner(trx, partner.code)
      const twin = await repository.findReservationOf(trx, wish.requestId, partner.code)
      if (twin) return existing(ctx, trx, twin.id, wish.requestId)
      const decision = await decide(ctx, trx, wish, locked)
      return take(ctx, trx, wish, decision)
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('request_full', {}, error)
    throw error
  }
}

async function existing(ctx: AppContext, db: Db | Trx, reservationId: string, requestId: string): Promise<Reserved> {
  return { isNew: false, reservationId, contact: (await ctx.vault.find(db, requestId))?.contact ?? null }
}

interface Decision {
  request: ReleasedRequest
  contact: Contact
}

async function decide(ctx: AppContext, db: Db | Trx, wish: Wish, partner: Partner): Promise<Decision> {
  const request = await findRequest(db, wish.requestId)
  if (!isVisible(request) || !locationOf(wish.caller.locations, request)) throw new AppError('not_found')
  const contact = (await ctx.vault.find(db, request.id))?.contact
  if (!contact) throw new AppError('not_found')
  const refusal = refusalOf(await readFacts(ctx, db, wish, partner, request))
  if (refusal) throw new AppError(refusal.code, refusal.details)
  return { request, contact }
}

async function readFacts(
  ctx: AppContext,
  db: Db | Trx,
  { caller, acceptedRules }: Wish,
  partner: Partner,
  request: ReleasedRequest
): Promise<Facts> {
  const { policy } = ctx
  const now = ctx.clock.now()
  const { portal, user, level } = caller
  const [code] = ineligibility(partner, now)
  const limits = await readLimits(db, partner.code, level, policy, now)
  const settings = await findSettings(db, portal.memberId)
  const { whoMayReserve = 'everyone' } = JSON.parse(settings?.document ?? '{}') as {
    whoMayReserve?: 'everyone' | number[]
  }
  const rulesVersion = policy.contactRulesVersion
  return {
    ineligibility: code ? { code, until: suspensionEnd(partner, now) } : null,
    mayReserve: whoMayReserve === 'everyone' || whoMayReserve.includes(user.id),
    isAgentCertified: !policy.requireUserCertificate || isUserCertified(partner, portal, user.id),
    state: request.state,
    isExpired: Date.parse(request.expiresAt) <= now.getTime(),
    freeSlots: request.freeSlots,
    isOwnRequest: await isOwnRequest(ctx.keys, db, request.id, partner),
    lock: isUnlocked(request, level, policy, now)
      ? null
      : { unlocksAt: unlocksAt(request, level, policy), unlocksNowAtLevel: unlocksNowAtLevel(request, policy, now) },
    daily: { ...limits.daily, freeAt: limits.dailyFreeAt },
    inWork: limits.inWork,
    hasAcceptedRules:
      acceptedRules === rulesVersion ||
      (await repository.hasAcceptedRules(db, { memberId: portal.memberId, userId: user.id, version: rulesVersion })),
    rulesVersion
  }
}

async function take(ctx: AppContext, trx: Trx, wish: Wish, { request, contact }: Decision): Promise<Reserved> {
  const { portal, user, partner } = wish.caller
  const now = ctx.clock.now()
  const at = now.toISOString()
  if (!(await repository.takeSlot(trx, request.id, at))) {
    // Somebody was faster since it was read: the last slot went, or the request was withdrawn.
    await decide(ctx, trx, wish, partner)
    throw new AppError('request_full')
  }
  const slot = freeSlot(await repository.listSlots(trx, request.id), request.maxPartners)
  if (slot === null) throw new AppError('request_full')

  const id = newId()
  await repository.insertReservation(trx, {
    ...{ id, requestId: request.id, partnerCode: partner.code, memberId: portal.memberId, slot },
    ...{ userId: user.id, userName: user.name, reservedAt: at, progressAt: at, outcome: 'open' },
    ...{ country: request.country, valueClass: request.valueClass }
  })
  await repository.addHistory(trx, {
    reservationId: id,
    at,
    kind: 'reserved',
    cause: 'agent',
    by: user.name,
    detail: null
  })
  if (wish.acceptedRules === ctx.policy.contactRulesVersion)
    await repository.acceptRules(trx, { memberId: portal.memberId, userId: user.id, version: wish.acceptedRules, at })
  await audit(trx, {
    ...{ at, kind: 'contact.revealed', memberId: portal.memberId, userId: user.id },
    ...{ partnerCode: partner.code, subjectId: request.id, reason: `reservation ${id}` }
  })
  await repository.insertDelivery(trx, id, portal.memberId, at)
  await enqueue(
    trx,
    'delivery.send',
    { reservationId: id },
    { now, queue: portal.memberId, dedupeKey: `delivery:${id}` }
  )
  await announce(trx, 'request.changed', request.id, { country: request.country, subdivision: request.subdivision }, at)
  await announce(trx, 'reservation.changed', id, { partnerCode: partner.code }, at)
  return { isNew: true, reservationId: id, contact }
}
