import { normaliseProof } from '../../../shared/proof.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import type { Db, Trx } from '../../db/database.ts'
import { transact } from '../../db/transaction.ts'
import { newId } from '../../ids.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { seal } from '../../vault/seal.ts'
import { planChanges, type Cause, type Plan } from './plan-changes.ts'
import type { Reading } from './read-portal.ts'
import {
  claimProof,
  countReservers,
  deleteCrmItem,
  findLastEntry,
  findProofOwner,
  insertCrmItem,
  insertHistory,
  listSales,
  lockReservation,
  updateReservation,
  type ReservationRow
} from './repository.ts'
import type { Evidence } from './rules.ts'
import type { Stage } from './stage-names.ts'

/** Writes what a reading changes, in one short transaction; what changes nothing writes nothing. */
export async function applyReading(
  ctx: AppContext,
  reading: Reading,
  stage: Stage | undefined,
  cause: Cause
): Promise<void> {
  const { id } = reading.followed.row
  if (!(await planOf(ctx, ctx.db, reading.followed.row, reading, stage))) return
  await transact(ctx.db, async (trx) => {
    const row = await lockReservation(trx, id)
    if (!row) return
    const plan = await planOf(ctx, trx, row, reading, stage, await claimedProof(ctx, trx, row, reading, stage))
    if (plan) await write(ctx, trx, row, plan, cause)
  })
}

async function planOf(
  ctx: AppContext,
  db: Db | Trx,
  row: ReservationRow,
  reading: Reading,
  stage: Stage | undefined,
  proof?: Evidence['proof']
): Promise<Plan | null> {
  const { standing, activity, leads, deals, followed } = reading
  const evidence = { ...(await evidenceOf(ctx, db, row, reading)), activity }
  return planChanges(
    row,
    { known: followed.items, items: [...leads, ...deals], standing, stage },
    proof === undefined ? evidence : { ...evidence, proof },
    ctx.policy,
    ctx.clock.now()
  )
}

const proofOf = ({ standing, leads, deals }: Reading): string | null => {
  const items = [...(standing.kind === 'won' ? [standing.item] : []), ...leads, ...deals]
  const text = items.flatMap((item) => (item.kind === 'present' && item.proof !== null ? [item.proof] : []))[0]
  return normaliseProof(text ?? '') || null
}

const hashOfProof = (ctx: AppContext, reading: Reading): string | null => {
  const proof = proofOf(reading)
  return proof === null ? null : ctx.keys.hash('proof', proof)
}

async function evidenceOf(
  ctx: AppContext,
  db: Db | Trx,
  row: ReservationRow,
  reading: Reading
): Promise<Omit<Evidence, 'activity'> & { lastDoubt: string | null }> {
  const nothing = { confirmedBy: null, isRefuted: false, proof: 'missing' as const, lastDoubt: null }
  if (reading.standing.kind !== 'won') return nothing
  const proofHash = hashOfProof(ctx, reading)
  return {
    ...(await vouchersOf(db, row, proofHash)),
    proof: await proofStateOf(db, row, proofHash),
    lastDoubt: (await findLastEntry(db, row.id, 'win_review'))?.detail ?? null
  }
}

async function vouchersOf(
  db: Db | Trx,
  row: ReservationRow,
  proofHash: string | null
): Promise<Pick<Evidence, 'confirmedBy' | 'isRefuted' | 'refutedBy'>> {
  const sales = await listSales(db, row, proofHash)
  const sold = sales.filter((sale) => sale.isReversed === 0)
  const confirmed = await findLastEntry(db, row.id, 'win_confirmed')
  const refused = await findLastEntry(db, row.id, 'win_refused')
  const isOutdone = sold.some((sale) => refused !== undefined && sale.receivedAt > refused.at)
  if (refused && !isOutdone && !(confirmed && confirmed.at > refused.at))
    return { confirmedBy: null, isRefuted: true, refutedBy: 'staff' }
  if (sold.length > 0) return { confirmedBy: 'purchase', isRefuted: false }
  if (!confirmed) return { confirmedBy: null, isRefuted: sales.length > 0 }
  return { confirmedBy: 'staff', isRefuted: sales.some((sale) => sale.receivedAt > confirmed.at) }
}

async function proofStateOf(db: Db | Trx, row: ReservationRow, proofHash: string | null): Promise<Evidence['proof']> {
  if (proofHash === null) return 'missing'
  const owner = await findProofOwner(db, proofHash)
  return owner === undefined || owner === row.id ? 'valid' : 'reused'
}

/** One proof, one win ever: of two reservations that show the same one, the first to win keeps it. */
async function claimedProof(
  ctx: AppContext,
  trx: Trx,
  row: ReservationRow,
  reading: Reading,
  stage: Stage | undefined
): Promise<Evidence['proof'] | undefined> {
  const proof = ctx.policy.winProof === 'key' ? proofOf(reading) : null
  if (proof === null) return undefined
  const plan = await planOf(ctx, trx, row, reading, stage)
  if (plan?.changes.outcome !== 'won') return undefined
  const claim = { proofHash: ctx.keys.hash('proof', proof), sealedProof: seal(ctx.keys.of('proof'), proof, row.id) }
  return (await claimProof(trx, { ...claim, reservationId: row.id })) === row.id ? 'valid' : 'reused'
}

async function write(ctx: AppContext, trx: Trx, row: ReservationRow, plan: Plan, cause: Cause): Promise<void> {
  const now = ctx.clock.now()
  const at = now.toISOString()
  const reservers = plan.isClosing ? { reservers: await countReservers(trx, row.requestId) } : {}
  const changes = { ...plan.changes, ...reservers }
  if (Object.keys(changes).length > 0) await updateReservation(trx, row.id, changes)
  for (const item of plan.goneItems) await deleteCrmItem(trx, row, item)
  for (const item of plan.newItems) await insertCrmItem(trx, row, item)
  for (const note of plan.notes)
    await insertHistory(trx, { id: newId(), reservationId: row.id, at, by: null, ...note, cause: note.cause ?? cause })
  await announce(trx, 'reservation.changed', row.id, { partnerCode: row.partnerCode }, at)
  if (changes.outcome === undefined && changes.progressAt === undefined) return
  await requestRating(trx, row.partnerCode, now)
  await requestBadge(trx, row, now)
}

/** The client waits no longer, or again. */
export async function requestBadge(trx: Trx, row: ReservationRow, now: Date): Promise<void> {
  const options = { now, queue: `badge:${row.memberId}`, dedupeKey: `card.badge:${row.id}` }
  await enqueue(trx, 'card.badge', { reservationId: row.id }, options)
}

export async function requestRating(trx: Trx, partnerCode: string, now: Date): Promise<void> {
  const key = `rating:${partnerCode}`
  await enqueue(trx, 'rating.recalculate', { partnerCode }, { now, dedupeKey: key, queue: key })
}
