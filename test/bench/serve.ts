import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import SqliteFile from 'better-sqlite3'
import express from 'express'
import { readConfig } from '../../server/config/config.ts'
import { checkStaffSignature } from '../../server/http/staff-signature.ts'
import { startApp } from '../../server/start.ts'

/** What a bench runs as a process of its own: `ours`, `bare` or `naive`, a file for the store, the secret of the webhooks. */
const [which, file = '', secret = ''] = process.argv.slice(2)

async function startOurs(): Promise<string> {
  const app = await startApp(
    readConfig({
      PUBLIC_URL: 'http://127.0.0.1:1',
      PORT: '0',
      DATABASE_URL: `file:${file}`,
      APP_SECRET: randomBytes(32).toString('base64'),
      B24_CLIENT_ID: 'bench',
      B24_CLIENT_SECRET: 'bench',
      STAFF_WEBHOOK_SECRETS: secret,
      LOG_LEVEL: 'warn'
    })
  )
  return `http://127.0.0.1:${app.address!.port}/webhooks/requests`
}

/** The least that somebody would write: Express, its parser, one durable commit a call. */
async function startBare(): Promise<string> {
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
  return listen(app)
}

/** The same duties as ours, done plainly: verify, dedupe, a request and an outbox row, one durable commit a call. */
async function startNaive(): Promise<string> {
  const db = new SqliteFile(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`create table message (id text primary key, at text);
    create table request (id text primary key, externalId text unique, data text, at text);
    create table outbox (id integer primary key, kind text, requestId text)`)
  const remember = db.prepare('insert into message values (?, ?) on conflict do nothing')
  const insert = db.prepare('insert into request values (?, ?, ?, ?) on conflict (externalId) do nothing')
  const enqueue = db.prepare('insert into outbox (kind, requestId) values (?, ?)')
  const store = db.transaction((messageId: string, data: { externalId: string }) => {
    const at = new Date().toISOString()
    if (remember.run(messageId, at).changes === 0) return
    const id = randomUUID()
    if (insert.run(id, data.externalId, JSON.stringify(data), at).changes > 0) enqueue.run('request.new', id)
  })
  const secrets = [Buffer.from(secret.slice('whsec_'.length), 'base64')]
  const app = express()
  app.post('/', express.raw({ type: () => true, limit: '256kb' }), (request, response) => {
    const body = request.body as Buffer
    const check = checkStaffSignature(request.headers, body, secrets, new Date())
    if (!check.valid) {
      response.status(401).end()
      return
    }
    store.immediate(check.id, (JSON.parse(body.toString()) as { data: { externalId: string } }).data)
    response.status(202).json({ ok: true })
  })
  return listen(app)
}

async function listen(app: express.Express): Promise<string> {
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const starts: Record<string, () => Promise<string>> = { ours: startOurs, bare: startBare, naive: startNaive }

/** What is left once everything is collected that can be. */
process.on('message', () => {
  globalThis.gc?.()
  process.send?.(process.memoryUsage())
})
process.on('SIGTERM', () => process.exit(0))
process.send?.(await starts[which ?? 'ours']!())
