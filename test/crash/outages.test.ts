import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { Random } from '../simulation/random.ts'
import { call } from '../support/api-client.ts'
import { recordFigure } from '../support/figure.ts'
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts'
import type { TestEngine } from '../support/stores.ts'
import { eventually } from '../support/wait.ts'
import { addTenants } from './kill-rounds.ts'
import { Load } from './load.ts'
import { ProcessWorld } from './process-world.ts'
import type { ServerProcess } from './server-process.ts'
import { contradictions, untilQuiet } from './truth.ts'

const REFUSED_WRITES = 20

/** What befalls the store, and how it ends. `canRead`: what is stored can still be read meanwhile. */
interface Outage {
  name: string
  canRead: boolean
  begin: (world: ProcessWorld, server: ServerProcess) => Promise<() => Promise<void>>
}

const fileOf = (world: ProcessWorld): string => world.env.DATABASE_URL!.slice('file:'.length)

/** The log of the store may grow no further: as on a full disk, and without a disk of one's own. */
const fullDisk: Outage = {
  name: 'a full disk',
  canRead: true,
  begin: async (world, server) => {
    const limit = (fsize: string) => {
      for (const pid of server.childPids) execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${fsize}`])
    }
    limit(`${Math.floor(statSync(`${fileOf(world)}-wal`).size / 2)}:unlimited`)
    return async () => limit('unlimited:unlimited')
  }
}

const locked: Outage = {
  name: 'a store that another process keeps locked',
  canRead: true,
  begin: async (world) => {
    const other = new SqliteFile(fileOf(world), { timeout: 10_000 })
    other.exec('begin exclusive')
    return async () => {
      other.exec('rollback')
      other.close()
    }
  }
}

describe('while the store is out of order, writes answer 503, nothing accepted is lost and nobody has to restart', () => {
  const stops: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })

  async function suffer(engine: TestEngine, outage: Outage, more: Record<string, string> = {}): Promise<string> {
    const world = await ProcessWorld.start(engine, more)
    stops.push(() => world.stop())
    const server = world.server('server')
    server.start()
    await server.ready()
    await addTenants(world, 2)
    const load = new Load(world, new Random(1))
    load.start()
    await eventually('work', () => load.accepted.size > 20 && load.reserved.size > 2 && load.moves > 2, 120_000)
    await load.stop()
    const children = server.childPids

    const end = await outage.begin(world, server)
    await eventually('a refusal', async () => (await load.pushOnce()).status === 503, 60_000)
    for (let count = 0; count < REFUSED_WRITES; count++) {
      const { status, body, headers } = await load.pushOnce()
      expect({ status, code: body.code, retryAfter: headers.get('retry-after') }).toEqual({
        ...{ status: 503, code: 'unavailable', retryAfter: '5' }
      })
    }
    expect((await call(world.origin, 'GET', '/healthz')).status).toBe(200)
    await eventually('the truth about it', async () => {
      const ready = await call(world.origin, 'GET', '/readyz')
      return ready.status === 503 && ready.body.database !== 'ok'
    })
    const { agent, portal } = world.tenants[0]!
    for (const path of ['/api/requests', '/api/reservations', '/api/me'])
      expect((await agent.get(path)).status, path).toBe(outage.canRead ? 200 : 503)
    const [first] = [...portal.crm.itemsOf(1), ...portal.crm.itemsOf(2)]
    if (first) await portal.edit(first.entityTypeId, first.id, { title: 'Moved meanwhile' })
    await end()

    await eventually('work as before', async () => (await load.pushOnce()).status === 202, 60_000)
    await eventually('readiness', async () => (await call(world.origin, 'GET', '/readyz')).status === 200, 60_000)
    expect(server.childPids).toEqual(children)
    load.start()
    const before = load.reserved.size
    await eventually('reservations', () => load.reserved.size > before + 2, 120_000)
    await load.stop()
    const db = world.openStore()
    await untilQuiet(world, db)
    expect(await contradictions(world, load, db)).toEqual([])
    return `${outage.name}: ${REFUSED_WRITES} writes refused with 503, ${load.accepted.size} accepted ones kept`
  }

  it('a full disk', async () => {
    recordFigure('R5', await suffer('sqlite', fullDisk))
  }, 400_000)

  it('a store that another process keeps locked', async () => {
    recordFigure('R5', await suffer('sqlite', locked))
  }, 400_000)

  it('PostgreSQL that is stopped and started again', async () => {
    const postgres: PostgresServer = await startPostgres()
    stops.push(() => postgres.stop())
    const stopped: Outage = {
      name: 'PostgreSQL away',
      canRead: false,
      begin: async () => {
        await postgres.halt()
        return () => postgres.resume()
      }
    }
    recordFigure('R5', await suffer('postgres', stopped, { DATABASE_URL: postgres.url }))
  }, 400_000)
})
