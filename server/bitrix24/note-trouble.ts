import type { Db, Trx } from '../db/database.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { getPortal, updatePortal } from '../portals/repository.ts'
import { PortalError } from './errors.ts'

const TROUBLES: Record<string, string> = {
  payment_required: 'payment_required',
  no_rest: 'no_rest',
  portal_deleted: 'portal_deleted',
  overload_limit: 'overload'
}

/** Waiting alone does not help: somebody has to do something about the portal. */
export const isLasting = (error: unknown): error is PortalError =>
  error instanceof PortalError && (error.kind === 'gone' || error.kind === 'no_token' || error.kind === 'overload')

/** Remembers why a portal can't be worked with, so that its admins are told when they open the app. */
export async function noteTrouble(db: Db | Trx, memberId: string, error: PortalError, now: Date): Promise<void> {
  const trouble = error.kind === 'no_token' ? error.kind : (TROUBLES[error.code.toLowerCase()] ?? 'disconnected')
  await updatePortal(db, memberId, { trouble, updatedAt: now.toISOString() })
}

/** A portal that did what it was asked is well again: it is put right, and what waited for it goes on. */
export async function noteWell(db: Db | Trx, memberId: string, now: Date): Promise<void> {
  const { trouble, status } = await getPortal(db, memberId)
  if (trouble === null || status !== 'installed') return
  const dedupeKey = `reconcile:${memberId}`
  await enqueue(db, 'portal.reconcile', { memberId }, { now, queue: memberId, dedupeKey })
}
