import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generousPolicy, untilIdle } from '../faults/stage.ts'
import { sendUnruly, type Sent } from '../faults/unruly-events.ts'
import { move, outcomeOf, type LeadMove, type ModelReservation } from './model.ts'
import { Random } from '../simulation/random.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { recordFigure } from '../support/figure.ts'
import { aPushedRequest } from '../support/pushed.ts'

/** Every partner holds every request; what happens to it is the same for all, what they hear of it is not. */
const PARTNERS = 5
const ITEMS = Number(process.env.EVENT_ITEMS ?? 16)
const SEED = Number(process.env.EVENT_SEED ?? Date.now() % 1_000_000)
const LEAD = 1
const DEAL = 2

const STORIES: LeadMove[][] = [
  ['lose'],
  ['convert', 'win'],
  ['lose', 'reopen'],
  ['convert', 'lose', 'win'],
  ['convert', 'win', 'lose'],
  ['convert', 'win', 'reopen'],
  ['convert', 'lose'],
  ['lose', 'reopen', 'convert', 'win']
]
const storyOf = (item: number): LeadMove[] => STORIES[item % STORIES.length]!

interface Item {
  leadId: number
  reservation: ModelReservation
}

describe(`events in any order (EVENT_SEED=${SEED})`, () => {
  let world: TestWorld
  const tenants: Tenant[] = []
  const held: Item[][] = []

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy({ rating: { minCell: 1_000_000 } }))
    while (tenants.length < PARTNERS) tenants.push(await world.addPartner())
    const requests: string[] = []
    while (requests.length < ITEMS) {
      const pushed = aPushedRequest({ externalId: randomUUID() })
      requests.push((await world.staff.push(pushed, 'request.created', world.clock.now())).body.id as string)
    }
    const reserved = await Promise.all(tenants.map((tenant) => reserveAll(tenant, requests)))
    await untilIdle(world)
    for (const [partner, { portal }] of tenants.entries()) {
      const leads = new Map(portal.crm.list(LEAD).map((lead) => [lead.originId, lead.id]))
      held.push(
        reserved[partner]!.map((id) => ({
          leadId: leads.get(id)!,
          reservation: { id, lead: 'P', deals: [], wasDecided: false }
        }))
      )
    }
    world.clock.advance({ hours: 80 })
    await untilIdle(world)
  })
  afterAll(() => world.stop())

  async function reserveAll({ agent }: Tenant, requests: string[]): Promise<string[]> {
    const ids: string[] = []
    for (const id of requests) ids.push((await agent.reserve(id)).expect(201).reservation.id as string)
    return ids
  }

  async function play({ portal }: Tenant, { leadId, reservation }: Item, how: LeadMove): Promise<void> {
    const deal = portal.crm.list(DEAL).find((one) => one.leadId === leadId)
    const [type, id] = deal ? [DEAL, deal.id] : [LEAD, leadId]
    if (how === 'convert') await portal.convertLead(leadId)
    else if (how === 'lose') await portal.lose(type, id)
    else if (how === 'reopen') await portal.reopen(type, id)
    else {
      await portal.addActivity(type, id)
      await portal.win(id)
    }
    move(reservation, how)
  }

  async function sweep(): Promise<void> {
    world.clock.advance({ minutes: 16 })
    await world.app.timers.run()
    world.clock.advance({ seconds: 1 })
    await untilIdle(world)
  }

  const outcomesOf = async (ids: string[]): Promise<Map<string, string>> => {
    const rows = world.app.ctx.db.selectFrom('reservation').select(['id', 'outcome']).where('id', 'in', ids)
    return new Map((await rows.execute()).map(({ id, outcome }) => [id, outcome]))
  }

  /** In the order of the requests. */
  const outcomes = async (items: Item[]): Promise<string[]> => {
    const found = await outcomesOf(items.map(({ reservation }) => reservation.id))
    return items.map(({ reservation }) => found.get(reservation.id)!)
  }
  const expected = (items: Item[]): string[] => items.map(({ reservation }) => outcomeOf(reservation))

  it('end in the same outcomes and ratings: permuted, doubled, a third of them lost, forged ones between', async () => {
    for (const { portal } of tenants) portal.events.hold()
    for (const [partner, tenant] of tenants.entries())
      for (const [item, one] of held[partner]!.entries()) for (const how of storyOf(item)) await play(tenant, one, how)
    const results: Sent[] = []
    for (const [partner, { portal }] of tenants.entries())
      results.push(await sendUnruly(portal, new Random(SEED + partner)))
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([])
    await untilIdle(world)
    await sweep()
    for (const items of held) expect(await outcomes(items)).toEqual(expected(items))

    const ratings = []
    for (const { agent } of tenants) {
      const { o, e, rating, conversion, level, matured } = (await agent.get('/api/rating')).expect(200)
      ratings.push({ o: o.toFixed(3), e: e.toFixed(3), rating, conversion, level, matured })
    }
    expect(ratings[0]).toMatchObject({ conversion: { lost: expect.any(Number), won: expect.any(Number) } })
    for (const rating of ratings) expect(rating).toEqual(ratings[0])
    const sum = (count: (result: Sent) => number): number => results.reduce((total, one) => total + count(one), 0)
    recordFigure(
      'R15',
      `${PARTNERS} permutations of the events of ${ITEMS} items: ${sum((one) => one.sent)} came, ` +
        `${sum((one) => one.dropped)} were lost, ${sum((one) => one.forged)} were forged; one result`
    )
  })

  it('or none at all: what changed while the app was down is there after two sweeps', async () => {
    const before = await Promise.all(held.map(outcomes))
    await world.restart(async () => {
      for (const [partner, tenant] of tenants.entries())
        for (const item of held[partner]!)
          await play(tenant, item, outcomeOf(item.reservation) === 'lost' ? 'reopen' : 'lose')
      await world.bitrix24.settled()
      world.clock.advance({ minutes: 10 })
    })
    let sweeps = 0
    const isRecovered = async (): Promise<boolean> => {
      const now = await Promise.all(held.map(outcomes))
      return now.every((one, partner) => one.join() === expected(held[partner]!).join())
    }
    while (sweeps < 2 && !(await isRecovered())) {
      sweeps += 1
      await sweep()
    }
    const after = await Promise.all(held.map(outcomes))
    expect(after).toEqual(held.map(expected))
    expect(after.flat().filter((outcome, index) => outcome === before.flat()[index])).toEqual([])
    recordFigure(
      'R16',
      `${PARTNERS * ITEMS} items changed while the app was down: all there after ${sweeps} of at most 2 sweeps`
    )
  })
})
