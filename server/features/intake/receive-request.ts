import type { HeldReason, RequestState } from '../../../shared/codes.ts'
import { announce } from '../../changes/repository.ts'
import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import type { PreparedRequest } from './prepare-request.ts'
import {
  deleteFingerprints,
  insertFingerprints,
  insertRequest,
  listReservers,
  listTwins,
  lockRequest,
  updateRequest,
  type RequestRow,
  type Reserver
} from './repository.ts'
import { isClosed, slotsOf, stateAfterPush, type HeldNote } from './rules.ts'

export interface RequestReply {
  id: string
  state: RequestState
}

/** Takes a pushed request in, new or known, within the transaction that also remembers the message. */
export async function receiveRequest(
  ctx: AppContext,
  trx: Trx,
  prepared: PreparedRequest,
  pushedAt: string
): Promise<RequestReply> {
  const known = await lockRequest(trx, prepared.externalId)
  if (!known) return addRequest(ctx, trx, prepared, pushedAt)
  const isMerged = known.externalId !== prepared.externalId
  if (isMerged || known.state === 'erased' || pushedAt < known.pushedAt) return { id: known.id, state: known.state }
  return changeRequest(ctx, trx, known, prepared, pushedAt)
}

async function addRequest(
  ctx: AppContext,
  trx: Trx,
  prepared: PreparedRequest,
  pushedAt: string
): Promise<RequestReply> {
  const now = ctx.clock.now().toISOString()
  const id = newId()
  const receivedAt = prepared.receivedAt ?? now
  const twins = await findTwins(ctx, trx, prepared, receivedAt, undefined)
  const notes = [...prepared.notes, ...twins.notes]
  const slots = slotsOf(prepared.wantedPartners, ctx.policy.partnersPerRequest, 0)
  const times = timesAfter(ctx, undefined, prepared, now)
  const state = stateAfterPush(undefined, notes, { free: slots.free, isOver: times.isOver })
  await insertRequest(trx, {
    ...prepared.content,
    ...{ id, externalId: prepared.externalId, state, maxPartners: slots.max, freeSlots: slots.free },
    ...{ heldReasons: JSON.stringify(notes), duplicateOf: twins.original, receivedAt, pushedAt },
    releasedAt: state === 'open' ? now : null,
    expiresAt: state === 'held' ? null : times.expiresAt,
    closedAt: state === 'expired' ? now : null,
    createdAt: now,
    updatedAt: now
  })
  await ctx.vault.put(trx, id, prepared.client, now)
  await insertFingerprints(trx, id, prepared.fingerprints)
  if (state === 'open') await announce(trx, 'request.new', id, placeOf(prepared.content), now)
  return { id, state }
}

async function changeRequest(
  ctx: AppContext,
  trx: Trx,
  known: RequestRow,
  prepared: PreparedRequest,
  pushedAt: string
): Promise<RequestReply> {
  const now = ctx.clock.now().toISOString()
  const reservers = await listReservers(trx, known.id)
  const receivedAt = prepared.receivedAt ?? known.receivedAt
  const twins = await findTwins(ctx, trx, prepared, receivedAt, known.number)
  const notes = [...prepared.notes, ...twins.notes]
  const slots = slotsOf(prepared.wantedPartners, ctx.policy.partnersPerRequest, reservers.length)
  const times = timesAfter(ctx, known, prepared, now)
  const noted = (JSON.parse(known.heldReasons) as { reason: HeldReason }[]).map(({ reason }) => reason)
  const standing = { state: known.state, reservations: reservers.length, noted }
  const state = stateAfterPush(standing, notes, { free: slots.free, isOver: times.isOver })
  const isReleased = known.state === 'held' && (state === 'open' || state === 'full')
  await updateRequest(trx, known.id, {
    ...prepared.content,
    ...{ state, maxPartners: slots.max, freeSlots: slots.free, receivedAt, pushedAt, updatedAt: now },
    ...{ heldReasons: JSON.stringify(notes), duplicateOf: twins.original },
    ...(isReleased ? { releasedAt: now } : {}),
    ...(isReleased || isVisible(state) ? { expiresAt: times.expiresAt } : {}),
    ...(isClosed(state) && !isClosed(known.state) ? { closedAt: now } : {})
  })
  await ctx.vault.put(trx, known.id, prepared.client, now)
  await deleteFingerprints(trx, known.id)
  await insertFingerprints(trx, known.id, prepared.fingerprints)
  await announceChange(trx, known, { ...prepared.content, isReleased, state, reservers }, now)
  return { id: known.id, state }
}

const isVisible = (state: RequestState): boolean => state === 'open' || state === 'full'

const placeOf = ({ country, subdivision }: { country: string; subdivision: string | null }) => ({
  country,
  subdivision
})

/** Those who saw it where it was and those who see it where it is now. */
async function announceChange(
  trx: Trx,
  before: RequestRow,
  now: { isReleased: boolean; state: RequestState; reservers: Reserver[]; country: string; subdivision: string | null },
  at: string
): Promise<void> {
  const hasMoved = before.country !== now.country || before.subdivision !== now.subdivision
  if (isVisible(before.state) && (hasMoved || !isVisible(now.state)))
    await announce(trx, 'request.changed', before.id, placeOf(before), at)
  if (isVisible(now.state))
    await announce(trx, now.isReleased ? 'request.new' : 'request.changed', before.id, placeOf(now), at)
  for (const { id, partnerCode } of now.reservers) await announce(trx, 'reservation.changed', id, { partnerCode }, at)
}

/** A request's time counts from its release unless the sender named an end. */
function timesAfter(
  ctx: AppContext,
  known: RequestRow | undefined,
  prepared: PreparedRequest,
  now: string
): { expiresAt: string; isOver: boolean } {
  const releasedAt = known?.state === 'held' ? now : (known?.releasedAt ?? now)
  const expiresAt = prepared.content.wantedExpiresAt ?? after(releasedAt, ctx.policy.requestExpiryDays * DAY)
  return { expiresAt, isOver: expiresAt <= now }
}

async function findTwins(
  ctx: AppContext,
  trx: Trx,
  { fingerprints }: PreparedRequest,
  receivedAt: string,
  before: number | undefined
): Promise<{ notes: HeldNote[]; original: string | null }> {
  const span = ctx.policy.duplicateDays * DAY
  const window = { from: after(receivedAt, -span), to: after(receivedAt, span) }
  const twins = await listTwins(trx, { fingerprints, ...window, before })
  const [first] = twins
  if (!first) return { notes: [], original: null }
  const by = [...new Set(twins.filter((twin) => twin.id === first.id).map((twin) => twin.kind))]
  const evidence = { requestId: first.id, number: first.number, by }
  return { notes: [{ reason: 'suspected_duplicate', evidence }], original: first.id }
}
