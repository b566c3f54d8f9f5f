import { sql } from 'kysely'
import { engineOf, type Db } from './database.ts'

/**
 * What was erased still stands in the pages of the write-ahead log until it is written over.
 * Throws while somebody reads an older state, so that it is tried again.
 */
export async function emptyJournal(db: Db): Promise<void> {
  if (engineOf(db) !== 'sqlite') return
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  if (rows[0]?.busy) throw new Error('the journal is in use')
}
