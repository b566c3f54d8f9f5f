import { announceAll } from '../../changes/repository.ts'
import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import type { PreparedRequest } from './prepare-request.ts'
import { insertFingerprints, insertRequests } from './repository.ts'
import { slotsOf, stateAfterPush, type HeldNote } from './rules.ts'
import type { RequestReply } from './receive-request.ts'

/** A request that nobody knows yet, and whose client it may be. */
export interface Addition {
  prepared: PreparedRequest
  pushedAt: string
  requestId?: string
  twins: Twins
}
export interface Twins {
  notes: HeldNote[]
  original: string | null
}
export const NO_TWINS: Twins = { notes: [], original: null }

/** Stores new requests, each with its contact and its news, by few statements. */
export async function addRequests(ctx: AppContext, trx: Trx, additions: Addition[]): Promise<RequestReply[]> {
  const at = ctx.clock.now().toISOString()
  const added = additions.map((addition) => ({ ...addition, row: newRow(ctx, addition, at) }))
  const open = added.flatMap(({ row }) => (row.state === 'open' ? [row] : []))
  await insertRequests(
    trx,
    added.map(({ row }) => row)
  )
  await ctx.vault.add(
    trx,
    added.map(({ row, prepared }) => ({ requestId: row.id, record: prepared.client, at }))
  )
  await insertFingerprints(
    trx,
    added.map(({ row, prepared }) => ({ requestId: row.id, fingerprints: prepared.fingerprints }))
  )
  await announceAll(
    trx,
    open.map(({ id, country, subdivision }) => ({
      ...{ kind: 'request.new', subjectId: id, at },
      audience: { country, subdivision }
    }))
  )
  return added.map(({ row: { id, state } }) => ({ id, state }))
}

function newRow(ctx: AppContext, { prepared, pushedAt, requestId, twins }: Addition, now: string) {
  const notes = [...prepared.notes, ...twins.notes]
  const slots = slotsOf(prepared.wantedPartners, ctx.policy.partnersPerRequest, 0)
  const expiresAt = prepared.content.wantedExpiresAt ?? after(now, ctx.policy.requestExpiryDays * DAY)
  const state = stateAfterPush(undefined, notes, { free: slots.free, isOver: expiresAt <= now })
  return {
    ...prepared.content,
    id: requestId ?? newId(),
    externalId: prepared.externalId,
    state,
    maxPartners: slots.max,
    freeSlots: slots.free,
    heldReasons: JSON.stringify(notes),
    duplicateOf: twins.original,
    pushedAt,
    receivedAt: prepared.receivedAt ?? now,
    releasedAt: state === 'open' ? now : null,
    expiresAt: state === 'held' ? null : expiresAt,
    closedAt: state === 'expired' ? now : null,
    createdAt: now,
    updatedAt: now
  }
}
