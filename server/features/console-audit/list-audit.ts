import { z } from 'zod'
import type { StaffAuditEntry } from '../../../shared/contract/console.ts'
import { readMergeNote } from '../../audit/merge-note.ts'
import type { AppContext } from '../../context.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { requestNumber } from '../../ids.ts'
import { listAudit, type AuditRow } from './repository.ts'

type Field = 'kind' | 'partner' | 'subject' | 'portal' | 'memberId' | 'from' | 'to' | 'cursor'
type Query = { [Name in Field]?: string | undefined } & { limit: number }

export async function listAuditLog(
  ctx: AppContext,
  query: Query
): Promise<{ items: StaffAuditEntry[]; nextCursor: string | null }> {
  const rows = await listAudit(ctx.db, {
    kind: query.kind ?? null,
    partner: query.partner ?? null,
    ...subjectOf(query.subject),
    portal: query.portal ?? null,
    memberId: query.memberId ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    before: query.cursor === undefined ? null : readListCursor(query.cursor, z.tuple([z.number()]))[0],
    limit: query.limit + 1
  })
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.seq])
  return { items: items.map(present), nextCursor }
}

/** People quote `R-000123`; the log keeps ids. */
function subjectOf(subject: string | undefined): { subjectId: string | null; number: number | null } {
  const digits = /^r-0*(\d{1,9})$/i.exec(subject ?? '')?.[1]
  return digits === undefined
    ? { subjectId: subject ?? null, number: null }
    : { subjectId: null, number: Number(digits) }
}

function present(row: AuditRow): StaffAuditEntry {
  const { seq, at, kind, memberId, domain, userId, userName, partnerCode, subjectId, number } = row
  const quoted = number === null ? null : requestNumber(number)
  return {
    ...{ seq, at, kind, memberId, domain, userId, userName, partnerCode, subjectId, number: quoted },
    ...readMergeNote(row)
  }
}
