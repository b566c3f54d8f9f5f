import type { Db, Trx } from '../db/database.ts'
import { updatePortal } from '../portals/repository.ts'
import type { PortalError } from './errors.ts'

const TROUBLES: Record<string, string> = {
  payment_required: 'payment_required',
  no_rest: 'no_rest',
  portal_deleted: 'portal_deleted'
}

/** Remembers why a portal can't be worked with, so that its admins are told when they open the app. */
export async function noteTrouble(db: Db | Trx, memberId: string, error: PortalError, now: Date): Promise<void> {
  const trouble =
    error.kind === 'no_token' || error.kind === 'overload'
      ? error.kind
      : (TROUBLES[error.code.toLowerCase()] ?? 'disconnected')
  await updatePortal(db, memberId, { trouble, updatedAt: now.toISOString() })
}
