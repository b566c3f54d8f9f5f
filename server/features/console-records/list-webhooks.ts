import { z } from 'zod'
import type { WebhookRecord } from '../../../shared/contract/console-records.ts'
import type { WEBHOOK_ROUTES } from '../../../shared/codes.ts'
import type { AppContext } from '../../context.ts'
import { requestNumber } from '../../ids.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { findMeant, listNumbers, listWebhooks, type WebhookRow } from './repository.ts'

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

export async function presentWebhooks(ctx: AppContext, rows: WebhookRow[]): Promise<WebhookRecord[]> {
  const records = rows.map((row) => ({
    ...row,
    answer: row.answer === null ? null : (JSON.parse(row.answer) as unknown),
    errors: JSON.parse(row.errors) as WebhookRecord['errors']
  }))
  const ids = records.flatMap(({ answer }) => idIn(answer) ?? [])
  const requests = new Map((await listNumbers(ctx.db, ids)).map((one) => [one.id, one]))
  return records.map((record) => {
    const found = requests.get(idIn(record.answer) ?? '')
    if (!found) return { ...record, request: null }
    const { id, number, externalId, state } = found
    return { ...record, externalId, request: { id, number: requestNumber(number), state } }
  })
}

/** People quote `R-000123`. */
function numberIn(q: string): number | null {
  const digits = /^r-0*(\d{1,9})$/i.exec(q)?.[1]
  return digits === undefined ? null : Number(digits)
}

function idIn(answer: unknown): string | undefined {
  const { id } = (answer ?? {}) as { id?: unknown }
  return typeof id === 'string' ? id : undefined
}
