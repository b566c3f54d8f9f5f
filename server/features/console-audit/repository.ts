import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { AuditEntryTable } from '../../db/tables/message.ts'

export type AuditRow = AuditEntryTable & { domain: string | null; number: number | null; userName: string | null }

export interface AuditSearch {
  kind: string | null
  /** A code, or a part of a name. */
  partner: string | null
  subjectId: string | null
  number: number | null
  /** A `member_id`, or a part of a domain. */
  portal: string | null
  memberId: string | null
  from: string | null
  to: string | null
  before: number | null
  limit: number
}

export async function listAudit(db: Db, search: AuditSearch): Promise<AuditRow[]> {
  let query = db
    .selectFrom('audit_entry')
    .leftJoin('portal', 'portal.memberId', 'audit_entry.memberId')
    .leftJoin('request', 'request.id', 'audit_entry.subjectId')
    .leftJoin('portal_user', (join) =>
      join
        .onRef('portal_user.memberId', '=', 'audit_entry.memberId')
        .onRef('portal_user.userId', '=', 'audit_entry.userId')
    )
    .selectAll('audit_entry')
    .select(['portal.domain', 'request.number', 'portal_user.name as userName'])
  if (search.kind !== null) query = query.where('audit_entry.kind', '=', search.kind)
  if (search.partner !== null) query = query.where('audit_entry.partnerCode', 'in', partnersNamed(db, search.partner))
  if (search.subjectId !== null) query = query.where('audit_entry.subjectId', '=', search.subjectId)
  if (search.number !== null) query = query.where('request.number', '=', search.number)
  if (search.portal !== null) query = query.where('audit_entry.memberId', 'in', portalsNamed(db, search.portal))
  if (search.memberId !== null) query = query.where('audit_entry.memberId', '=', search.memberId)
  if (search.from !== null) query = query.where('audit_entry.at', '>=', search.from)
  if (search.to !== null) query = query.where('audit_entry.at', '<', search.to)
  if (search.before !== null) query = query.where('audit_entry.seq', '<', search.before)
  return query.orderBy('audit_entry.seq', 'desc').limit(search.limit).execute()
}

const partOf = (text: string) =>
  sql<string>`${`%${text.toLowerCase().replace(/[!%_]/g, (sign) => `!${sign}`)}%`} escape '!'`

const partnersNamed = (db: Db, words: string) =>
  db
    .selectFrom('partner')
    .select('partner.code')
    .where((one) =>
      one.or([one('partner.code', '=', words), one(sql<string>`lower(partner.name)`, 'like', partOf(words))])
    )

const portalsNamed = (db: Db, words: string) =>
  db
    .selectFrom('portal')
    .select('portal.memberId')
    .where((one) =>
      one.or([one('portal.memberId', '=', words), one(sql<string>`lower(portal.domain)`, 'like', partOf(words))])
    )
