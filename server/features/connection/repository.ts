import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { PortalCallTable } from '../../db/tables/portal.ts'

export async function listTokens(db: Db, memberId: string) {
  return db
    .selectFrom('portal_token')
    .select(['userId', 'isDead', 'expiresAt', 'updatedAt'])
    .where('memberId', '=', memberId)
    .orderBy('updatedAt', 'desc')
    .execute()
}

export async function readQueue(db: Db, memberId: string): Promise<{ waiting: number; oldestDueAt: string | null }> {
  const row = await db
    .selectFrom('job')
    .select((job) => [job.fn.countAll<number>().as('waiting'), job.fn.min<string | null>('dueAt').as('oldestDueAt')])
    .where('queue', '=', memberId)
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting), oldestDueAt: row.oldestDueAt }
}

export async function countDeliveries(db: Db, memberId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('delivery')
    .select((delivery) => ['state', delivery.fn.countAll<number>().as('deliveries')])
    .where('memberId', '=', memberId)
    .groupBy('state')
    .execute()
  return new Map(rows.map((row) => [row.state, Number(row.deliveries)]))
}

export async function listBudgets(db: Db, memberId: string, now: string) {
  return db
    .selectFrom('portal_budget')
    .selectAll()
    .where('memberId', '=', memberId)
    .where('resetAt', '>', now)
    .orderBy('method')
    .execute()
}

export async function listCalls(
  db: Db,
  list: { memberId: string; words: string; outcome: 'ok' | 'failed' | null; before: string | null; limit: number }
): Promise<PortalCallTable[]> {
  let query = db.selectFrom('portal_call').selectAll().where('memberId', '=', list.memberId)
  if (list.before !== null) query = query.where('id', '<', list.before)
  if (list.outcome !== null) query = query.where('outcome', list.outcome === 'ok' ? '=' : '<>', 'ok')
  if (list.words !== '') {
    const pattern = `%${list.words.toLowerCase().replace(/[!%_]/g, (sign) => `!${sign}`)}%`
    const matches = (column: 'method' | 'detail') => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '!'`
    query = query.where((where) => where.or([matches('method'), matches('detail')]))
  }
  return query.orderBy('id', 'desc').limit(list.limit).execute()
}
