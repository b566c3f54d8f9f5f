import type { Migrate } from './index.ts'

/** Requests of a burst that were answered before they were read. */
export const deferredPushes: Migrate = async (schema) => {
  await schema.schema
    .createTable('deferred_push')
    .addColumn('requestId', 'text', (column) => column.primaryKey())
    .addColumn('externalId', 'text', (column) => column.notNull().unique())
    .addColumn('messageId', 'text', (column) => column.notNull())
    .addColumn('sealedBody', 'text', (column) => column.notNull())
    .addColumn('pushedAt', 'text', (column) => column.notNull())
    .addColumn('receivedAt', 'text', (column) => column.notNull())
    .execute()
}
