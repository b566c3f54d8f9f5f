import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../../server/config/config.ts'

/** An empty store of one engine, as `DATABASE_URL` names it. */
export interface FreshStore {
  url: string
  remove: () => Promise<void>
}

export type TestEngine = 'sqlite' | 'postgres'

/** The server that `TEST_POSTGRES_URL` or PG* variables name. */
export function namedServer(): string | undefined {
  const { TEST_POSTGRES_URL, PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE } = process.env
  if (TEST_POSTGRES_URL) return TEST_POSTGRES_URL
  if (!PGHOST) return undefined
  const url = new URL('postgres://localhost')
  if (PGHOST.startsWith('/')) url.searchParams.set('host', PGHOST)
  else url.hostname = PGHOST
  url.port = PGPORT ?? '5432'
  url.username = encodeURIComponent(PGUSER ?? 'postgres')
  url.password = encodeURIComponent(PGPASSWORD ?? '')
  url.pathname = `/${PGDATABASE ?? 'postgres'}`
  return url.href
}

export async function freshStore(engine: TestEngine): Promise<FreshStore> {
  return engine === 'sqlite' ? sqliteFile() : postgresDatabase()
}

/** A store of the engine under test, unless the test names one itself. */
export async function testStore(url?: string): Promise<FreshStore> {
  if (url !== undefined) return { url, remove: () => Promise.resolve() }
  return freshStore(process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite')
}

function sqliteFile(): FreshStore {
  const folder = mkdtempSync(join(tmpdir(), 'requests-sqlite-'))
  return {
    url: `file:${join(folder, 'app.sqlite')}`,
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true }))
  }
}

async function postgresDatabase(): Promise<FreshStore> {
  const server = namedServer() ?? (await import('vitest')).inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C'`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => administer(server, `drop database if exists ${name} with (force)`) }
}

async function administer(server: string, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query(command)
  } finally {
    await client.end()
  }
}

export const storeConfig = (url: string): Config['database'] =>
  url.startsWith('file:') ? { engine: 'sqlite', file: url.slice('file:'.length) } : { engine: 'postgres', url }
