import { beforeAll, describe, expect, it } from 'vitest'
import { audit, hashOf } from '../../server/audit/audit.ts'
import { listEntries, listEntriesOf } from '../../server/audit/repository.ts'
import * as calls from '../../server/bitrix24/repository.ts'
import { announce, deleteChangesBefore, listChangesAfter, listChangesAt } from '../../server/changes/repository.ts'
import type { Db } from '../../server/db/database.ts'
import { transact } from '../../server/db/transaction.ts'
import { ContactVault } from '../../server/vault/contact-vault.ts'
import { Keys } from '../../server/vault/keys.ts'
import { alsoOpen, forEachDatabase } from '../support/databases.ts'
import { at, insert, NOW } from '../support/rows.ts'

forEachDatabase((_engine, open) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })

  describe('the audit chain', () => {
    it('has no gap and no fork, however many processes write at once', async () => {
      const store = await open()
      const other = await alsoOpen(store)
      const note = (target: Db, subjectId: string) =>
        transact(target, (trx) => audit(trx, { at: NOW, kind: 'contact.revealed', userId: 7, subjectId }))
      await Promise.all(Array.from({ length: 24 }, (_, index) => note(index % 2 ? store : other, `r${index % 3}`)))
      const entries = await listEntries(store, 0, 100)
      expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
      let previous = '0'.repeat(64)
      for (const entry of entries) {
        expect(entry.previousHash).toBe(previous)
        expect(hashOf(entry)).toBe(entry.hash)
        previous = entry.hash
      }
      expect(await listEntriesOf(store, 'r1')).toHaveLength(8)
      expect((await listEntries(store, 20, 2)).map((entry) => entry.seq)).toEqual([21, 22])
    })

    it('shows what was changed afterwards', async () => {
      const store = await open()
      for (const reason of ['first', 'second'])
        await transact(store, (trx) => audit(trx, { at: NOW, kind: 'request.released', reason }))
      await store.updateTable('audit_entry').set({ reason: 'other' }).where('seq', '=', 1).execute()
      const [first, second] = await listEntries(store, 0, 2)
      expect(hashOf(first!)).not.toBe(first!.hash)
      expect(second!.previousHash).toBe(first!.hash)
    })

    it('holds nothing of a transaction that failed', async () => {
      const store = await open()
      const failing = transact(store, async (trx) => {
        await audit(trx, { at: NOW, kind: 'contact.revealed' })
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      await transact(store, (trx) => audit(trx, { at: NOW, kind: 'contact.revealed' }))
      expect((await listEntries(store, 0, 9)).map((entry) => entry.seq)).toEqual([1])
    })
  })

  describe('news for the streams', () => {
    it('are read since a number or by their numbers, in order, and go after their time', async () => {
      const store = await open()
      const tell = (subjectId: string, when: string, audience: Parameters<typeof announce>[3]) =>
        transact(store, (trx) => announce(trx, 'request.new', subjectId, audience, when))
      await tell('old', at(-10), { partnerCode: 'p' })
      await tell('one', at(-2), { country: 'DE', subdivision: 'DE-BE' })
      await tell('two', at(-1), { partnerCode: 'p' })
      const [old, ...since] = await listChangesAfter(store, 0)
      expect(since.map((change) => change.subjectId)).toEqual(['one', 'two'])
      expect(since[0]).toMatchObject({ kind: 'request.new', country: 'DE', subdivision: 'DE-BE', partnerCode: null })
      expect(since[1]).toMatchObject({ country: null, subdivision: null, partnerCode: 'p' })
      expect((await listChangesAfter(store, since[0]!.seq)).map((change) => change.subjectId)).toEqual(['two'])
      const absent = since[1]!.seq + 1
      expect(await listChangesAt(store, [absent, since[1]!.seq, old!.seq])).toEqual([old, since[1]])
      await deleteChangesBefore(store, at(-5))
      expect(await listChangesAfter(store, 0)).toEqual(since)
    })
  })

  describe('the vault', () => {
    const vault = new ContactVault(new Keys(Buffer.alloc(32, 3)))
    const record = (name: string) => ({ contact: { name }, original: { summary: 'secret wish', description: null } })

    it('keeps a record that nobody reads from the table, each under a key of its own', async () => {
      const [one, other] = [await insert.request(db), await insert.request(db)]
      await vault.put(db, one.id, record('Erika'), NOW)
      await vault.put(db, other.id, record('Erika'), NOW)
      const rows = await db.selectFrom('request_contact').selectAll().execute()
      expect(JSON.stringify(rows)).not.toMatch(/Erika|secret/)
      expect(new Set(rows.map((row) => row.sealed)).size).toBe(rows.length)
      expect(await vault.find(db, one.id)).toEqual(record('Erika'))
      expect([...(await vault.list(db, [one.id, other.id, 'nothing'])).keys()].sort()).toEqual(
        [one.id, other.id].sort()
      )
    })

    it('opens no record that was moved to another request', async () => {
      const [one, other] = [await insert.request(db), await insert.request(db)]
      await vault.put(db, one.id, record('One'), NOW)
      await vault.put(db, other.id, record('Other'), NOW)
      const row = await db
        .selectFrom('request_contact')
        .selectAll()
        .where('requestId', '=', one.id)
        .executeTakeFirstOrThrow()
      await db
        .updateTable('request_contact')
        .set({ ...row, requestId: other.id })
        .where('requestId', '=', other.id)
        .execute()
      await expect(vault.find(db, other.id)).rejects.toThrow()
    })

    it('forgets the record and its fingerprints', async () => {
      const { id } = await insert.request(db)
      await vault.put(db, id, record('Gone'), NOW)
      await db.insertInto('request_fingerprint').values({ requestId: id, kind: 'phone', hash: 'h' }).execute()
      await vault.destroy(db, id)
      expect(await vault.find(db, id)).toBeUndefined()
      expect(await db.selectFrom('request_fingerprint').selectAll().where('requestId', '=', id).execute()).toEqual([])
    })
  })

  describe('calls of a portal', () => {
    const call = (id: string, memberId: string, minutes: number) =>
      calls.insertCall(db, {
        ...{
          id,
          memberId,
          method: 'crm.item.add',
          at: at(minutes),
          durationMs: 5,
          status: 200,
          outcome: 'ok',
          detail: null,
          failure: null
        }
      })

    it('are listed newest first, of this portal only, for some days', async () => {
      await call('c1', 'mine', -10)
      await call('c2', 'mine', -1)
      await call('c3', 'other', -1)
      expect((await calls.listCalls(db, 'mine', 10)).map(({ id }) => id)).toEqual(['c2', 'c1'])
      expect(await calls.listCalls(db, 'mine', 1)).toHaveLength(1)
      await calls.deleteCallsBefore(db, at(-5))
      expect((await calls.listCalls(db, 'mine', 10)).map(({ id }) => id)).toEqual(['c2'])
      expect(await calls.listCalls(db, 'other', 10)).toHaveLength(1)
    })

    it('know which method is to rest, portal by portal', async () => {
      const [one, other] = [await insert.portal(db), await insert.portal(db)]
      const budget = { memberId: one.memberId, method: 'crm.item.get', usedS: 470, resetAt: at(3) }
      for (const blockedUntil of [at(1), at(2)]) await calls.saveBudget(db, { ...budget, blockedUntil })
      const methods = ['crm.item.get', 'crm.item.add']
      expect(await calls.listBudgets(db, one.memberId, methods)).toEqual([{ ...budget, blockedUntil: at(2) }])
      expect(await calls.listBudgets(db, other.memberId, methods)).toEqual([])
      expect(await calls.listBudgets(db, one.memberId, [])).toEqual([])
    })
  })
})
