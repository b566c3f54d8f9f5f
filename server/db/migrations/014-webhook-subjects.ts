import { sql } from 'kysely'
import type { Migrate } from './index.ts'

/** Which request an accepted message became or changed, as its answer says: for finding all messages of a request. */
export const webhookSubjects: Migrate = async (schema, { engine }) => {
  await schema.schema.alterTable('webhook_message').addColumn('subjectId', 'text').execute()
  await schema.schema
    .createTable('webhook_part')
    .addColumn('messageId', 'text', (column) => column.notNull().references('webhook_message.id').onDelete('cascade'))
    .addColumn('subjectId', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('webhook_part_key', ['messageId', 'subjectId'])
    .execute()
  const isSqlite = engine === 'sqlite'
  const id = isSqlite ? sql`json_extract(answer, '$.id')` : sql`answer::json->>'id'`
  await sql`update webhook_message set "subjectId" = ${id} where route = '/webhooks/requests'`.execute(schema)
  const [part, parts] = isSqlite
    ? [sql`json_extract(part.value, '$.id')`, sql`json_each(answer, '$.results') as part`]
    : [sql`part->>'id'`, sql`json_array_elements(answer::json->'results') as part`]
  await sql`insert into webhook_part ("messageId", "subjectId")
    select distinct webhook_message.id, ${part} from webhook_message, ${parts}
    where route = '/webhooks/requests/batch' and ${part} is not null`.execute(schema)
  await sql`create index webhook_message_subject on webhook_message ("subjectId", "receivedAt")
    where "subjectId" is not null`.execute(schema)
  await schema.schema.createIndex('webhook_part_subject').on('webhook_part').column('subjectId').execute()
}
