import type { ClientRecord } from '../../../shared/contract/console-requests.ts'
import { audit } from '../../audit/audit.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import type { Caller } from '../../http/caller.ts'
import { requestNumber } from '../../ids.ts'
import { presentForStaff } from '../../requests/present-staff.ts'
import { withoutAnyContact, withoutContact } from '../../requests/without-contact.ts'
import { lookupFingerprint } from '../../vault/fingerprints.ts'
import { isReveal, presentRecipient } from './present.ts'
import { listAuditOf, listRequestsByFingerprint } from './repository.ts'

const MOST_REQUESTS = 50

/** E.164 of a number as people write it, null when it can't be one; staff-console.ts gives the intake's own. */
export type NormalisePhone = (phone: string) => string | null

interface Search {
  caller: Caller
  q: string
  reason: string
}

/**
 * All requests of a client and everybody who was shown its data. Asked and found by fingerprints; the look stands in
 * the audit log with each request that it found, and without what was asked.
 */
export async function findClient(ctx: AppContext, search: Search, normalise: NormalisePhone): Promise<ClientRecord> {
  const { caller, q, reason } = search
  const by = q.includes('@') ? 'email' : 'phone'
  const value = by === 'email' ? q : normalise(q)
  const mark = value === null ? null : lookupFingerprint(ctx.keys, by, value)
  if (mark === null) throw new AppError('validation_failed', { errors: [{ path: 'q', message: WRONG[by] }] })
  const at = ctx.clock.now().toISOString()
  const rows = await transact(ctx.db, async (trx) => {
    const found = await listRequestsByFingerprint(trx, mark, MOST_REQUESTS)
    let words = withoutAnyContact(reason, { [by]: q })
    for (const request of found) words = await withoutContact(ctx.vault, trx, request, words)
    const who = { memberId: caller.portal.memberId, userId: caller.user.id }
    const note = { at, kind: 'client.looked_up', ...who } as const
    for (const { id } of found) await audit(trx, { ...note, subjectId: id, reason: words })
    if (found.length === 0) await audit(trx, { ...note, reason: words })
    return found
  })
  const numbers = new Map(rows.map(({ id, number }) => [id, requestNumber(number)]))
  const entries = await listAuditOf(ctx.db, [...numbers.keys()])
  return {
    by,
    requests: rows.map(presentForStaff),
    recipients: entries.filter(isReveal).map((entry) => {
      const requestId = entry.subjectId ?? ''
      return { ...presentRecipient(entry), requestId, number: numbers.get(requestId) ?? '' }
    })
  }
}

const WRONG = {
  email: 'an e-mail address is expected',
  phone: 'an e-mail address, or a phone number with its country code such as +49…, is expected'
}
