import type { Migrate } from './index.ts'

export const intake: Migrate = async (schema) => {
  await schema.schema
    .createTable('intake_failure')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('route', 'text', (column) => column.notNull())
    .addColumn('externalId', 'text')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('errors', 'text', (column) => column.notNull())
    .addColumn('sealedBody', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('receivedAt', 'text', (column) => column.notNull())
    .addColumn('replayedAt', 'text')
    .execute()
  await schema.schema.createIndex('intake_failure_received').on('intake_failure').column('receivedAt').execute()
  await schema.schema.createIndex('intake_failure_of').on('intake_failure').column('externalId').execute()
  await schema.schema
    .alterTable('webhook_message')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  await schema.schema
    .alterTable('purchase')
    .addColumn('pushedAt', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
}
