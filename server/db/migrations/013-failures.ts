import type { Migrate } from './index.ts'

/** What kind of failure it was, beside the words in which it was told. */
export const failures: Migrate = async (schema) => {
  for (const table of ['portal_call', 'delivery', 'reservation_event'])
    await schema.schema.alterTable(table).addColumn('failure', 'text').execute()
}
