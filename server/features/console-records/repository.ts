import { sql, type SqlBool } from 'kysely'
import type { WEBHOOK_STATES } from '../../../shared/contract/console-records.ts'
import type { Db } from '../../db/database.ts'
import type { AuditEntryTable } from '../../db/tables/message.ts'

export interface WebhookRow {
  id: string
  route: string
  state: (typeof WEBHOOK_STATES)[number]
  answer: string | null
  code: string | null
  errors: string
  externalId: string | null
  attempts: number
  receivedAt: string
  replayedAt: string | null
}

/** Answered messages and kept failures as one log. */
function log(db: Db) {
  const answered = db
    .selectFrom('webhook_message')
    .select([
      'id',
      'route',
      sql<WebhookRow['state']>`'answered'`.as('state'),
      'answer',
      sql<string | null>`null`.as('code'),
      sql<string>`'[]'`.as('errors'),
      sql<string | null>`null`.as('externalId'),
      'attempts',
      'receivedAt',
      sql<string | null>`null`.as('replayedAt')
    ])
  const failed = db
    .selectFrom('intake_failure')
    .select([
      'id',
      'route',
      sql<WebhookRow['state']>`case when "replayedAt" is null then 'failed' else 'replayed' end`.as('state'),
      sql<string | null>`null`.as('answer'),
      'code',
      'errors',
      'externalId',
      'attempts',
      'receivedAt',
      'replayedAt'
    ])
  return { answered, failed }
}

/** The newest first. Each half is cut to a page by its own index before both are put together. */
export async function listWebhooks(
  db: Db,
  list: {
    state: WebhookRow['state'] | null
    q: string
    before: { receivedAt: string; id: string } | null
    limit: number
  }
): Promise<WebhookRow[]> {
  const { state, q, before, limit } = list
  let { answered, failed } = log(db)
  if (before) {
    const isOlder = sql<SqlBool>`("receivedAt", id) < (${before.receivedAt}, ${before.id})`
    answered = answered.where(isOlder)
    failed = failed.where(isOlder)
  }
  if (q !== '') {
    answered = answered.where('id', '=', q)
    failed = failed.where((one) => one.or([one('id', '=', q), one('externalId', '=', q)]))
  }
  if (state === 'failed') failed = failed.where('replayedAt', 'is', null)
  if (state === 'replayed') failed = failed.where('replayedAt', 'is not', null)
  const answeredPage = db
    .selectFrom(answered.orderBy('receivedAt', 'desc').orderBy('id', 'desc').limit(limit).as('half'))
    .selectAll()
    .$castTo<WebhookRow>()
  const failedPage = db
    .selectFrom(failed.orderBy('receivedAt', 'desc').orderBy('id', 'desc').limit(limit).as('half'))
    .selectAll()
    .$castTo<WebhookRow>()
  const wanted = state === null ? answeredPage.unionAll(failedPage) : state === 'answered' ? answeredPage : failedPage
  return wanted.orderBy('receivedAt', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

export async function findWebhook(db: Db, id: string): Promise<WebhookRow | undefined> {
  const { failed } = log(db)
  return failed.where('id', '=', id).executeTakeFirst()
}

export type AuditRow = AuditEntryTable & { domain: string | null; number: number | null }

export interface AuditSearch {
  kind: string | null
  partnerCode: string | null
  subjectId: string | null
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
    .selectAll('audit_entry')
    .select(['portal.domain', 'request.number'])
  if (search.kind !== null) query = query.where('audit_entry.kind', '=', search.kind)
  if (search.partnerCode !== null) query = query.where('audit_entry.partnerCode', '=', search.partnerCode)
  if (search.subjectId !== null) query = query.where('audit_entry.subjectId', '=', search.subjectId)
  if (search.memberId !== null) query = query.where('audit_entry.memberId', '=', search.memberId)
  if (search.from !== null) query = query.where('audit_entry.at', '>=', search.from)
  if (search.to !== null) query = query.where('audit_entry.at', '<', search.to)
  if (search.before !== null) query = query.where('audit_entry.seq', '<', search.before)
  return query.orderBy('audit_entry.seq', 'desc').limit(search.limit).execute()
}
