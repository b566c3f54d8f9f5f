import { sql, type SqlBool } from 'kysely'
import type { RequestState } from '../../../shared/codes.ts'
import type { WEBHOOK_STATES } from '../../../shared/contract/console-records.ts'
import type { Db } from '../../db/database.ts'
import type { PartnerTable } from '../../db/tables/partner.ts'
import { isUnanswered } from '../../webhooks/repository.ts'

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

/** Answered messages and kept failures as one log. What was refused first and taken when it was sent again stands there once. */
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
    .where(isUnanswered)
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

/** What a taken message was answered. */
export async function findWebhookAnswer(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('webhook_message').select('answer').where('id', '=', id).executeTakeFirst()
  return row?.answer ?? null
}

export type NamedPartner = Pick<PartnerTable, 'code' | 'name' | 'status'>

export async function listNamedPartners(db: Db, codes: string[]): Promise<NamedPartner[]> {
  if (codes.length === 0) return []
  return db.selectFrom('partner').select(['code', 'name', 'status']).where('code', 'in', codes).execute()
}

/** Who made a sale, and of which request if its sender said so. */
export async function listSales(
  db: Db,
  externalIds: string[]
): Promise<{ externalId: string; partnerCode: string; requestId: string | null }[]> {
  if (externalIds.length === 0) return []
  return db
    .selectFrom('purchase')
    .leftJoin('request', 'request.externalId', 'purchase.requestExternalId')
    .select(['purchase.externalId', 'purchase.partnerCode', 'request.id as requestId'])
    .where('purchase.externalId', 'in', externalIds)
    .execute()
}

export type RequestName = { id: string; number: number; externalId: string; state: RequestState }

export async function listNumbers(db: Db, ids: string[]): Promise<RequestName[]> {
  if (ids.length === 0) return []
  return db.selectFrom('request').select(['id', 'number', 'externalId', 'state']).where('id', 'in', ids).execute()
}
