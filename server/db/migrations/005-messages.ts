import { sql } from 'kysely'
import type { Migrate } from './index.ts'

export const messages: Migrate = async (schema, shape) => {
  await schema.schema
    .createTable('webhook_message')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('route', 'text', (column) => column.notNull())
    .addColumn('bodyHash', 'text', (column) => column.notNull())
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('receivedAt', 'text', (column) => column.notNull())
    .execute()
  await schema.schema.createIndex('webhook_message_received').on('webhook_message').column('receivedAt').execute()

  await schema.schema
    .createTable('portal_event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('memberId', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('ts', 'bigint')
    .addColumn('receivedAt', 'text', (column) => column.notNull())
    .addColumn('handledAt', 'text')
    .execute()
  await sql`create index portal_event_waiting on portal_event ("memberId", id) where "handledAt" is null`.execute(
    schema
  )
  await schema.schema.createIndex('portal_event_received').on('portal_event').column('receivedAt').execute()

  await schema.schema
    .createTable('job')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('queue', 'text')
    .addColumn('dedupeKey', 'text')
    .addColumn('dueAt', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('lockedBy', 'text')
    .addColumn('lockedUntil', 'text')
    .addColumn('lastError', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute()
  await sql`create index job_due on job ("dueAt", id) where "lockedBy" is null`.execute(schema)
  await sql`create index job_locked on job ("lockedUntil") where "lockedBy" is not null`.execute(schema)
  await sql`create unique index job_one_per_queue on job (queue) where "lockedBy" is not null`.execute(schema)
  await sql`create unique index job_waiting_once on job ("dedupeKey") where "lockedBy" is null`.execute(schema)

  await schema.schema
    .createTable('change')
    .addColumn('seq', shape.serial, (column) =>
      shape.engine === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey()
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subjectId', 'text', (column) => column.notNull())
    .addColumn('partnerCode', 'text')
    .addColumn('country', 'text')
    .addColumn('subdivision', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await schema.schema.createIndex('change_at').on('change').column('at').execute()

  await schema.schema
    .createTable('audit_entry')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('memberId', 'text')
    .addColumn('userId', 'integer')
    .addColumn('partnerCode', 'text')
    .addColumn('subjectId', 'text')
    .addColumn('reason', 'text')
    .addColumn('previousHash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await schema.schema.createIndex('audit_entry_subject').on('audit_entry').columns(['subjectId', 'seq']).execute()

  await schema.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addCheckConstraint('audit_head_single', sql`id = 1`)
    .execute()
  await schema
    .insertInto('audit_head')
    .values({ id: 1, seq: 0, hash: '0'.repeat(64) })
    .execute()
}
