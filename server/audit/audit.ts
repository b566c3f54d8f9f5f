import { createHash } from 'node:crypto'
import type { AuditKind } from '../../shared/codes.ts'
import type { Trx } from '../db/database.ts'
import type { AuditEntryTable } from '../db/tables/message.ts'
import { appendEntry, lockHead } from './repository.ts'

export interface AuditNote {
  at: string
  kind: AuditKind
  memberId?: string | null
  userId?: number | null
  partnerCode?: string | null
  subjectId?: string | null
  reason?: string | null
}

/** Appends to the chain inside the caller's transaction; the locked head keeps the order of several processes. */
export async function audit(trx: Trx, note: AuditNote): Promise<void> {
  const head = await lockHead(trx)
  const entry = {
    seq: head.seq + 1,
    at: note.at,
    kind: note.kind,
    memberId: note.memberId ?? null,
    userId: note.userId ?? null,
    partnerCode: note.partnerCode ?? null,
    subjectId: note.subjectId ?? null,
    reason: note.reason ?? null,
    previousHash: head.hash
  }
  await appendEntry(trx, { ...entry, hash: hashOf(entry) })
}

/** SHA-256 over the entry and the hash of the one before it. */
export function hashOf(entry: Omit<AuditEntryTable, 'hash'>): string {
  const { previousHash, seq, at, kind, memberId, userId, partnerCode, subjectId, reason } = entry
  return createHash('sha256')
    .update(JSON.stringify([previousHash, seq, at, kind, memberId, userId, partnerCode, subjectId, reason]))
    .digest('hex')
}
