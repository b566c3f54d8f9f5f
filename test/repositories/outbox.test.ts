import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../server/db/database.ts'
import { transact } from '../../server/db/transaction.ts'
import { enqueue } from '../../server/outbox/enqueue.ts'
import {
  claimJobs,
  completeJob,
  countWaitingJobs,
  extendClaim,
  oldestDue,
  releaseJob,
  releaseStaleJobs
} from '../../server/outbox/repository.ts'
import { alsoOpen, forEachDatabase } from '../support/databases.ts'
import { at, insert, NOW } from '../support/rows.ts'

const claim = (db: Db, worker = 'one', limit = 10, now = NOW) => claimJobs(db, { now, until: at(1), worker, limit })
const again = (dueAt: string) => ({ dueAt, error: 'no answer', attemptSpent: true })
const notHere = () => false
const jobs = (db: Db) => db.selectFrom('job').selectAll().orderBy('id').execute()

forEachDatabase((_engine, open) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })
  const fresh = async () => {
    await db.deleteFrom('job').execute()
    return db
  }

  describe('claiming', () => {
    it('takes what is due, the oldest first, and counts the attempt', async () => {
      await fresh()
      await insert.job(db, { id: 'later', dueAt: at(1) })
      await insert.job(db, { id: 'second', dueAt: at(-1) })
      await insert.job(db, { id: 'first', dueAt: at(-2), attempts: 3 })
      expect(await oldestDue(db, NOW)).toBe(at(-2))
      const [one, ...others] = await claim(db, 'one', 1)
      expect(others).toEqual([])
      expect(one).toMatchObject({ id: 'first', attempts: 4, lockedBy: 'one', lockedUntil: at(1) })
      expect((await claim(db)).map((job) => job.id)).toEqual(['second'])
      expect(await claim(db)).toEqual([])
      expect(await oldestDue(db, NOW)).toBeUndefined()
    })

    it('takes one job of a queue, and the next when that is done', async () => {
      await fresh()
      for (let number = 0; number < 3; number++) {
        await insert.job(db, { id: `a${number}`, queue: 'a', dueAt: at(number - 9) })
        await insert.job(db, { id: `b${number}`, queue: 'b', dueAt: at(number - 9) })
        await insert.job(db, { id: `free${number}` })
      }
      const first = await claim(db)
      expect(first.map((job) => job.id).sort()).toEqual(['a0', 'b0', 'free0', 'free1', 'free2'])
      expect(await claim(db)).toEqual([])
      expect(await countWaitingJobs(db, 'a')).toBe(3)
      await completeJob(
        db,
        first.find((job) => job.id === 'a0')!
      )
      expect((await claim(db)).map((job) => job.id)).toEqual(['a1'])
      expect(await countWaitingJobs(db, 'a')).toBe(2)
    })

    it('is not held up by a long queue that is busy', async () => {
      await fresh()
      for (let number = 0; number < 60; number++) await insert.job(db, { queue: 'busy', dueAt: at(-100) })
      await insert.job(db, { id: 'other', queue: 'other', dueAt: at(-1) })
      expect(await claim(db, 'one', 1)).toHaveLength(1)
      expect((await claim(db, 'one', 1)).map((job) => job.id)).toEqual(['other'])
    })

    it('gives every job to one of the workers that claim at once, and one job of a queue', async () => {
      await fresh()
      const other = await alsoOpen(db)
      for (let number = 0; number < 120; number++)
        await insert.job(db, { queue: number % 3 ? `q${number % 20}` : null })
      const done: string[] = []
      const running = new Set<string>()
      const work = async (store: Db, name: string) => {
        for (let misses = 0; misses < 5;) {
          const claimed = await claim(store, name, 7)
          misses = claimed.length === 0 ? misses + 1 : 0
          for (const { queue } of claimed) {
            if (queue === null) continue
            expect(running.has(queue)).toBe(false)
            running.add(queue)
          }
          for (const job of claimed) {
            if (job.queue !== null) running.delete(job.queue)
            await completeJob(store, job)
            done.push(job.id)
          }
        }
      }
      await Promise.all([work(db, 'one'), work(other, 'two'), work(db, 'three')])
      expect(done).toHaveLength(120)
      expect(new Set(done).size).toBe(120)
      expect(await jobs(db)).toEqual([])
    })
  })

  describe('a job that failed', () => {
    it('waits again with its error, and a pause that is no attempt is not counted', async () => {
      await fresh()
      await insert.job(db, { id: 'one' })
      const [first] = await claim(db)
      await releaseJob(db, first!, again(at(5)))
      expect(await jobs(db)).toMatchObject([{ attempts: 1, lastError: 'no answer', dueAt: at(5), lockedBy: null }])
      const [second] = await claim(db, 'one', 10, at(5))
      await releaseJob(db, second!, { dueAt: at(6), error: null, attemptSpent: false })
      expect(await jobs(db)).toMatchObject([{ attempts: 1, dueAt: at(6), lockedUntil: null }])
    })

    it('gives way to its twin that waits already', async () => {
      await fresh()
      await insert.job(db, { id: 'running', dedupeKey: 'same', queue: 'q' })
      const [running] = await claim(db)
      await insert.job(db, { id: 'twin', dedupeKey: 'same', queue: 'q' })
      await releaseJob(db, running!, again(at(5)))
      expect((await jobs(db)).map((job) => job.id)).toEqual(['twin'])
    })
  })

  describe('a job whose process died', () => {
    it('is waiting again once its claim has run out', async () => {
      await fresh()
      await insert.job(db, { id: 'lost' })
      await claim(db)
      expect(await releaseStaleJobs(db, at(0.5), notHere)).toBe(0)
      expect(await releaseStaleJobs(db, at(2), notHere)).toBe(1)
      expect(await jobs(db)).toMatchObject([{ attempts: 1, lockedBy: null, lastError: 'the process stopped' }])
    })

    it('is left alone when it still runs here, however late it is', async () => {
      await fresh()
      await insert.job(db, { id: 'slow' })
      await claim(db)
      expect(await releaseStaleJobs(db, at(2), (id) => id === 'slow')).toBe(0)
    })

    it('is superfluous when its twin waits', async () => {
      await fresh()
      await insert.job(db, { id: 'lost', dedupeKey: 'same' })
      await claim(db)
      await insert.job(db, { id: 'twin', dedupeKey: 'same' })
      expect(await releaseStaleJobs(db, at(2), notHere)).toBe(1)
      expect((await jobs(db)).map((job) => job.id)).toEqual(['twin'])
    })

    it('can not be ended by the process that lost it', async () => {
      await fresh()
      await insert.job(db, { id: 'lost' })
      const [lost] = await claim(db, 'slow')
      expect(await extendClaim(db, lost!, at(3))).toBe(true)
      await releaseStaleJobs(db, at(4), notHere)
      await claim(db, 'other', 10, at(4))
      expect(await extendClaim(db, lost!, at(9))).toBe(false)
      await completeJob(db, lost!)
      await releaseJob(db, lost!, again(at(9)))
      expect(await jobs(db)).toMatchObject([{ id: 'lost', lockedBy: 'other', attempts: 2 }])
    })
  })

  describe('enqueueing', () => {
    const put = (dueAt: string, dedupeKey?: string) =>
      enqueue(
        db,
        'rating.recalculate',
        { partnerCode: 'p' },
        { now: new Date(NOW), dueAt, ...(dedupeKey ? { dedupeKey } : {}) }
      )

    it('moves a waiting job with the same key to the earlier time', async () => {
      await fresh()
      for (const minutes of [5, 9, 3, 4]) await put(at(minutes), 'once')
      expect(await jobs(db)).toMatchObject([{ dueAt: at(3) }])
      await put(at(5))
      expect(await jobs(db)).toHaveLength(2)
    })

    it('adds a job beside one that runs, since that may have read too early', async () => {
      await fresh()
      await put(NOW, 'once')
      await claim(db)
      await put(NOW, 'once')
      await put(NOW, 'once')
      expect((await jobs(db)).map((job) => job.lockedBy ?? '').sort()).toEqual(['', 'one'])
    })

    it('is undone with the transaction', async () => {
      await fresh()
      const failing = transact(db, async (trx) => {
        await enqueue(trx, 'rating.recalculate', { partnerCode: 'p' }, { now: new Date(NOW) })
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await jobs(db)).toEqual([])
    })
  })
})
