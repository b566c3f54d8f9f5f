import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import express from 'express'
import { STAFF_SECRET, TestWorld } from '../support/app.ts'
import type { LoadResult, LoadTask } from './load.ts'
import { median, table } from './measure.ts'

const ROUNDS = 5
const SECONDS = 4

/** Staff webhooks a second, each durable before its 202, against bare Express with one durable commit a request. */
export async function benchIntake(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'requests-bench-'))
  const world = await TestWorld.start({ DATABASE_URL: `file:${join(folder, 'app.sqlite')}` })
  const bare = await startBare(join(folder, 'bare.sqlite'))
  const ours: LoadResult[] = []
  const theirs: LoadResult[] = []
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await load({ url: bare.url, seconds: SECONDS, connections: 64, secret: STAFF_SECRET }))
    ours.push(
      await load({ url: `${world.origin}/webhooks/requests`, seconds: SECONDS, connections: 64, secret: STAFF_SECRET })
    )
  }
  const stored = await world.app.ctx.db
    .selectFrom('request')
    .select((request) => request.fn.countAll<number>().as('requests'))
    .executeTakeFirstOrThrow()
  const accepted = ours.reduce((sum, result) => sum + result.ok, 0)
  const rate = (results: LoadResult[]) => median(results.map((result) => result.ok / result.seconds))
  const ratios = ours.map((result, round) => result.ok / result.seconds / (theirs[round]!.ok / theirs[round]!.seconds))
  table('Staff webhooks, 64 connections', [
    {
      server: 'bare Express, one commit each',
      'per second': rate(theirs).toFixed(0),
      'p99 ms': median(theirs.map((one) => one.p99)).toFixed(0)
    },
    { server: 'ours', 'per second': rate(ours).toFixed(0), 'p99 ms': median(ours.map((one) => one.p99)).toFixed(0) }
  ])
  console.log(
    `ratio, median of ${ROUNDS} rounds: ${median(ratios).toFixed(2)}; accepted ${accepted}, stored ${Number(stored.requests)}`
  )
  await bare.stop()
  await world.stop()
  await rm(folder, { recursive: true, force: true })
}

async function startBare(file: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const db = new SqliteFile(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table message (id text primary key, body text, at text)')
  const insert = db.prepare('insert into message values (?, ?, ?)')
  const app = express()
  app.post('/', express.json({ limit: '256kb' }), (request, response) => {
    insert.run(request.headers['webhook-id'], JSON.stringify(request.body), new Date().toISOString())
    response.status(202).json({ ok: true })
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      db.close()
    }
  }
}

/** The load comes from a process of its own, so that it does not slow the servers' event loop. */
function load(task: LoadTask): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'load.ts'), [JSON.stringify(task)], { execArgv: ['--import', 'tsx'] })
    child.once('message', (result) => resolve(result as LoadResult))
    child.once('error', reject)
  })
}
