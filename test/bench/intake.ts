import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import type { LoadResult, LoadTask } from './load.ts'
import { median, table } from './measure.ts'

const ROUNDS = 5
const SECONDS = 4
const CONNECTIONS = 64
const RATE = 1000
const RATE_SECONDS = 10
const SECRET = `whsec_${randomBytes(32).toString('base64')}`

const SERVERS = ['bare', 'naive', 'ours'] as const
type Which = (typeof SERVERS)[number]
const TITLES: Record<Which, string> = {
  bare: 'bare Express, one commit each',
  naive: 'Express with our duties, one commit each',
  ours: 'ours'
}

/**
 * Staff webhooks a second, each durable before its 202, against Express with one durable commit a request, once bare
 * and once with the same duties; then the times of answers at a fixed rate. Each server and the load are processes of
 * their own.
 */
export async function benchIntake(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'requests-bench-'))
  const servers = await ofAll((which) => start(which, join(folder, `${which}.sqlite`)))
  const closed = { seconds: SECONDS, connections: CONNECTIONS }
  const rounds: Record<Which, LoadResult>[] = []
  const read: number[] = []
  const one = async (which: Which, task: typeof closed & { rate?: number }) => {
    const result = await load({ ...task, url: servers[which].url })
    // What was put off is read before the next one is measured, so that nobody shares the processor with it.
    if (which === 'ours') read.push(await secondsUntilRead(join(folder, 'ours.sqlite')))
    return result
  }
  for (let round = 0; round < ROUNDS; round++) rounds.push(await ofAll((which) => one(which, closed)))
  const open = { seconds: RATE_SECONDS, connections: CONNECTIONS, rate: RATE }
  const steady = await ofAll((which) => one(which, open))
  await ofAll((which) => servers[which].stop())

  const row = (which: Which) => ({
    server: TITLES[which],
    'per second': median(rounds.map((round) => rateOf(round[which]))).toFixed(0),
    'p99 ms': median(rounds.map((round) => round[which].p99)).toFixed(1),
    [`p50 ms at ${RATE}/s`]: steady[which].p50.toFixed(1),
    [`p99 ms at ${RATE}/s`]: steady[which].p99.toFixed(1)
  })
  table(`Staff webhooks, ${CONNECTIONS} connections`, SERVERS.map(row))
  const ratioTo = (which: Which) => median(rounds.map((round) => rateOf(round.ours) / rateOf(round[which]))).toFixed(2)
  const all = [...rounds.map((round) => round.ours), steady.ours]
  const accepted = all.reduce((sum, result) => sum + result.ok, 0)
  const failed = all.reduce((sum, result) => sum + result.failed, 0)
  const requests = stored(join(folder, 'ours.sqlite'))
  console.log(`ratio, median of ${ROUNDS} rounds: to bare ${ratioTo('bare')}, to the same duties ${ratioTo('naive')}`)
  console.log(
    `accepted ${accepted}, stored ${requests}${accepted === requests ? '' : ': NOT THE SAME'}, failed ${failed}`
  )
  console.log(
    `seconds until all was read, after each round and after ${RATE}/s: ${read.map((s) => s.toFixed(1)).join(', ')}`
  )
  await rm(folder, { recursive: true, force: true })
}

async function secondsUntilRead(file: string): Promise<number> {
  const startedAt = performance.now()
  const db = new SqliteFile(file, { readonly: true })
  const waiting = db.prepare('select exists (select 1 from deferred_push)').pluck()
  while (waiting.get() === 1) await pause(50)
  db.close()
  return (performance.now() - startedAt) / 1000
}

/** One after the other. */
async function ofAll<Result>(work: (which: Which) => Promise<Result>): Promise<Record<Which, Result>> {
  const bare = await work('bare')
  const naive = await work('naive')
  return { bare, naive, ours: await work('ours') }
}

const rateOf = ({ ok, seconds }: LoadResult): number => ok / seconds

function stored(file: string): number {
  const db = new SqliteFile(file, { readonly: true })
  const { requests } = db.prepare('select count(*) as requests from request').get() as { requests: number }
  db.close()
  return requests
}

const child = (script: string, ...args: string[]): ChildProcess =>
  fork(join(import.meta.dirname, script), args, { execArgv: ['--import', 'tsx'] })

async function start(which: string, file: string): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const server = child('serve.ts', which, file, SECRET)
  const [url] = (await once(server, 'message')) as [string]
  return {
    url,
    stop: () => {
      const gone = once(server, 'exit')
      server.kill()
      return gone
    }
  }
}

/** The load comes from a process of its own, so that it does not slow the servers' event loop. */
async function load(task: Omit<LoadTask, 'secret'>): Promise<LoadResult> {
  const [result] = (await once(child('load.ts', JSON.stringify({ ...task, secret: SECRET })), 'message')) as [
    LoadResult
  ]
  return result
}
