import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generousPolicy, itemsOf, untilDelivery, untilIdle } from '../faults/stage.ts'
import { formatPhp } from '../portal/php.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { recordFigure } from '../support/figure.ts'
import { aPushedRequest } from '../support/pushed.ts'
import { eventually } from '../support/wait.ts'

const TIMES = Number(process.env.REPLAYS ?? 1000)
const AT_ONCE = 25

describe('the same message a thousand times', () => {
  let world: TestWorld
  let tenant: Tenant

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
    tenant = await world.addPartner()
  })
  afterAll(() => world.stop())

  async function repeat<Answer>(times: number, send: () => Promise<Answer>): Promise<Answer[]> {
    const answers: Answer[] = []
    while (answers.length < times) answers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, send))))
    return answers
  }

  const count = async (table: 'request' | 'request_contact' | 'webhook_message' | 'reservation'): Promise<number> =>
    (await world.app.ctx.db.selectFrom(table).select(world.app.ctx.db.fn.countAll().as('rows')).execute()).map(
      ({ rows }) => Number(rows)
    )[0]!

  it('of staff: one request, whatever happened since, and however late it comes', async () => {
    const data = aPushedRequest({ externalId: randomUUID(), users: 10 })
    const payload = (type: string, more: object = {}) => ({
      type,
      timestamp: world.clock.now().toISOString(),
      data: { ...data, ...more }
    })
    const [id, created] = [randomUUID(), payload('request.created')]
    // A restart closes idle connections under the sender, which then tries again.
    const again = () =>
      eventually('an answer', () => world.staff.post('/webhooks/requests', created, id, world.clock.now()))

    const first = await repeat(TIMES / 2, again)
    expect(
      new Set(first.map(({ status, body }) => `${status} ${body.id as string} ${body.state as string}`)).size
    ).toBe(1)
    expect(first.filter(({ body }) => body.duplicate === false)).toHaveLength(1)
    const requestId = first[0]!.body.id as string
    const { reservation } = (await tenant.agent.reserve(requestId)).expect(201)
    await untilDelivery(world, reservation.id as string, 'delivered')
    await world.staff.post(
      '/webhooks/requests',
      payload('request.updated', { users: 20 }),
      randomUUID(),
      world.clock.now()
    )

    const late = await repeat(TIMES / 2, again)
    world.clock.advance({ days: 7 })
    await world.restart()
    late.push(...(await repeat(AT_ONCE, again)))
    world.clock.advance({ days: 8 })
    await world.app.timers.run()
    late.push(...(await repeat(AT_ONCE, again)))
    expect(late.filter(({ status, body }) => status !== 202 || body.id !== requestId)).toEqual([])

    expect([await count('request'), await count('request_contact'), await count('reservation')]).toEqual([1, 1, 1])
    const request = await world.app.ctx.db.selectFrom('request').selectAll().executeTakeFirstOrThrow()
    expect(request).toMatchObject({ users: 20, freeSlots: 4, state: 'open' })
    expect(itemsOf(tenant, reservation.id as string)).toBe(1)
    recordFigure('R14', `webhooks: ${first.length + late.length} times the same, also after 7 and 15 days: 1 effect`)
  })

  it('of staff, when its time has run out: refused', async () => {
    const payload = { type: 'request.created', timestamp: world.clock.now().toISOString(), data: aPushedRequest() }
    const [id, at] = [randomUUID(), world.clock.now()]
    const before = await count('request')
    world.clock.advance({ minutes: 6 })
    const answers = await repeat(AT_ONCE, () => world.staff.post('/webhooks/requests', payload, id, at))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
    expect(await count('request')).toBe(before)
  })

  it('of a portal: one change of the outcome', async () => {
    const { portal } = tenant
    const reserved = await world.app.ctx.db.selectFrom('reservation').select('id').executeTakeFirstOrThrow()
    const lead = portal.crm.list(1).find((item) => item.originId === reserved.id)!
    portal.events.hold()
    await portal.lose(1, lead.id)
    const [event] = portal.events.waiting
    portal.events.stop()
    portal.events.release()
    const body = formatPhp({ ...event!.body, ts: String(Math.floor(world.clock.now().getTime() / 1000)) })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const statuses = await repeat(
      TIMES,
      async () => (await fetch(event!.url, { method: 'POST', headers, body })).status
    )
    expect(new Set(statuses)).toEqual(new Set([200]))
    tenant.agent = await world.openAs(portal, 2)
    const show = async () => (await tenant.agent.get(`/api/reservations/${reserved.id}`)).expect(200)
    await eventually('the outcome', async () => (await show()).outcome === 'lost')
    await untilIdle(world)
    const changes = (await show()).history.filter(({ kind }: { kind: string }) => kind === 'outcome_changed')
    expect(changes).toHaveLength(1)
    recordFigure('R14', `events: ${statuses.length} times the same: 1 effect`)
  })
})
