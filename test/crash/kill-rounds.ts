import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { EmulatedPortal } from '../portal/bitrix24.ts'
import { Random } from '../simulation/random.ts'
import type { TestEngine } from '../support/stores.ts'
import { Load } from './load.ts'
import { ProcessWorld } from './process-world.ts'
import type { ServerProcess } from './server-process.ts'
import { contradictions, untilQuiet } from './truth.ts'

const CHECK_AUDIT = fileURLToPath(new URL('../../dist/server/commands/check-audit.js', import.meta.url))
const LONGEST_LIFE_MS = 700
/** A portal takes its time, so that many calls are on their way when the server dies. */
const PORTAL_MS = 50

export interface KillReport {
  accepted: number
  reservations: number
  moves: number
  cut: number
  /** How long each start took until the server was ready. */
  startsMs: number[]
  throttled: number
  /** Calls whose outcome was unknown, so that their key was looked up. */
  lookups: number
  contradictions: string[]
}

export async function addTenants(world: ProcessWorld, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const crmMode = number % 3 === 0 ? 'simple' : 'classic'
    const partner = { name: `Partner ${number}`, homeCountry: 'DE' }
    const { portal } = await world.addPartner(partner, { crmMode, limits: number % 2 === 1 })
    portal.faults.always({ kind: 'slow', method: /^crm\.(item|activity\.todo)\.add$/, delayMs: PORTAL_MS })
  }
}

/** A real server under load, killed -9 at random moments and started again; then everything is compared. */
export async function killRounds(engine: TestEngine, kills: number, seed: number): Promise<KillReport> {
  const world = await ProcessWorld.start(engine)
  try {
    const random = new Random(seed)
    const server = world.server('server')
    server.start()
    await server.ready()
    await addTenants(world, 8)
    const load = new Load(world, random)
    load.start()
    const startsMs: number[] = []
    for (let kill = 0; kill < kills; kill++) await killOnce(world, server, random, startsMs)
    await pause(random.below(LONGEST_LIFE_MS))
    await load.stop()
    const db = world.openStore()
    await untilQuiet(world, db)
    const found = await contradictions(world, load, db)
    checkAudit(world.env, found)
    const sum = (of: (requests: EmulatedPortal['requests']) => number) =>
      world.tenants.reduce((total, { portal }) => total + of(portal.requests), 0)
    return {
      accepted: load.accepted.size,
      reservations: load.reserved.size,
      ...{ moves: load.moves, cut: load.cut, startsMs },
      throttled: sum((requests) => requests.queryLimitExceeded + requests.operationTimeLimit),
      lookups: sum((requests) => requests.count('crm.item.list') + requests.count('crm.activity.list')),
      contradictions: found
    }
  } finally {
    await world.stop()
  }
}

/** Everything at once while it works or while it starts, or the child alone. While nobody lives, time may leap. */
async function killOnce(world: ProcessWorld, server: ServerProcess, random: Random, startsMs: number[]): Promise<void> {
  const how = random.pick({ working: 40, starting: 30, child: 30 })
  if (how !== 'starting') await pause(random.below(LONGEST_LIFE_MS))
  if (how === 'child') {
    server.killChild()
    await timed(startsMs, () => server.ready())
    return
  }
  await server.kill()
  const leap = random.pick({ none: 60, claim: 30, sweep: 10 })
  if (leap !== 'none') world.clock.advance(leap === 'claim' ? { seconds: 62 } : { minutes: 16 })
  server.start()
  if (how === 'starting') await pause(random.below(1_500))
  else await timed(startsMs, () => server.ready())
}

async function timed(times: number[], work: () => Promise<void>): Promise<void> {
  const startedAt = performance.now()
  await work()
  times.push(performance.now() - startedAt)
}

/** The chain of the audit log has to be whole, too. */
function checkAudit(env: Record<string, string>, found: string[]): void {
  try {
    execFileSync(process.execPath, [CHECK_AUDIT], { env: { PATH: process.env.PATH, ...env }, stdio: 'pipe' })
  } catch (error) {
    found.push(`the audit log: ${String((error as { stderr?: unknown }).stderr)}`)
  }
}
