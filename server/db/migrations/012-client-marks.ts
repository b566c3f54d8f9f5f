import { sql } from 'kysely'
import type { Migrate } from './index.ts'

/** Requests are looked up by what a client is recognised by, never by the marks of a partner: half of the index. */
export const clientMarks: Migrate = async (schema) => {
  await schema.schema.dropIndex('request_fingerprint_hash').execute()
  await sql`create index request_fingerprint_client on request_fingerprint (hash, kind)
    where kind in ('phone', 'email', 'company_name')`.execute(schema)
  await schema.schema.createIndex('intake_failure_replayed').on('intake_failure').column('replayedAt').execute()
}
