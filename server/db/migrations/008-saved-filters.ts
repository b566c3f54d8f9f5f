import type { Migrate } from './index.ts'

export const savedFilters: Migrate = async (schema) => {
  await schema.schema
    .createTable('saved_filter')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('memberId', 'text', (column) => column.notNull().references('portal.memberId').onDelete('cascade'))
    .addColumn('userId', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('filters', 'text', (column) => column.notNull())
    .addColumn('seenAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('saved_filter_name', ['memberId', 'userId', 'name'])
    .execute()
  await schema.schema
    .createTable('user_mark')
    .addColumn('memberId', 'text', (column) => column.notNull().references('portal.memberId').onDelete('cascade'))
    .addColumn('userId', 'integer', (column) => column.notNull())
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('user_mark_key', ['memberId', 'userId', 'mark'])
    .execute()
}
