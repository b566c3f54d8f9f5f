import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP } from '../../manifest/app.ts'
import { PortalClients, type Command } from '../../server/bitrix24/portal-client.ts'
import type { PortalError } from '../../server/bitrix24/errors.ts'
import { freeze } from '../faults/frozen-clock.ts'
import { generousPolicy, itemsOf, reserveOne, untilDelivery, untilIdle } from '../faults/stage.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { eventually } from '../support/wait.ts'

const LEADS: Command = { method: 'crm.item.list', params: { entityTypeId: 1 } }
const OTHER: Command = { method: 'crm.currency.list', params: {} }

describe('the operating time of a portal', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
  })
  afterAll(() => world.stop())

  const anotherProcess = () => new PortalClients({ ...world.app.ctx, isLoopback: true })
  const listsOf = ({ portal }: Tenant) => portal.requests.of('crm.item.list').length

  async function tenantWith(seconds: number, limitSeconds = 480): Promise<Tenant> {
    const tenant = await world.addPartner({}, { limits: true })
    await untilIdle(world)
    tenant.portal.operating.setCost('crm.item.list', seconds)
    tenant.portal.operating.limitSeconds = limitSeconds
    return tenant
  }

  it('is read from each command of a batch, and a method that is near its limit rests in every process', async () => {
    const tenant = await tenantWith(240)
    const { memberId } = tenant.portal
    const first = await world.app.ctx.portals.of(memberId).batch({ one: LEADS, two: LEADS, other: OTHER })
    expect(Object.values(first).every(({ ok }) => ok)).toBe(true)
    const made = listsOf(tenant)

    const second = await anotherProcess().of(memberId).batch({ list: LEADS, other: OTHER })
    expect(second).toMatchObject({ list: { ok: false, error: { kind: 'throttled' } }, other: { ok: true } })
    const { retryAt } = (second.list as { error: PortalError }).error
    await expect(anotherProcess().of(memberId).call(LEADS.method, LEADS.params)).rejects.toMatchObject({
      ...{ kind: 'throttled', retryAt }
    })
    expect(listsOf(tenant)).toBe(made)
    const shown = (await tenant.admin.get('/api/connection')).expect(200)
    expect(shown.blockedMethods).toEqual([{ method: 'crm.item.list', until: retryAt }])
    expect(shown.operating).toMatchObject([{ method: 'crm.item.list', seconds: 480, resetAt: retryAt }])

    world.clock.advance({ minutes: 11 })
    expect(await anotherProcess().of(memberId).batch({ list: LEADS })).toMatchObject({ list: { ok: true } })
  })

  it('that ran out earlier than we reckoned is waited for until the time that the portal told before', async () => {
    const tenant = await tenantWith(100, 150)
    const { memberId } = tenant.portal
    const client = world.app.ctx.portals.of(memberId)
    await client.batch({ list: LEADS })
    await client.call(LEADS.method, LEADS.params)
    const [{ resetAt }] = (await tenant.admin.get('/api/connection')).expect(200).operating
    const refused = await client.batch({ list: LEADS })
    expect(refused.list).toMatchObject({ error: { code: 'OPERATION_TIME_LIMIT', retryAt: resetAt } })
    const made = listsOf(tenant)
    await expect(client.call(LEADS.method, LEADS.params)).rejects.toMatchObject({ retryAt: resetAt })
    expect(listsOf(tenant)).toBe(made)
  })
})

describe('the calls of those who open the app', () => {
  it('count in the portal’s bucket', async () => {
    const world = await TestWorld.start()
    try {
      freeze(world)
      const tenant = await world.addPartner()
      await untilIdle(world)
      const level = async () => Number((await tenant.admin.get('/api/connection')).expect(200).rate.level)
      const before = await level()
      for (const userId of [1, 2, 2]) await tenant.portal.openApp(userId)
      expect(await level()).toBe(before + 3)
    } finally {
      await world.stop()
    }
  })
})

