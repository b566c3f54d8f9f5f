import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { feedQuery } from '../../shared/contract/requests.ts'
import { FEED_SORTS } from '../../shared/codes.ts'
import { listFeedPage } from '../../server/features/feed/list-feed.ts'
import type { PartnerCaller } from '../../server/http/caller.ts'
import type { RunningApp } from '../../server/start.ts'
import { TestWorld } from '../support/app.ts'
import { median, ms, quantile, table, timed } from './measure.ts'

const COUNTRIES = ['DE', 'FR', 'US', 'BR', 'PL', 'IT', 'ES', 'JP', 'VN', 'IN']
const RUNS = 300

/** The feed of a partner with four locations over many requests, against one bare statement on the same file. */
export async function benchFeed(sizes: number[]): Promise<void> {
  const rows = []
  for (const size of sizes) rows.push(...(await benchSize(size)))
  table('Feed page of 20, four locations, 30 % of the requests open', rows)
}

async function benchSize(size: number): Promise<Record<string, string | number>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'requests-bench-'))
  const file = join(folder, 'app.sqlite')
  const world = await TestWorld.start({ DATABASE_URL: `file:${file}`, ROLE: 'web' })
  fill(file, size)
  const bare = new SqliteFile(file, { readonly: true })
  const statement = bare.prepare(
    `select * from request where state = 'open' and country = ? order by "releasedAt" desc, number desc limit 21`
  )
  const baseline = await timed(RUNS, async (run) => statement.all(COUNTRIES[run % COUNTRIES.length]))
  const caller = callerOf(world.app)
  const rows = []
  for (const sort of FEED_SORTS) {
    const page = feedQuery.parse({ sort })
    const samples = await timed(RUNS, () => listFeedPage(world.app.ctx, caller, page))
    const { nextCursor } = await listFeedPage(world.app.ctx, caller, page)
    const deep = feedQuery.parse({ sort, cursor: nextCursor ?? undefined })
    const second = await timed(RUNS, () => listFeedPage(world.app.ctx, caller, deep))
    rows.push({
      requests: size,
      sort,
      p50: ms(median(samples)),
      p99: ms(quantile(samples, 0.99)),
      'next page p50': ms(median(second)),
      'bare statement p50': ms(median(baseline)),
      ratio: (median(samples) / median(baseline)).toFixed(1)
    })
  }
  bare.close()
  await world.stop()
  await rm(folder, { recursive: true, force: true })
  return rows
}

function callerOf({ ctx }: RunningApp): PartnerCaller {
  const at = ctx.clock.now().toISOString()
  const partner = {
    ...{ code: 'bench', name: 'Bench', status: 'gold' as const, homeCountry: 'DE', isApproved: 1, certifiedAt: at },
    ...{ certifiedUsers: '[]', email: null, domains: '[]', timeZone: null, activationCodeHash: null },
    ...{ suspendedUntil: null, suspensionReason: null, terminatedAt: null, pushedAt: at, createdAt: at, updatedAt: at }
  }
  return { partner, level: 2, locations: ['DE', 'FR', 'BR', 'US-CA'] } as unknown as PartnerCaller
}

/** Writes rows directly: the bench reads, intake has a bench of its own. */
function fill(file: string, size: number): void {
  const db = new SqliteFile(file)
  db.pragma('synchronous = OFF')
  const columns = (db.pragma('table_info(request)') as { name: string }[]).map((column) => column.name)
  const insert = db.prepare(
    `insert into request (${columns.map((name) => `"${name}"`).join()}) values (${columns.map((name) => `@${name}`).join()})`
  )
  const now = Date.now()
  db.transaction(() => {
    for (let number = 1; number <= size; number++) {
      const country = COUNTRIES[Math.floor(number / 10) % COUNTRIES.length]!
      const releasedAt = new Date(now - (size - number) * 30_000).toISOString()
      const row: Record<string, unknown> = Object.fromEntries(columns.map((name) => [name, null]))
      insert.run({
        ...row,
        ...{
          number,
          id: `bench-${number}`,
          externalId: `bench-${number}`,
          state: number % 10 < 3 ? 'open' : 'expired'
        },
        ...{
          services: '["training"]',
          serviceBits: 1 << (number % 13),
          summary: 'CRM for a team',
          description: 'Text'
        },
        ...{ country, subdivision: country === 'US' && number % 3 === 0 ? 'US-CA' : null, languages: '["de"]' },
        ...{ budgetEur: number % 30_000, valueClass: ['standard', 'plus', 'premium'][number % 3] },
        ...{
          searchText: 'crm for a team',
          maxPartners: 5,
          freeSlots: 1 + (number % 5),
          heldReasons: '[]',
          hasConsent: 1
        },
        ...{ receivedAt: releasedAt, releasedAt, expiresAt: new Date(now + number * 1000).toISOString() },
        ...{ pushedAt: releasedAt, createdAt: releasedAt, updatedAt: releasedAt }
      })
    }
  })()
  db.exec('analyze')
  db.close()
}
