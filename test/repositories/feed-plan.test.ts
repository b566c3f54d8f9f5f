import { CompiledQuery, type RootOperationNode } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Db } from '../../server/db/database.ts'
import { listUntaken } from '../../server/features/console-untaken/repository.ts'
import { listFeed } from '../../server/features/feed/repository.ts'
import { FEED_SORTS } from '../../shared/codes.ts'
import { forEachDatabase } from '../support/databases.ts'
import { at, NOW, requestRow } from '../support/rows.ts'

forEachDatabase((engine, open) => {
  let store: Db
  beforeAll(async () => {
    store = await open()
    for (let chunk = 0; chunk < 20; chunk++) {
      const rows = Array.from({ length: 150 }, (_, index) => {
        const place = ['AA', 'BB', 'CC', 'DD'][index % 4]!
        return requestRow({
          ...{ country: place, subdivision: index % 8 === 0 ? `${place}-1` : null, budgetEur: index * 10 },
          ...{ state: index % 3 === 0 ? 'open' : 'expired', releasedAt: at(-chunk * 150 - index) }
        })
      })
      await store.insertInto('request').values(rows).execute()
    }
    await store.executeQuery(CompiledQuery.raw('analyze'))
  })

  it.each(FEED_SORTS)('a page of the feed by %s reads the partial index of each location', async (sort) => {
    const plan = await explain(store, (spied) =>
      listFeed(spied, {
        legs: [
          { code: 'AA', showsLocked: true },
          { code: 'BB-1', showsLocked: true }
        ],
        part: { kind: 'all', sort },
        filter: {
          ...{ services: [], valueClasses: [], languages: [], freeSlotsMin: 0, since: null, words: [], now: NOW },
          unlockedUntil: { standard: NOW, plus: NOW, premium: NOW }
        },
        cursor: { sort, part: 0, key: sort === 'newest' || sort === 'expiring' ? at(-40) : 400, number: 100 },
        limit: 21
      })
    )
    expect(plan).toContain(`feed_country_${sort}`)
    expect(plan).toContain(`feed_subdivision_${sort}`)
    expect(plan).not.toMatch(/Seq Scan|SCAN request/)
  })

  it('requests that nobody took are read from an index of their own, from where the last page ended', async () => {
    const plan = await explain(store, (spied) =>
      listUntaken(spied, { releasedBy: at(-30), now: NOW, after: { releasedAt: at(-2000), number: 2000 }, limit: 21 })
    )
    expect(plan).toContain('request_untaken')
    expect(plan).not.toMatch(/Seq Scan on request|SCAN request|Sort Key: request/)
  })

  /** What the engine says it would do; stretches of a query pass by before the whole. */
  async function explain(store: Db, run: (spied: Db) => Promise<unknown>): Promise<string> {
    const nodes: RootOperationNode[] = []
    const spied = store.withPlugin({
      transformQuery: ({ node }) => {
        nodes.push(node)
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result)
    })
    await run(spied)
    const { sql, parameters } = store.getExecutor().compileQuery(nodes.at(-1)!, { queryId: 'explained' })
    const word = engine === 'sqlite' ? 'explain query plan' : 'explain'
    const { rows } = await store.executeQuery(CompiledQuery.raw(`${word} ${sql}`, [...parameters]))
    return rows.map((row) => Object.values(row as object).join(' ')).join('\n')
  }
})
