import { sql } from 'kysely'
import type { Migrate } from './index.ts'

/** For the list of open requests that nobody has reserved, and for counting whom each of them reaches. */
export const untakenRequests: Migrate = async (schema) => {
  await sql`create index request_untaken on request ("releasedAt", number)
    where state = 'open' and "freeSlots" = "maxPartners"`.execute(schema)
  await schema.schema.createIndex('partner_home').on('partner').column('homeCountry').execute()
}
