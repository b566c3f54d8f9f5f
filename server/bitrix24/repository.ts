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

export async function listBudgets(db: Db, memberId: string, methods: string[]): Promise<PortalBudgetTable[]> {
  if (methods.length === 0) return []
  return db
    .selectFrom('portal_budget')
    .selectAll()
    .where('memberId', '=', memberId)
    .where('method', 'in', methods)
    .execute()
}

export async function saveBudget(db: Db, budget: PortalBudgetTable): Promise<void> {
  const { usedS, resetAt, blockedUntil } = budget
  await db
    .insertInto('portal_budget')
    .values(budget)
    .onConflict((conflict) => conflict.columns(['memberId', 'method']).doUpdateSet({ usedS, resetAt, blockedUntil }))
    .execute()
}
