import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Random } from '../simulation/random.ts'
import { recordFigure } from '../support/figure.ts'
import { freePort } from '../support/free-port.ts'
import { aPushedRequest } from '../support/pushed.ts'
import { Balancer } from './balancer.ts'
import { addTenants } from './kill-rounds.ts'
import { Load } from './load.ts'
import { ProcessWorld } from './process-world.ts'
import type { ServerProcess } from './server-process.ts'
import { contradictions, untilQuiet } from './truth.ts'

const ROUNDS = 3
const SLOTS = 5
const TRIALS = 4
const AT_ONCE = 500

describe('two web and two worker processes on one PostgreSQL', () => {
  let world: ProcessWorld
  let balancer: Balancer
  const webs: ServerProcess[] = []
  const workers: ServerProcess[] = []
  const contested: string[] = []

  beforeAll(async () => {
    world = await ProcessWorld.start('postgres')
    const ports = [await freePort(), await freePort()]
    balancer = await Balancer.listen(Number(world.env.PORT), ports)
    for (const [index, port] of ports.entries())
      webs.push(world.server(`web${index + 1}`, { ROLE: 'web', PORT: String(port) }))
    for (const name of ['worker1', 'worker2']) workers.push(world.server(name, { ROLE: 'worker' }))
    for (const server of [...webs, ...workers]) server.start()
    for (const server of [...webs, ...workers]) await server.ready()
    await addTenants(world, 8)
  })
  afterAll(async () => {
    await balancer.stop()
    await world.stop()
  })

  it('give five slots to five hundred who ask at once, every time', async () => {
    for (let trial = 0; trial < TRIALS; trial++) {
      const request = aPushedRequest()
      const pushed = await world.staff.push(request, 'request.created', world.clock.now())
      contested.push(String(request.externalId))
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, (_, index) =>
          world.tenants[index % world.tenants.length]!.agent.reserve(String(pushed.body.id))
        )
      )
      const ids = answers.flatMap((answer) => (answer.status < 300 ? [String(answer.body.reservation.id)] : []))
      expect(new Set(ids).size).toBe(SLOTS)
      const refused = answers.filter((answer) => answer.status >= 300)
      expect(new Set(refused.map((answer) => answer.body.code))).toEqual(new Set(['request_full']))
    }
    recordFigure('R6', `PostgreSQL, 2 processes: ${TRIALS} trials of ${AT_ONCE}, each time ${SLOTS}`)
  }, 300_000)

  it('lose nothing and double nothing when a web and a worker process are killed', async () => {
    const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000)
    const random = new Random(seed)
    const load = new Load(world, random)
    for (const externalId of contested) load.noteEarlier(externalId)
    load.start()
    for (let round = 0; round < ROUNDS; round++)
      for (const pair of [webs, workers]) {
        const victim = pair[Math.floor(random.below(2))]!
        await pause(1_000 + random.below(1_500))
        await victim.kill()
        await pause(random.below(1_000))
        victim.start()
        await victim.ready()
      }
    await load.stop()
    const db = world.openStore()
    await untilQuiet(world, db)
    expect(await contradictions(world, load, db), `again with CRASH_SEED=${seed}`).toEqual([])
    expect(load.accepted.size).toBeGreaterThan(50)
    expect(load.reserved.size).toBeGreaterThan(20)
    const work = `${load.accepted.size} webhooks, ${load.reserved.size} reservations`
    recordFigure(
      'R2',
      `PostgreSQL, 2 web and 2 worker processes: ${2 * ROUNDS} kills, ${work}: 0 lost, doubled or wrong`
    )
  }, 600_000)
})