describe('a portal that Bitrix24 has blocked by hand', () => {
  let world: TestWorld
  let tenant: Tenant
  let first: string

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
  })
  afterAll(() => world.stop())

  const calls = () => tenant.portal.requests.httpCount
  const connection = async () => (await tenant.admin.get('/api/connection')).expect(200)
  const metrics = async () => (await fetch(`${world.origin}/metrics`)).text()

  async function block(): Promise<void> {
    tenant = await world.addPartner()
    await untilIdle(world)
    tenant.portal.faults.always({ kind: 'overload503' })
    first = await reserveOne(world, tenant)
    expect(await untilDelivery(world, first, 'parked')).toContain('blocked due to overload')
    await untilIdle(world)
  }

  it('is not called any more, whatever comes, and its admins and operators are told', async () => {
    await block()
    expect((await connection()).portal).toMatchObject({ trouble: 'overload', heldUntil: expect.any(String) })
    expect(await metrics()).toContain('app_troubled_portals{trouble="overload"} 1')
    const before = calls()
    const second = await reserveOne(world, tenant)
    await untilDelivery(world, second, 'parked')
    ;(await tenant.agent.post(`/api/reservations/${first}/delivery`)).expect(200)
    world.clock.advance({ minutes: 31 })
    await untilIdle(world)
    await untilDelivery(world, first, 'parked')
    expect(calls()).toBe(before)
  })

  it('is called once more when an admin asks for it, and goes on when the block is lifted', async () => {
    const before = calls()
    ;(await tenant.agent.post('/api/connection/check')).expect(403)
    ;(await tenant.admin.post('/api/connection/check')).expect(202)
    await eventually('the look', () => calls() === before + 1)
    await untilIdle(world)
    expect((await connection()).portal).toMatchObject({ trouble: 'overload', heldUntil: expect.any(String) })
    expect(calls()).toBe(before + 1)

    tenant.portal.faults.clear()
    ;(await tenant.admin.post('/api/connection/check')).expect(202)
    await untilDelivery(world, first, 'delivered')
    expect((await connection()).portal).toMatchObject({ trouble: null, heldUntil: null })
    expect(await metrics()).not.toContain('app_troubled_portals{trouble="overload"} 1')
  })

  it('is looked at again by itself a day later, and everything that waited goes on', async () => {
    await block()
    tenant.portal.faults.clear()
    const before = calls()
    world.clock.advance({ hours: 23 })
    await untilIdle(world)
    expect(calls()).toBe(before)
    world.clock.advance({ hours: 2 })
    await untilDelivery(world, first, 'delivered')
    expect(itemsOf(tenant, first)).toBe(1)
  })
})

describe('a portal that refuses what the app needs there', () => {
  let world: TestWorld
  let tenant: Tenant

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
    tenant = await world.addPartner()
    await untilIdle(world)
    tenant.portal.faults.always({ kind: 'accessDenied', method: 'event.bind' })
    await tenant.portal.update(2, { keepHandlers: false })
  })
  afterAll(() => world.stop())

  const refusedStep = async () => (await tenant.admin.get('/api/connection')).expect(200).refusedStep
  const binds = () => tenant.portal.requests.of('event.bind').length

  it('is shown with its words and left alone; deliveries go on', async () => {
    await eventually('the refusal', refusedStep)
    await untilIdle(world)
    expect(await refusedStep()).toMatchObject({ step: 'events', detail: expect.stringMatching(/access denied/i) })
    expect((await tenant.admin.get('/api/me')).expect(200).trouble).toEqual([])
    const before = binds()
    const jobs = world.app.ctx.db.selectFrom('job').select('kind').where('kind', '=', 'portal.reconcile')
    expect(await jobs.execute()).toEqual([])
    world.clock.advance({ hours: 3 })
    await untilIdle(world)
    expect(binds()).toBe(before)
    tenant.admin = await world.openAs(tenant.portal, 1)
    tenant.agent = await world.openAs(tenant.portal, 2)
    await untilIdle(world)
    const id = await reserveOne(world, tenant)
    await untilDelivery(world, id, 'delivered')
  })

  it('is tried again when an admin asks to check or opens the app', async () => {
    const before = binds()
    ;(await tenant.admin.post('/api/connection/check')).expect(202)
    await eventually('another try', () => binds() > before)
    await untilIdle(world)
    expect(await refusedStep()).not.toBeNull()
    tenant.portal.faults.clear()
    await tenant.portal.openApp(1)
    const { installation } = tenant.portal
    await eventually('all handlers', () => installation.eventHandlers.length === APP.events.length)
    await untilIdle(world)
    expect(await refusedStep()).toBeNull()
  })
})
