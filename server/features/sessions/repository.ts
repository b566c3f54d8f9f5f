import type { Db } from '../../db/database.ts'

export async function hasAcceptedRules(
  db: Db,
  acceptance: { memberId: string; userId: number; version: string }
): Promise<boolean> {
  const row = await db
    .selectFrom('rules_acceptance')
    .select('at')
    .where('memberId', '=', acceptance.memberId)
    .where('userId', '=', acceptance.userId)
    .where('version', '=', acceptance.version)
    .executeTakeFirst()
  return row !== undefined
}
