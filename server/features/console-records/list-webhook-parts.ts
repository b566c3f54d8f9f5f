import { z } from 'zod'
import type { WebhookPart } from '../../../shared/contract/console-records.ts'
import { batchAnswer } from '../../../shared/contract/staff-webhooks.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { presentNumber } from './list-webhooks.ts'
import { findWebhookAnswer, listNumbers } from './repository.ts'

interface Query {
  id: string
  limit: number
  cursor?: string | undefined
}

/** What became of each request of a batch, in the order in which they stood in it. */
export async function listWebhookParts(
  ctx: AppContext,
  { id, limit, cursor }: Query
): Promise<{ items: WebhookPart[]; nextCursor: string | null }> {
  const answer = await findWebhookAnswer(ctx.db, id)
  const batch = batchAnswer.safeParse(answer === null ? null : JSON.parse(answer))
  if (!batch.success) throw new AppError('not_found')
  const after = cursor === undefined ? -1 : readListCursor(cursor, z.tuple([z.number()]))[0]
  const later = batch.data.results.filter(({ index }) => index > after).slice(0, limit + 1)
  const { items, nextCursor } = pageOf(later, limit, ({ index }) => [index])
  const ids = items.flatMap((one) => ('id' in one ? [one.id] : []))
  const requests = new Map((await listNumbers(ctx.db, ids)).map((one) => [one.id, one]))
  return {
    nextCursor,
    items: items.map((one) => {
      const nothing = { index: one.index, request: null, externalId: null, code: null, errors: [], messageId: null }
      if ('code' in one) return { ...nothing, code: one.code, errors: one.errors, messageId: `${id}#${one.index}` }
      const found = requests.get(one.id)
      return found ? { ...nothing, request: presentNumber(found), externalId: found.externalId } : nothing
    })
  }
}
