import { sql } from 'kysely'
import type { Migrate, Schema } from './index.ts'

export const requests: Migrate = async (schema, shape) => {
  await schema.schema
    .createTable('request')
    .addColumn('number', shape.serial, (column) =>
      shape.engine === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey()
    )
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('externalId', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('services', 'text', (column) => column.notNull())
    .addColumn('serviceBits', 'integer', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('country', 'text', (column) => column.notNull())
    .addColumn('subdivision', 'text')
    .addColumn('city', 'text')
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('clientRole', 'text')
    .addColumn('companySize', 'text')
    .addColumn('industry', 'text')
    .addColumn('users', 'integer')
    .addColumn('budgetAmount', 'double precision')
    .addColumn('budgetCurrency', 'text')
    .addColumn('budgetEur', 'double precision', (column) => column.notNull())
    .addColumn('timeframe', 'text')
    .addColumn('edition', 'text')
    .addColumn('source', 'text')
    .addColumn('valueClass', 'text', (column) => column.notNull())
    .addColumn('searchText', 'text', (column) => column.notNull())
    .addColumn('maxPartners', 'integer', (column) => column.notNull())
    .addColumn('freeSlots', 'integer', (column) => column.notNull())
    .addColumn('heldReasons', 'text', (column) => column.notNull())
    .addColumn('duplicateOf', 'text')
    .addColumn('wantedExpiresAt', 'text')
    .addColumn('hasConsent', 'integer', (column) => column.notNull())
    .addColumn('consentVersion', 'text')
    .addColumn('consentAt', 'text')
    .addColumn('receivedAt', 'text', (column) => column.notNull())
    .addColumn('releasedAt', 'text')
    .addColumn('expiresAt', 'text')
    .addColumn('closedAt', 'text')
    .addColumn('pushedAt', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addCheckConstraint('request_slots', sql`"maxPartners" between 1 and 5 and "freeSlots" between 0 and "maxPartners"`)
    .execute()

  // One partial keyset index for each sort and each kind of location: a page costs the same at any number of rows.
  for (const place of ['country', 'subdivision'])
    for (const [sort, key] of Object.entries(FEED_KEYS)) await createFeedIndex(schema, place, sort, key)
  await sql`create index request_expiry on request ("expiresAt") where state in ('open', 'full')`.execute(schema)
  await sql`create index request_state on request (state, number)`.execute(schema)

  await schema.schema
    .createTable('request_contact')
    .addColumn('requestId', 'text', (column) => column.primaryKey().references('request.id'))
    .addColumn('keyId', 'text', (column) => column.notNull())
    .addColumn('wrappedKey', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute()

  await schema.schema
    .createTable('request_fingerprint')
    .addColumn('requestId', 'text', (column) => column.notNull().references('request.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('request_fingerprint_key', ['requestId', 'kind', 'hash'])
    .execute()
  await schema.schema
    .createIndex('request_fingerprint_hash')
    .on('request_fingerprint')
    .columns(['kind', 'hash'])
    .execute()
}

const FEED_KEYS = {
  newest: '"releasedAt" desc, number desc, "valueClass", "serviceBits", "expiresAt"',
  expiring: '"expiresAt", number',
  slots: '"freeSlots" desc, number desc',
  budget: '"budgetEur" desc, number desc'
}

async function createFeedIndex(schema: Schema, place: string, sort: string, key: string): Promise<void> {
  const where = place === 'country' ? `state = 'open'` : `state = 'open' and subdivision is not null`
  await sql`create index ${sql.raw(`feed_${place}_${sort}`)} on request (${sql.raw(`${place}, ${key}`)}) where ${sql.raw(where)}`.execute(
    schema
  )
}
