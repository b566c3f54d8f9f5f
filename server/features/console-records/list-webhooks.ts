import { z } from 'zod'
import type { WebhookRecord } from '../../../shared/contract/console-records.ts'
import type { WEBHOOK_ROUTES } from '../../../shared/codes.ts'
import type { AppContext } from '../../context.ts'
import { requestNumber } from '../../ids.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import {
  findMeant,
  listNamedPartners,
  listNumbers,
  listSales,
  listWebhooks,
  type RequestName,
  type WebhookRow
} from './repository.ts'

interface Query {
  state?: WebhookRow['state'] | undefined
  route?: (typeof WEBHOOK_ROUTES)[number] | undefined
  q?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** What was pushed and what became of it. Bodies hold contacts and stay where they are. */
export async function listWebhookLog(
  ctx: AppContext,
  query: Query
): Promise<{ items: WebhookRecord[]; nextCursor: string | null }> {
  const key = query.cursor === undefined ? null : readListCursor(query.cursor, z.tuple([z.string(), z.string()]))
  const q = query.q ?? ''
  const rows = await listWebhooks(ctx.db, {
    state: query.state ?? null,
    route: query.route ?? null,
    about: q === '' ? null : { id: q, requests: await findMeant(ctx.db, { text: q, number: numberIn(q) }) },
    before: key && { receivedAt: key[0], id: key[1] },
    limit: query.limit + 1
  })
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.receivedAt, row.id])
  return { items: await presentWebhooks(ctx, items), nextCursor }
}

const PARTNERS = '/webhooks/partners'
const PURCHASES = '/webhooks/purchases'

export async function presentWebhooks(ctx: AppContext, rows: WebhookRow[]): Promise<WebhookRecord[]> {
  const records = rows.map((row) => {
    const answer = row.answer === null ? null : (JSON.parse(row.answer) as unknown)
    return { ...row, answer, errors: JSON.parse(row.errors) as WebhookRecord['errors'], ...subjectOf(answer) }
  })
  const idsOf = (isOf: (route: string) => boolean) =>
    records.flatMap(({ route, subject }) => (subject !== null && isOf(route) ? [subject] : []))
  const sales = new Map(
    (
      await listSales(
        ctx.db,
        idsOf((route) => route === PURCHASES)
      )
    ).map((one) => [one.externalId, one])
  )
  const codes = [...idsOf((route) => route === PARTNERS), ...[...sales.values()].map((one) => one.partnerCode)]
  const ids = [...idsOf((route) => route !== PARTNERS && route !== PURCHASES)]
  for (const { requestId } of sales.values()) if (requestId !== null) ids.push(requestId)
  const partners = new Map((await listNamedPartners(ctx.db, codes)).map((one) => [one.code, one]))
  const requests = new Map((await listNumbers(ctx.db, ids)).map((one) => [one.id, one]))
  return records.map(({ subject, ...record }) => {
    const sale = record.route === PURCHASES ? sales.get(subject ?? '') : undefined
    const code = sale?.partnerCode ?? (record.route === PARTNERS ? subject : null)
    const found = requests.get((record.route === PURCHASES ? sale?.requestId : subject) ?? '')
    return {
      ...record,
      externalId: (record.route === PURCHASES ? subject : found?.externalId) ?? record.externalId,
      request: found ? presentNumber(found) : null,
      partner: partners.get(code ?? '') ?? null
    }
  })
}

export const presentNumber = ({ id, number, state }: RequestName) => ({ id, number: requestNumber(number), state })

/** People quote `R-000123`. */
function numberIn(q: string): number | null {
  const digits = /^r-0*(\d{1,9})$/i.exec(q)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** What a message was about, as it was answered; a batch is about several. */
function subjectOf(answer: unknown): { subject: string | null; parts: number } {
  const { id, results } = (answer ?? {}) as { id?: unknown; results?: unknown }
  return { subject: typeof id === 'string' ? id : null, parts: Array.isArray(results) ? results.length : 0 }
}
