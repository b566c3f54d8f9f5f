import { sql } from 'kysely'
import type { Migrate } from './index.ts'

export const staffConsole: Migrate = async (schema) => {
  await schema.schema.alterTable('request').addColumn('mergedInto', 'text').execute()
  await sql`create index request_merged on request ("mergedInto") where "mergedInto" is not null`.execute(schema)
  await schema.schema.alterTable('partner').addColumn('staffSuspendedUntil', 'text').execute()
  await schema.schema.alterTable('partner').addColumn('staffSuspensionReason', 'text').execute()
  await sql`create index dispute_open on dispute (id) where state = 'open'`.execute(schema)
  await sql`create index reservation_win_pending on reservation (id) where review = 'win_pending'`.execute(schema)
  await schema.schema.createIndex('audit_entry_kind').on('audit_entry').columns(['kind', 'seq']).execute()
  await schema.schema.createIndex('audit_entry_partner').on('audit_entry').columns(['partnerCode', 'seq']).execute()
  await schema.schema.createIndex('request_received').on('request').column('receivedAt').execute()
}
