import type { Db } from '../db/database.ts'
import type { PortalBudgetTable, PortalCallTable } from '../db/tables/portal.ts'

export async function insertCall(db: Db, call: PortalCallTable): Promise<void> {
  await db.insertInto('portal_call').values(call).execute()
}

export async function listCalls(db: Db, memberId: string, limit: number): Promise<PortalCallTable[]> {
  return db
    .selectFrom('portal_call')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function deleteCallsBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('portal_call').where('at', '<', before).execute()
}

export async function findBudget(db: Db, memberId: string, method: string): Promise<PortalBudgetTable | undefined> {
  return db
    .selectFrom('portal_budget')
    .selectAll()
    .where('memberId', '=', memberId)
    .where('method', '=', method)
    .executeTakeFirst()
}

export async function saveBudget(db: Db, budget: PortalBudgetTable): Promise<void> {
  await db
    .insertInto('portal_budget')
    .values(budget)
    .onConflict((conflict) =>
      conflict.columns(['memberId', 'method']).doUpdateSet({ blockedUntil: budget.blockedUntil })
    )
    .execute()
}
