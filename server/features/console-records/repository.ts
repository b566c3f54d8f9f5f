import { sql, type SqlBool } from 'kysely'
import type { RequestState } from '../../../shared/codes.ts'
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
    route: string | null
    /** A message by its id, or all of some requests. */
    about: { id: string; requests: MeantRequest[] } | null
    before: { receivedAt: string; id: string } | null
    limit: number
  }
): Promise<WebhookRow[]> {
  const { state, route, about, before, limit } = list
  let { answered, failed } = log(db)
  if (before) {
    const isOlder = sql<SqlBool>`("receivedAt", id) < (${before.receivedAt}, ${before.id})`
    answered = answered.where(isOlder)
    failed = failed.where(isOlder)
  }
  if (route !== null) {
    // What came by Bitrix24’s own ways names its source behind a `#`.
    const isOfRoute = sql<SqlBool>`(route = ${route} or (route > ${`${route}#`} and route < ${`${route}$`}))`
    answered = answered.where(isOfRoute)
    failed = failed.where(isOfRoute)
  }
  if (about !== null) {
    const ids = about.requests.map(({ id }) => id)
    const names = [about.id, ...about.requests.map(({ externalId }) => externalId)]
    answered = answered.where((one) =>
      one.or([
        one('id', '=', about.id),
        ...(ids.length === 0 ? [] : [one('subjectId', 'in', ids), one('id', 'in', batchesWith(db, ids))])
      ])
    )
    failed = failed.where((one) => one.or([one('id', '=', about.id), one('externalId', 'in', names)]))
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

const batchesWith = (db: Db, requestIds: string[]) =>
  db.selectFrom('webhook_part').select('messageId').where('subjectId', 'in', requestIds)

interface MeantRequest {
  id: string
  externalId: string
}

/** Which requests somebody means by an external id, a number or an id. */
export async function findMeant(db: Db, meant: { text: string; number: number | null }): Promise<MeantRequest[]> {
  return db
    .selectFrom('request')
    .select(['id', 'externalId'])
    .where((one) =>
      one.or([
        one('externalId', '=', meant.text),
        one('id', '=', meant.text),
        ...(meant.number === null ? [] : [one('number', '=', meant.number)])
      ])
    )
    .execute()
}

export async function findWebhook(db: Db, id: string): Promise<WebhookRow | undefined> {
  const { failed } = log(db)
  return failed.where('id', '=', id).executeTakeFirst()
}

export async function listNumbers(
  db: Db,
  ids: string[]
): Promise<{ id: string; number: number; externalId: string; state: RequestState }[]> {
  if (ids.length === 0) return []
  return db.selectFrom('request').select(['id', 'number', 'externalId', 'state']).where('id', 'in', ids).execute()
}

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
