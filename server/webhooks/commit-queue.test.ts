import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Db } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { onCommit } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { CommitQueue } from './commit-queue.ts'
import { findMessage, insertMessages } from './repository.ts'

let db: Db
let queue: CommitQueue
let commits = 0

beforeEach(async () => {
  db = openDatabase({ engine: 'sqlite', file: ':memory:' })
  await migrate(db)
  queue = new CommitQueue(db)
  commits = 0
  onCommit(db, () => commits++)
})

const message = (id: string) => ({
  id,
  route: '/webhooks/requests',
  bodyHash: 'hash',
  status: 202,
  answer: '{}',
  receivedAt: '2026-11-22T12:00:00.000Z',
  attempts: 1
})

describe('the commit queue', () => {
  it('lets all messages of one turn share a commit', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => queue.submit((trx) => insertMessages(trx, [message(`m${index}`)])))
    )
    expect(commits).toBe(1)
    expect(await findMessage(db, 'm49')).toBeDefined()
  })

  it('keeps a bad message from its neighbours, whatever it had written', async () => {
    const results = await Promise.allSettled([
      queue.submit((trx) => insertMessages(trx, [message('good')])),
      queue.submit(async (trx) => {
        await insertMessages(trx, [message('half')])
        throw new AppError('not_found')
      }),
      queue.submit((trx) => insertMessages(trx, [message('also good')]))
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await findMessage(db, 'half')).toBeUndefined()
    expect(await findMessage(db, 'also good')).toBeDefined()
  })

  it('answers everybody "unavailable" when the commit fails, and nothing is stored', async () => {
    const results = await Promise.allSettled([
      queue.submit((trx) => insertMessages(trx, [message('lost')])),
      queue.submit(() => Promise.reject(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })))
    ])
    for (const result of results)
      expect(result.status === 'rejected' && (result.reason as AppError).code).toBe('unavailable')
    expect(await findMessage(db, 'lost')).toBeUndefined()
    await queue.submit((trx) => insertMessages(trx, [message('later')]))
    expect(await findMessage(db, 'later')).toBeDefined()
  })

  it('tries a message again whose key was taken by somebody else in between', async () => {
    let tries = 0
    await queue.submit(async (trx) => {
      if (++tries <= 2) throw Object.assign(new Error('taken'), { code: '23505' })
      await insertMessages(trx, [message('third try')])
    })
    expect(tries).toBe(3)
  })
})
