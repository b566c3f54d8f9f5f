import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Db } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { transact } from '../db/transaction.ts'
import { audit, hashOf } from './audit.ts'
import { checkChain } from './check-chain.ts'

let db: Db

beforeEach(async () => {
  db = openDatabase({ engine: 'sqlite', file: ':memory:' })
  await migrate(db)
  for (let index = 1; index <= 5; index++)
    await transact(db, (trx) =>
      audit(trx, { at: `2026-11-22T12:00:0${index}.000Z`, kind: 'contact.revealed', subjectId: `request-${index}` })
    )
})

describe('the check of the audit log', () => {
  it('finds an untouched log sound, and an empty one too', async () => {
    expect(await checkChain(db)).toMatchObject({ entries: 5, broken: null, head: { seq: 5 } })
    await db.deleteFrom('audit_entry').execute()
    await db
      .updateTable('audit_head')
      .set({ seq: 0, hash: '0'.repeat(64) })
      .execute()
    expect(await checkChain(db)).toMatchObject({ entries: 0, broken: null })
  })

  it('finds a changed entry', async () => {
    await db.updateTable('audit_entry').set({ subjectId: 'somebody else' }).where('seq', '=', 3).execute()
    expect((await checkChain(db)).broken).toEqual({ seq: 3, problem: 'changed' })
  })

  it('finds a changed entry whose own hash was made to fit', async () => {
    const entry = await db.selectFrom('audit_entry').selectAll().where('seq', '=', 3).executeTakeFirstOrThrow()
    const forged = { ...entry, userId: 99 }
    await db
      .updateTable('audit_entry')
      .set({ userId: 99, hash: hashOf(forged) })
      .where('seq', '=', 3)
      .execute()
    expect((await checkChain(db)).broken).toEqual({ seq: 4, problem: 'changed' })
  })

  it.each([[1], [3], [5]])('finds entry %i removed', async (seq) => {
    await db.deleteFrom('audit_entry').where('seq', '=', seq).execute()
    expect((await checkChain(db)).broken).toEqual({ seq, problem: 'missing' })
  })

  it('finds by a noted head that everything was rewritten, or cut off', async () => {
    const noted = (await checkChain(db)).head
    await db.deleteFrom('audit_entry').where('seq', '>', 3).execute()
    const third = await db.selectFrom('audit_entry').selectAll().where('seq', '=', 3).executeTakeFirstOrThrow()
    await db.updateTable('audit_head').set({ seq: 3, hash: third.hash }).execute()
    expect((await checkChain(db)).broken).toBeNull()
    expect((await checkChain(db, noted)).broken).toEqual({ seq: 4, problem: 'missing' })
    for (const kind of ['mail.opted_out', 'mail.opted_in'] as const)
      await transact(db, (trx) => audit(trx, { at: '2026-11-23T00:00:00.000Z', kind }))
    expect((await checkChain(db)).broken).toBeNull()
    expect((await checkChain(db, noted)).broken).toEqual({ seq: 5, problem: 'replaced' })
  })
})
