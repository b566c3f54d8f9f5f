import type { HeldReason, RequestState } from '../../../shared/codes.ts'
import { announce } from '../../changes/repository.ts'
import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { addRequests, NO_TWINS, type Twins } from './add-requests.ts'
import type { PreparedRequest } from './prepare-request.ts'
import {
  deleteFingerprints,
  hashesOf,
  insertFingerprints,
  listKnown,
  listReservers,
  listSeenHashes,
  listTwins,
  lockRequest,
  updateRequest,
  type RequestRow,
  type Reserver
} from './repository.ts'
import { isClosed, slotsOf, stateAfterPush } from './rules.ts'

export interface RequestReply {
  id: string
  state: RequestState
}

export interface Push {
  prepared: PreparedRequest
  pushedAt: string
  /** The id that its sender was told before it was read. */
  requestId?: string
}

/** Takes a pushed request in, new or known, within the transaction that also remembers the message. */
export async function receiveRequest(ctx: AppContext, trx: Trx, push: Push): Promise<RequestReply> {
  const { prepared, pushedAt } = push
  const known = await lockRequest(trx, prepared.externalId)
  if (!known) {
    const receivedAt = prepared.receivedAt ?? ctx.clock.now().toISOString()
    const twins = await findTwins(ctx, trx, prepared, receivedAt, undefined)
    const [reply] = await addRequests(ctx, trx, [{ ...push, twins }])
    return reply!
  }
  const isMerged = known.externalId !== prepared.externalId
  if (isMerged || known.state === 'erased' || pushedAt < known.pushedAt) return { id: known.id, state: known.state }
  return changeRequest(ctx, trx, known, prepared, pushedAt)
}

/**
 * The same for many at once, as if they had come one after the other: neighbours that are new and of unknown clients
 * go together.
 */
export async function receiveRequests(ctx: AppContext, trx: Trx, pushes: Push[]): Promise<RequestReply[]> {
  if (pushes.length === 0) return []
  const isNew = await newOnes(trx, pushes)
  const replies: RequestReply[] = []
  let neighbours: Push[] = []
  const addNeighbours = async (): Promise<void> => {
    const additions = neighbours.map((push) => ({ ...push, twins: NO_TWINS }))
    neighbours = []
    if (additions.length > 0) replies.push(...(await addRequests(ctx, trx, additions)))
  }
  for (const push of pushes)
    if (isNew.has(push)) neighbours.push(push)
    else {
      await addNeighbours()
      replies.push(await receiveRequest(ctx, trx, push))
    }
  await addNeighbours()
  return replies
}

/** Those whose externalId and client neither the store nor an earlier one of them has. */
async function newOnes(trx: Trx, pushes: Push[]): Promise<Set<Push>> {
  const ids = pushes.map(({ prepared }) => prepared.externalId)
  const hashes = pushes.map(({ prepared }) => hashesOf(prepared.fingerprints))
  const known = await listKnown(trx, ids)
  const seen = await listSeenHashes(trx, hashes.flat())
  return new Set(
    pushes.filter((push, index) => {
      const { externalId } = push.prepared
      const own = hashes[index] ?? []
      const isNew = !known.has(externalId) && !own.some((hash) => seen.has(hash))
      known.add(externalId)
      for (const hash of own) seen.add(hash)
      return isNew
    })
  )
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
  await insertFingerprints(trx, [{ requestId: known.id, fingerprints: prepared.fingerprints }])
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
  known: RequestRow,
  prepared: PreparedRequest,
  now: string
): { expiresAt: string; isOver: boolean } {
  const releasedAt = known.state === 'held' ? now : (known.releasedAt ?? now)
  const expiresAt = prepared.content.wantedExpiresAt ?? after(releasedAt, ctx.policy.requestExpiryDays * DAY)
  return { expiresAt, isOver: expiresAt <= now }
}

async function findTwins(
  ctx: AppContext,
  trx: Trx,
  { fingerprints }: PreparedRequest,
  receivedAt: string,
  before: number | undefined
): Promise<Twins> {
  const span = ctx.policy.duplicateDays * DAY
  const window = { from: after(receivedAt, -span), to: after(receivedAt, span) }
  const twins = await listTwins(trx, { fingerprints, ...window, before })
  const [first] = twins
  if (!first) return NO_TWINS
  const by = [...new Set(twins.filter((twin) => twin.id === first.id).map((twin) => twin.kind))]
  const evidence = { requestId: first.id, number: first.number, by }
  return { notes: [{ reason: 'suspected_duplicate', evidence }], original: first.id }
}
