import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import type { LoadResult, LoadTask } from './load.ts'
import { median, table } from './measure.ts'

const ROUNDS = 5
const SECONDS = 4
const CONNECTIONS = 64
const RATE = 1000
const RATE_SECONDS = 10
const SECRET = `whsec_${randomBytes(32).toString('base64')}`

/**
 * Staff webhooks a second, each durable before its 202, against bare Express with one durable commit a request;
 * then the times of answers at a fixed rate. Each server and the load are processes of their own.
 */
export async function benchIntake(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'requests-bench-'))
  const ours = await start('ours', join(folder, 'app.sqlite'))
  const bare = await start('bare', join(folder, 'bare.sqlite'))
  const closed = { seconds: SECONDS, connections: CONNECTIONS }
  const rounds: { bare: LoadResult; ours: LoadResult }[] = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ bare: await load({ ...closed, url: bare.url }), ours: await load({ ...closed, url: ours.url }) })
  const open = { seconds: RATE_SECONDS, connections: CONNECTIONS, rate: RATE }
  const steady = { bare: await load({ ...open, url: bare.url }), ours: await load({ ...open, url: ours.url }) }
  await Promise.all([bare.stop(), ours.stop()])

  const row = (server: string, which: 'bare' | 'ours') => ({
    server,
    'per second': median(rounds.map((round) => rateOf(round[which]))).toFixed(0),
    'p99 ms': median(rounds.map((round) => round[which].p99)).toFixed(1),
    [`p50 ms at ${RATE}/s`]: steady[which].p50.toFixed(1),
    [`p99 ms at ${RATE}/s`]: steady[which].p99.toFixed(1)
  })
  table(`Staff webhooks, ${CONNECTIONS} connections`, [
    row('bare Express, one commit each', 'bare'),
    row('ours', 'ours')
  ])
  const ratios = rounds.map((round) => rateOf(round.ours) / rateOf(round.bare))
  const all = [...rounds.map((round) => round.ours), steady.ours]
  const accepted = all.reduce((sum, result) => sum + result.ok, 0)
  const failed = all.reduce((sum, result) => sum + result.failed, 0)
  console.log(
    `ratio, median of ${ROUNDS} rounds: ${median(ratios).toFixed(2)}; accepted ${accepted}, stored ${stored(join(folder, 'app.sqlite'))}, failed ${failed}`
  )
  await rm(folder, { recursive: true, force: true })
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
