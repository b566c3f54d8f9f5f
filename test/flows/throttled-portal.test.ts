import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generousPolicy, itemsOf, reserveOne, untilDelivery, untilIdle } from '../faults/stage.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { recordFigure } from '../support/figure.ts'

const MINUTES = 30
const RESERVATIONS = 5

describe('a portal that asks to come later for half an hour', () => {
  let world: TestWorld
  let tenant: Tenant

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
    tenant = await world.addPartner()
  })
  afterAll(() => world.stop())

  /** Of the jobs in the queue and of the deliveries. */
  async function attempts(): Promise<{ jobs: number[]; deliveries: number[] }> {
    const { db } = world.app.ctx
    const jobs = await db.selectFrom('job').select('attempts').where('kind', '=', 'delivery.send').execute()
    const deliveries = await db.selectFrom('delivery').select('attempts').execute()
    const of = (rows: { attempts: number }[]) => rows.map((row) => row.attempts)
    return { jobs: of(jobs), deliveries: of(deliveries) }
  }

  async function minutes(count: number): Promise<void> {
    for (let minute = 0; minute < count; minute++) {
      world.clock.advance({ minutes: 1 })
      await untilIdle(world)
    }
  }

  it('gets everything once it lets us, nothing twice, and no attempt is spent', async () => {
    const { faults, requests } = tenant.portal
    const refused = (fault: string) => requests.all.filter(({ outcome }) => outcome === `fault:${fault}`).length
    await untilIdle(world)
    const none = Array.from({ length: RESERVATIONS }, () => 0)
    const refusals: number[] = []
    const ids: string[] = []

    faults.always({ kind: 'queryLimit503' })
    for (let count = 0; count < RESERVATIONS; count++) ids.push(await reserveOne(world, tenant))
    await minutes(MINUTES / 2)
    refusals.push(refused('queryLimit503'))
    expect(await attempts()).toEqual({ jobs: none, deliveries: none })

    faults.clear()
    faults.always({ kind: 'operation429', method: /^crm\.(item|activity\.todo)\.add$/ })
    await minutes(MINUTES / 2)
    refusals.push(refused('operation429'))
    expect(await attempts()).toEqual({ jobs: none, deliveries: none })
    expect(ids.map((id) => itemsOf(tenant, id))).toEqual(none)
    expect(Math.min(...refusals)).toBeGreaterThan(0)

    faults.clear()
    world.clock.advance({ hours: 1 })
    for (const id of ids) await untilDelivery(world, id, 'delivered')
    await untilIdle(world)
    expect(ids.map((id) => itemsOf(tenant, id))).toEqual(ids.map(() => 1))
    expect(await attempts()).toEqual({ jobs: [], deliveries: ids.map(() => 1) })
    recordFigure(
      'R12',
      `${MINUTES} minutes of 503 and 429 (${refusals.join(' and ')} refusals): ` +
        `${RESERVATIONS} of ${RESERVATIONS} delivered, none twice, no attempt spent`
    )
  })
})
