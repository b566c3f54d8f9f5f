import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { AppError } from '../../errors.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { scrub } from '../../scrubbing/scrub.ts'
import { deleteFailuresOf } from '../../webhooks/repository.ts'
import {
  addHistory,
  listExternalIds,
  listReservers,
  lockRequest,
  updateRequest,
  type RequestRow
} from './repository.ts'
import type { RequestReply } from './receive-request.ts'

interface Closing {
  externalId: string
  reason: string | undefined
  pushedAt: string
}

/** No new reservations; whoever reserved is told in the app and on the card. Late messages count too: staff meant it. */
export async function withdrawRequest(ctx: AppContext, trx: Trx, closing: Closing): Promise<RequestReply> {
  const known = await lockRequest(trx, closing.externalId)
  if (!known) throw new AppError('not_found', { detail: 'No request has this externalId' })
  if (known.state === 'erased' || known.state === 'withdrawn') return { id: known.id, state: known.state }
  const at = ctx.clock.now().toISOString()
  const pushedAt = later(known.pushedAt, closing.pushedAt)
  await updateRequest(trx, known.id, { state: 'withdrawn', closedAt: known.closedAt ?? at, updatedAt: at, pushedAt })
  const reason = closing.reason === undefined ? null : await withoutContact(ctx, trx, known, closing.reason)
  await audit(trx, { at, kind: 'request.withdrawn', subjectId: known.id, reason })
  await tell(ctx, trx, known, 'withdrawn')
  return { id: known.id, state: 'withdrawn' }
}

/** Destroys the contact and all free text; what stays is statistics and the id, so that it can't come back. */
export async function eraseRequest(ctx: AppContext, trx: Trx, closing: Closing): Promise<RequestReply> {
  const known = await lockRequest(trx, closing.externalId)
  if (!known) throw new AppError('not_found', { detail: 'No request has this externalId' })
  if (known.state === 'erased') return { id: known.id, state: 'erased' }
  const at = ctx.clock.now().toISOString()
  await ctx.vault.destroy(trx, known.id)
  await updateRequest(trx, known.id, { ...BLANK, state: 'erased', closedAt: known.closedAt ?? at, updatedAt: at })
  await deleteFailuresOf(trx, await listExternalIds(trx, known.id))
  const options = { now: ctx.clock.now(), queue: 'journal', dedupeKey: 'journal.empty' }
  await enqueue(trx, 'journal.empty', {}, options)
  // The sender's reason may name the client, and the audit log forgets nothing.
  await audit(trx, { at, kind: 'request.erased', subjectId: known.id })
  await tell(ctx, trx, known, 'erased')
  return { id: known.id, state: 'erased' }
}

const BLANK = {
  summary: '',
  description: '',
  city: null,
  clientRole: null,
  companySize: null,
  industry: null,
  timeframe: null,
  edition: null,
  source: null,
  searchText: '',
  heldReasons: '[]',
  consentVersion: null
} satisfies Partial<RequestRow>

async function tell(ctx: AppContext, trx: Trx, request: RequestRow, note: 'withdrawn' | 'erased'): Promise<void> {
  const now = ctx.clock.now()
  const at = now.toISOString()
  const { country, subdivision } = request
  if (request.releasedAt !== null) await announce(trx, 'request.changed', request.id, { country, subdivision }, at)
  for (const { id, memberId, partnerCode } of await listReservers(trx, request.id)) {
    await addHistory(trx, { reservationId: id, at, kind: note })
    await announce(trx, 'reservation.changed', id, { partnerCode }, at)
    const options = { now, queue: memberId, dedupeKey: `card.note:${note}:${id}` }
    await enqueue(trx, 'card.note', { reservationId: id, note }, options)
    // Nobody wins or loses a client who no longer wants anything.
    if (note === 'withdrawn')
      await enqueue(trx, 'reservation.void', { reservationId: id, reason: note }, { now, dedupeKey: `void:${id}` })
  }
}

async function withoutContact(ctx: AppContext, trx: Trx, request: RequestRow, text: string): Promise<string> {
  const record = await ctx.vault.find(trx, request.id)
  return scrub(text, record?.contact ?? {}, { country: request.country }).text
}

const later = (one: string, other: string): string => (one > other ? one : other)
