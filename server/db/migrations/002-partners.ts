import { sql } from 'kysely'
import type { Migrate } from './index.ts'

export const partners: Migrate = async (schema) => {
  await schema.schema
    .createTable('partner')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('homeCountry', 'text', (column) => column.notNull())
    .addColumn('isApproved', 'integer', (column) => column.notNull())
    .addColumn('certifiedAt', 'text')
    .addColumn('certifiedUsers', 'text', (column) => column.notNull())
    .addColumn('email', 'text')
    .addColumn('domains', 'text', (column) => column.notNull())
    .addColumn('timeZone', 'text')
    .addColumn('activationCodeHash', 'text')
    .addColumn('suspendedUntil', 'text')
    .addColumn('suspensionReason', 'text')
    .addColumn('terminatedAt', 'text')
    .addColumn('pushedAt', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute()
  await schema.schema.createIndex('partner_activation').on('partner').column('activationCodeHash').execute()

  await schema.schema
    .createTable('partner_portal')
    .addColumn('partnerCode', 'text', (column) => column.notNull().references('partner.code'))
    .addColumn('portal', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('partner_portal_key', ['portal', 'partnerCode'])
    .execute()
  await schema.schema.createIndex('partner_portal_partner').on('partner_portal').column('partnerCode').execute()

  await schema.schema
    .createTable('partner_location')
    .addColumn('partnerCode', 'text', (column) => column.notNull().references('partner.code'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('partner_location_key', ['partnerCode', 'position'])
    .addUniqueConstraint('partner_location_code', ['partnerCode', 'code'])
    .addCheckConstraint('partner_location_position', sql`"position" between 1 and 20`)
    .execute()
  await schema.schema.createIndex('partner_location_by_code').on('partner_location').column('code').execute()

  await schema.schema
    .createTable('rating')
    .addColumn('partnerCode', 'text', (column) => column.primaryKey().references('partner.code'))
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('o', 'double precision', (column) => column.notNull())
    .addColumn('e', 'double precision', (column) => column.notNull())
    .addColumn('score', 'double precision', (column) => column.notNull())
    .addColumn('low', 'double precision', (column) => column.notNull())
    .addColumn('rating', 'integer', (column) => column.notNull())
    .addColumn('matured', 'integer', (column) => column.notNull())
    .addColumn('won', 'integer', (column) => column.notNull())
    .addColumn('lost', 'integer', (column) => column.notNull())
    .addColumn('dueAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute()
  await schema.schema.createIndex('rating_due').on('rating').column('dueAt').execute()

  await schema.schema
    .createTable('rating_point')
    .addColumn('partnerCode', 'text', (column) => column.notNull().references('partner.code'))
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('rating', 'integer', (column) => column.notNull())
    .addColumn('conversion', 'double precision')
    .addPrimaryKeyConstraint('rating_point_key', ['partnerCode', 'date'])
    .execute()
}
