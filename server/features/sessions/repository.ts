import type { Db } from '../../db/database.ts'
import type { UserMarkTable } from '../../db/tables/portal.ts'

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

type Mark = Omit<UserMarkTable, 'at'>

export async function hasMark(db: Db, { memberId, userId, mark }: Mark): Promise<boolean> {
  const row = await db
    .selectFrom('user_mark')
    .select('at')
    .where('memberId', '=', memberId)
    .where('userId', '=', userId)
    .where('mark', '=', mark)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertMark(db: Db, mark: UserMarkTable): Promise<void> {
  await db
    .insertInto('user_mark')
    .values(mark)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
