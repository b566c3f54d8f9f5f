import { sql } from 'kysely'
import type { Migrate } from './index.ts'

export const people: Migrate = async (schema) => {
  await schema.schema
    .createTable('portal_user')
    .addColumn('memberId', 'text', (column) => column.notNull().references('portal.memberId').onDelete('cascade'))
    .addColumn('userId', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('lang', 'text')
    .addColumn('seenAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('portal_user_key', ['memberId', 'userId'])
    .execute()
  await sql`insert into portal_user ("memberId", "userId", name, lang, "seenAt")
    select "memberId", "userId", max("userName"), null, max("reservedAt") from reservation
    where "userName" <> '' group by "memberId", "userId"`.execute(schema)
}
