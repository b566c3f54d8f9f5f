import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PortalClients } from '../../server/bitrix24/portal-client.ts'
import { generousPolicy, reserveOne, untilDelivery, untilIdle } from '../faults/stage.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { eventually } from '../support/wait.ts'

const HANGING = 60
const PATIENCE_MS = 40_000

describe('portals that hang', () => {
  let world: TestWorld
  let healthy: Tenant
  const hanging: Tenant[] = []

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
    const { ctx } = world.app
    ctx.portals = new PortalClients({ ...ctx, isLoopback: true, restTimeoutMs: PATIENCE_MS })
    healthy = await world.addPartner()
    for (let number = 0; number < HANGING; number += 6)
      hanging.push(...(await Promise.all(Array.from({ length: 6 }, () => world.addPartner()))))
    await untilIdle(world)
    for (const { portal } of hanging) portal.faults.always({ kind: 'timeoutBeforeWrite', delayMs: 10 * PATIENCE_MS })
  })
  afterAll(() => world.stop())

  const running = async (): Promise<number> =>
    (await world.app.ctx.db.selectFrom('job').select('id').where('lockedBy', 'is not', null).execute()).length

  it('however many, keep no other portal waiting', async () => {
    for (let number = 0; number < HANGING; number += 6)
      await Promise.all(hanging.slice(number, number + 6).map((tenant) => reserveOne(world, tenant)))
    await eventually('all of them under way', async () => (await running()) >= HANGING)
    const id = await reserveOne(world, healthy)
    await untilDelivery(world, id, 'delivered')
    expect(await running()).toBeGreaterThanOrEqual(HANGING)
    const readiness = await fetch(`${world.origin}/readyz`)
    expect(readiness.status).toBe(200)
  })
})
