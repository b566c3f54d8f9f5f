import type { Db } from '../../db/database.ts'
import type { AuditEntryTable } from '../../db/tables/message.ts'

/** What was done to the settings of a portal, newest first. */
export async function listSettingsEntries(
  db: Db,
  memberId: string,
  limit: number
): Promise<Pick<AuditEntryTable, 'at' | 'userId' | 'reason'>[]> {
  return db
    .selectFrom('audit_entry')
    .select(['at', 'userId', 'reason'])
    .where('kind', '=', 'settings.changed')
    .where('memberId', '=', memberId)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
}
