import { sql } from 'kysely'
import type { Migrate } from './index.ts'

export const news: Migrate = async (schema) => {
  await schema.schema.alterTable('purchase').addColumn('sealedProof', 'text').execute()
  await schema.schema.alterTable('win_proof').addColumn('sealedProof', 'text').execute()

  await schema.schema
    .createTable('erasure_confirmation')
    .addColumn('reservationId', 'text', (column) => column.primaryKey().references('reservation.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('memberId', 'text', (column) => column.notNull())
    .addColumn('userId', 'integer', (column) => column.notNull())
    .addColumn('userName', 'text', (column) => column.notNull())
    .execute()
  await sql`create index request_retention on request ("closedAt") where "closedAt" is not null and state <> 'erased'`.execute(
    schema
  )

  await schema.schema.alterTable('request').addColumn('spreadAt', 'text').execute()
  // What was released before is no news.
  await sql`update request set "spreadAt" = "releasedAt" where "releasedAt" is not null`.execute(schema)
  await sql`create index request_unspread on request (number) where "releasedAt" is not null and "spreadAt" is null`.execute(
    schema
  )

  await schema.schema
    .createTable('mail_digest')
    .addColumn('partnerCode', 'text', (column) => column.primaryKey().references('partner.code'))
    .addColumn('coveredTo', 'text', (column) => column.notNull())
    .addColumn('lastSentAt', 'text')
    .addColumn('digestId', 'text')
    .addColumn('digestTo', 'text')
    .addColumn('requestIds', 'text')
    .addColumn('lastError', 'text')
    .execute()
  await schema.schema
    .createTable('mail_opt_out')
    .addColumn('partnerCode', 'text', (column) => column.notNull().references('partner.code'))
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('mail_opt_out_key', ['partnerCode', 'email'])
    .execute()
}
