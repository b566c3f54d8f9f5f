import { afterEach, beforeEach, expect, it } from 'vitest'
import { announce, announceAll } from '../../server/changes/repository.ts'
import type { Db } from '../../server/db/database.ts'
import { transact } from '../../server/db/transaction.ts'
import { ChangeFeed } from '../../server/features/stream/change-feed.ts'
import { alsoOpen, contextOn, forEachDatabase } from '../support/databases.ts'
import { NOW } from '../support/rows.ts'
import { eventually } from '../support/wait.ts'

forEachDatabase((engine, open) => {
  let db: Db
  let feed: ChangeFeed
  let told: string[]
  beforeEach(async () => {
    db = await open()
    feed = new ChangeFeed(contextOn(db))
    await feed.start()
    told = []
    feed.subscribe(
      (changes) => told.push(...changes.map(({ subjectId }) => subjectId)),
      () => undefined
    )
  })
  afterEach(() => {
    feed.stop()
  })
  const news = (subjectId: string) =>
    ({ kind: 'request.new', subjectId, audience: { partnerCode: 'p' }, at: NOW }) as const

  it('tells each piece of news once, however many come together', async () => {
    const subjects = Array.from({ length: 2_500 }, (_, index) => `s${index}`)
    await transact(db, (trx) => announceAll(trx, subjects.map(news)))
    await eventually('all is told', () => told.length >= subjects.length)
    await transact(db, (trx) => announceAll(trx, [news('last')]))
    await eventually('last is told', () => told.includes('last'))
    expect(told).toEqual([...subjects, 'last'])
  })

  it.runIf(engine === 'postgres')('tells what was begun earlier and committed later', async () => {
    const slow = await alsoOpen(db)
    await transact(slow, async (trx) => {
      await announce(trx, 'request.new', 'early', { partnerCode: 'p' }, NOW)
      await transact(db, (other) => announce(other, 'request.new', 'late', { partnerCode: 'p' }, NOW))
      await eventually('late is told', () => told.includes('late'))
      expect(told).toEqual(['late'])
    })
    await eventually('early is told', () => told.includes('early'))
    expect(told).toEqual(['late', 'early'])
  })
})
