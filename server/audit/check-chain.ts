import type { Db } from '../db/database.ts'
import type { AuditEntryTable } from '../db/tables/message.ts'
import { hashOf } from './audit.ts'
import { listEntries, readHead } from './repository.ts'

export interface Anchor {
  seq: number
  hash: string
}

export interface ChainReport {
  /** Entries that were looked at. */
  entries: number
  head: Anchor
  /** The first entry that is not as it was written, and how that shows. */
  broken: { seq: number; problem: 'missing' | 'changed' | 'replaced' } | null
}

const GENESIS = '0'.repeat(64)
const PAGE = 1000

/**
 * Reads the whole audit log and recomputes each link. Somebody who rewrites everything from some entry on is found
 * by an `anchor`: a head that was noted outside of the store earlier.
 */
export async function checkChain(db: Db, anchor?: Anchor): Promise<ChainReport> {
  const head = await readHead(db)
  let last: Anchor = { seq: 0, hash: GENESIS }
  for (;;) {
    const page = (await listEntries(db, last.seq, PAGE)).filter((entry) => entry.seq <= head.seq)
    for (const entry of page) {
      const problem = problemOf(entry, last, anchor)
      if (problem) return { entries: last.seq, head, broken: problem }
      last = { seq: entry.seq, hash: entry.hash }
    }
    if (page.length < PAGE) break
  }
  return { entries: last.seq, head, broken: endProblem(last, head, anchor) }
}

function problemOf(entry: AuditEntryTable, last: Anchor, anchor: Anchor | undefined): ChainReport['broken'] {
  const seq = last.seq + 1
  if (entry.seq !== seq) return { seq, problem: 'missing' }
  if (entry.previousHash !== last.hash || hashOf(entry) !== entry.hash) return { seq, problem: 'changed' }
  if (anchor?.seq === seq && anchor.hash !== entry.hash) return { seq, problem: 'replaced' }
  return null
}

function endProblem(last: Anchor, head: Anchor, anchor: Anchor | undefined): ChainReport['broken'] {
  if (last.seq < Math.max(head.seq, anchor?.seq ?? 0)) return { seq: last.seq + 1, problem: 'missing' }
  return last.hash === head.hash ? null : { seq: last.seq, problem: 'changed' }
}
