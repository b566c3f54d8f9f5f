import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { copyStore } from '../../server/db/copy-store.ts'
import { openDatabase, type Db } from '../../server/db/database.ts'
import { isUniqueViolation } from '../../server/db/dialect.ts'
import { migrate, pendingMigrations } from '../../server/db/migrate.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import { onCommit, transact } from '../../server/db/transaction.ts'
import { alsoOpen, forEachDatabase } from '../support/databases.ts'
import { insert, jobRow } from '../support/rows.ts'
import { freshStore, storeConfig } from '../support/stores.ts'

const run = promisify(execFile)
const source = (path: string) => new URL(`../../${path}`, import.meta.url).href
/** What a process does first. */
const STARTING = `
  const { openDatabase } = await import('${source('server/db/database.ts')}')
  const { migrate } = await import('${source('server/db/migrate.ts')}')
  const { storeConfig } = await import('${source('test/support/stores.ts')}')
  const db = openDatabase(storeConfig(process.argv[1]))
  await migrate(db)
  await db.destroy()`

forEachDatabase((engine, open) => {
  it('has every migration, and running them again changes nothing', async () => {
    const db = await open()
    await insert.partner(db, { code: 'kept' })
    const before = await columnsOf(db)
    await migrate(db)
    await migrate(db)
    expect(await pendingMigrations(db)).toEqual([])
    expect(await columnsOf(db)).toEqual(before)
    expect(await db.selectFrom('partner').select('code').execute()).toEqual([{ code: 'kept' }])
    const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
    expect(done.rows.map((row) => row.name)).toEqual(Object.keys(migrations).sort())
  })

  it('is brought up by several processes that start at once', async () => {
    const store = await freshStore(engine)
    const start = () => run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', STARTING, store.url])
    await Promise.all([start(), start(), start()])
    const db = openDatabase(storeConfig(store.url))
    expect(await pendingMigrations(db)).toEqual([])
    await db.destroy()
    await store.remove()
  })

  it('is opened while another process keeps it locked', async () => {
    const db = await open()
    const starting = await alsoOpen(db)
    await transact(db, async (trx) => {
      await trx.insertInto('job').values(jobRow()).execute()
      await migrate(starting)
    })
    expect(await db.selectFrom('job').select('kind').execute()).toHaveLength(1)
  })

  it('stays as it was when a migration fails half-way', async () => {
    const db = await open()
    const before = await columnsOf(db)
    migrations['999-fails'] = async (schema) => {
      await schema.schema.createTable('half').addColumn('id', 'text').execute()
      throw new Error('half-way')
    }
    await expect(migrate(db)).rejects.toThrow('unchanged')
    delete migrations['999-fails']
    expect(await columnsOf(db)).toEqual(before)
    await migrate(db)
  })

  it('enforces what the tables promise', async () => {
    const db = await open()
    const partner = await insert.partner(db)
    const request = await insert.request(db)
    await insert.reservation(db, { requestId: request.id, partnerCode: partner.code })
    const another = await insert.partner(db)
    const broken = [
      insert.reservation(db, { requestId: request.id, partnerCode: partner.code, slot: 2 }),
      insert.reservation(db, { requestId: request.id, partnerCode: another.code, slot: 1 }),
      insert.reservation(db, { requestId: request.id, partnerCode: another.code, slot: 6 }),
      insert.reservation(db, { requestId: 'nowhere', partnerCode: partner.code, slot: 2 }),
      insert.request(db, { freeSlots: -1 }),
      insert.request(db, { freeSlots: 6 }),
      insert.request(db, { externalId: request.externalId })
    ]
    expect((await Promise.allSettled(broken)).map((one) => one.status)).toEqual(broken.map(() => 'rejected'))
    expect(await db.selectFrom('reservation').selectAll().execute()).toHaveLength(1)
  })

  it('names a violated key alike, whichever key it is', async () => {
    const db = await open()
    const job = jobRow({ dedupeKey: 'once' })
    await db.insertInto('job').values(job).execute()
    for (const twin of [job, jobRow({ dedupeKey: 'once' })])
      await expect(db.insertInto('job').values(twin).execute()).rejects.toSatisfy(isUniqueViolation)
  })

  it('runs transactions of two processes one after the other on the same row, and rolls back what fails', async () => {
    const db = await open()
    const other = await alsoOpen(db)
    await insert.request(db, { id: 'contended', freeSlots: 5 })
    const take = (store: Db) =>
      transact(store, async (trx) => {
        const row = await trx.updateTable('request').set({ id: 'contended' }).returning('freeSlots').executeTakeFirst()
        await trx
          .updateTable('request')
          .set({ freeSlots: row!.freeSlots - 1 })
          .execute()
      })
    await Promise.all([db, other, db, other].map(take))
    await expect(
      transact(db, async (trx) => {
        await trx.updateTable('request').set({ freeSlots: 5 }).execute()
        throw new Error('thought better of it')
      })
    ).rejects.toThrow('thought better')
    expect(await db.selectFrom('request').select('freeSlots').execute()).toEqual([{ freeSlots: 1 }])
  })

  it('tells of commits, and of nothing that was rolled back', async () => {
    const db = await open()
    let commits = 0
    const stop = onCommit(db, () => commits++)
    await transact(db, (trx) => trx.insertInto('job').values(jobRow()).execute())
    await transact(db, () => Promise.reject(new Error('no'))).catch(() => undefined)
    expect(commits).toBe(1)
    stop()
    await transact(db, (trx) => trx.insertInto('job').values(jobRow()).execute())
    expect(commits).toBe(1)
  })

  it('takes the contents of a SQLite store and counts on from there', async () => {
    const file = await freshStore('sqlite')
    const from = openDatabase(storeConfig(file.url))
    await migrate(from)
    const to = await open()
    const partner = await insert.partner(from)
    const request = await insert.request(from)
    const reservation = await insert.reservation(from, { requestId: request.id, partnerCode: partner.code })
    const items = Array.from({ length: 500 }, (_, index) => ({
      ...{ memberId: 'member', entityTypeId: 2, entityId: (index * 211) % 500, reservationId: reservation.id }
    }))
    await from.insertInto('crm_item').values(items).execute()
    const counts = await copyStore(from, to)
    expect(counts.filter(({ rows, copied }) => rows !== copied)).toEqual([])
    expect((await insert.request(to)).number).toBeGreaterThan(request.number)
    await from.destroy()
    await file.remove()
  })

  if (engine === 'sqlite')
    it('waits for the disk at every commit, also in a file that is opened again', async () => {
      const store = await freshStore('sqlite')
      for (let start = 0; start < 2; start++) {
        const db = openDatabase(storeConfig(store.url))
        await migrate(db)
        const pragma = async (name: string) =>
          (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)).rows[0]
        expect(await pragma('synchronous')).toEqual({ synchronous: 2 })
        expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' })
        expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 })
        await db.destroy()
      }
      await store.remove()
    })
})

async function columnsOf(db: Db): Promise<unknown> {
  const tables = await db.introspection.getTables()
  return tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }))
}
