import type { Migrate } from './index.ts'

/** What a budget held was good for ten minutes: nothing is carried over. */
export const portalLimits: Migrate = async (schema) => {
  await schema.schema.dropTable('portal_budget').execute()
  await schema.schema
    .createTable('portal_budget')
    .addColumn('memberId', 'text', (column) => column.notNull().references('portal.memberId').onDelete('cascade'))
    .addColumn('method', 'text', (column) => column.notNull())
    .addColumn('usedS', 'double precision', (column) => column.notNull())
    .addColumn('resetAt', 'text', (column) => column.notNull())
    .addColumn('blockedUntil', 'text')
    .addPrimaryKeyConstraint('portal_budget_key', ['memberId', 'method'])
    .execute()
  await schema.schema.alterTable('portal').addColumn('heldUntil', 'text').execute()
}
