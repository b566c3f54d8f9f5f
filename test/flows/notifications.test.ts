import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recalculateRating } from '../../server/features/ratings/recalculate-rating.ts'
import { untilIdle } from '../faults/stage.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { aPartner, aRequest } from '../support/factories.ts'
import { eventually } from '../support/wait.ts'

let world: TestWorld
let berlin: Tenant

beforeAll(async () => {
  world = await TestWorld.start({ B24_APP_CODE: 'vendor.requests' })
  berlin = await world.addPartner({ code: 'berlin', homeCountry: 'DE', timeZone: 'Europe/Berlin' }, { lang: 'de' })
})
afterAll(() => world.stop())
beforeEach(() => berlin.portal.notifications.clear())

async function choose(notifications: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<void> {
  const admin = await world.openAs(berlin.portal, 1)
  ;(await admin.put('/api/settings', { notifications, ...more }, { 'if-match': '*' })).expect(200)
}

const push = async (overrides: Record<string, unknown> = {}): Promise<string> =>
  (await world.staff.push(aRequest(overrides), 'request.created', world.clock.now())).body.id as string

const sent = () => berlin.portal.notifications.sent
const toldOf = (id: string) => sent().filter((notice) => notice.message.includes(id))

/** The rating is computed anew under gates that an empty record passes up to a level, when its own turn is over. */
async function rise(level: number): Promise<void> {
  const { ctx } = world.app
  await world.app.timers.run()
  await untilIdle(world)
  const levels = ctx.policy.levels.map((one, index) => ({ ...one, low: index === 0 ? null : index < level ? 0 : 9 }))
  const policy = { ...ctx.policy, minMaturedOutcomes: 0, levels }
  await recalculateRating({ ...ctx, policy }, { partnerCode: 'berlin' })
}

/** Time goes by; the nightly rating, which knows the true gates, may have taken the level away. */
async function passAt(level: number, time: Parameters<typeof world.clock.advance>[0]): Promise<void> {
  world.clock.advance(time)
  await rise(level)
}

async function spread(id: string): Promise<void> {
  await eventually('the notices are planned', async () => {
    const row = await world.app.ctx.db.selectFrom('request').select('spreadAt').where('id', '=', id).executeTakeFirst()
    return row?.spreadAt
  })
}

describe('a notice of a new request', () => {
  it('reaches the chosen agents when the request unlocks, without its client, with a way into the app', async () => {
    await choose({ userIds: [1, 2], newRequests: true })
    const id = await push({ services: ['training'] })
    await spread(id)
    expect(sent()).toEqual([])
    world.clock.advance({ minutes: 61 })
    await eventually('two notices', () => toldOf(id).length === 2)
    const [first, second] = toldOf(id)
    expect([first!.userId, second!.userId].sort()).toEqual([1, 2])
    expect(first).toMatchObject({ kind: 'system', tag: expect.stringMatching(/^request_R-\d{6}$/) })
    expect(first!.message).toMatch(/^Neue Implementierungsanfrage \[b\]R-\d{6}\[\/b\] in Deutschland: Schulung\./)
    expect(first!.message).toContain(
      `[URL=${new URL(berlin.portal.endpoint).origin}/marketplace/view/vendor.requests/?params%5Brequest%5D=${id}]`
    )
    expect(JSON.stringify(sent())).not.toMatch(/Erika|kunde|spreadsheets/)
  })

  it('goes to whoever asked for it when nobody is chosen, and to nobody by default', async () => {
    await choose({ newRequests: true })
    const id = await push()
    await spread(id)
    world.clock.advance({ minutes: 61 })
    await eventually('one notice', () => toldOf(id).length === 1)
    expect(toldOf(id)[0]!.userId).toBe(1)
    await choose({})
    const silent = await push()
    await spread(silent)
    const jobs = await world.app.ctx.db.selectFrom('job').select('id').where('payload', 'like', `%${silent}%`).execute()
    expect(jobs).toEqual([])
  })

  it('does not come for what the partner’s filters, pause or locations leave out', async () => {
    await choose({ newRequests: true }, { filters: { services: ['telephony'], languages: [] } })
    const filtered = await push({ services: ['training'] })
    const elsewhere = await push({ services: ['telephony'], location: { country: 'FR' } })
    await spread(elsewhere)
    await choose({ newRequests: true })
    const paused = await push()
    await spread(paused)
    await choose(
      { newRequests: true },
      { pausedUntil: new Date(world.clock.now().getTime() + 7_200_000).toISOString() }
    )
    world.clock.advance({ minutes: 61 })
    await eventually('no waiting job', async () => {
      const jobs = await world.app.ctx.db.selectFrom('job').select('id').where('kind', '=', 'agent.notify').execute()
      return jobs.length === 0
    })
    for (const id of [filtered, elsewhere, paused]) expect(toldOf(id)).toEqual([])
  })

  it('does not come for a suspended partner', async () => {
    await choose({ newRequests: true })
    const id = await push()
    await spread(id)
    const data = { code: 'berlin', timeZone: 'Europe/Berlin', portals: [berlin.portal.memberId] }
    await world.staff.upsertPartner(aPartner({ ...data, suspendedUntil: 'permanent' }), world.clock.now())
    world.clock.advance({ minutes: 61 })
    await eventually('no waiting job', async () => {
      const jobs = await world.app.ctx.db.selectFrom('job').select('id').where('kind', '=', 'agent.notify').execute()
      return jobs.length === 0
    })
    expect(toldOf(id)).toEqual([])
    await world.staff.upsertPartner(aPartner(data), world.clock.now())
  })

  it('waits for the end of the quiet hours', async () => {
    const local = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })
    const clockIn = (minutes: number) => local.format(new Date(world.clock.now().getTime() + minutes * 60_000))
    await choose({ newRequests: true, quietHours: { from: clockIn(-30), to: clockIn(180) } })
    const id = await push()
    await spread(id)
    world.clock.advance({ minutes: 61 })
    await eventually('it is postponed', async () => {
      const job = await world.app.ctx.db
        .selectFrom('job')
        .select('dueAt')
        .where('payload', 'like', `%${id}%`)
        .executeTakeFirst()
      return job && job.dueAt > new Date(world.clock.now().getTime() + 60 * 60_000).toISOString()
    })
    expect(toldOf(id)).toEqual([])
    world.clock.advance({ minutes: 120 })
    await eventually('the notice', () => toldOf(id).length === 1)
  })

  it('comes earlier when the partner has risen meanwhile', async () => {
    await choose({ userIds: [2], newRequests: true })
    const id = await push({ users: 300 })
    await spread(id)
    const due = async () => {
      const jobs = world.app.ctx.db.selectFrom('job').select('dueAt').where('payload', 'like', `%${id}%`)
      return Date.parse((await jobs.executeTakeFirstOrThrow()).dueAt) - world.clock.now().getTime()
    }
    expect(await due()).toBeGreaterThan(71 * 3_600_000)
    await rise(2)
    await eventually('the notice is planned for level 2', async () => (await due()) < 25 * 3_600_000)
    await rise(3)
    await eventually('the notice is planned for level 3', async () => (await due()) < 3 * 3_600_000)
    await passAt(3, { minutes: 121 })
    await eventually('one notice', () => toldOf(id).length === 1)
    await rise(1)
  })

  it('that comes earlier still waits for the end of the quiet hours', async () => {
    await rise(1)
    const local = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })
    const clockIn = (hours: number) => local.format(new Date(world.clock.now().getTime() + hours * 3_600_000))
    // The earlier moment, in a day, falls into them; the old one, in three days, as well.
    await choose({ userIds: [2], newRequests: true, quietHours: { from: clockIn(-2), to: clockIn(3) } })
    const id = await push({ users: 300 })
    await spread(id)
    const dueIn = async () => {
      const jobs = world.app.ctx.db.selectFrom('job').select('dueAt').where('payload', 'like', `%${id}%`)
      const job = await jobs.where('kind', '=', 'agent.notify').executeTakeFirst()
      return job ? (Date.parse(job.dueAt) - world.clock.now().getTime()) / 3_600_000 : 0
    }
    expect(await dueIn()).toBeGreaterThan(71)
    await rise(2)
    await eventually('the notice is planned for level 2', async () => (await dueIn()) < 25)
    await passAt(2, { hours: 24, minutes: 1 })
    await eventually('it is postponed', async () => {
      const hours = await dueIn()
      return hours > 2 && hours < 4
    })
    expect(toldOf(id)).toEqual([])
    await passAt(2, { hours: 3 })
    await eventually('the notice', () => toldOf(id).length === 1)
    await rise(1)
  })

  it('is gathered into one a day where a summary is wanted', async () => {
    await choose({ userIds: [2], digest: true })
    for (let count = 0; count < 3; count++) await spread(await push({ budget: { amount: 50_000, currency: 'EUR' } }))
    world.clock.advance({ hours: 25 })
    await eventually('the summary', () => sent().length === 1)
    expect(sent()[0]!.message).toMatch(/\[b\]3\[\/b\], davon 3 für Sie noch gesperrt\./)
    expect(sent()[0]).toMatchObject({ userId: 2, tag: 'requests_digest' })
  })
})

describe('a notice about a reservation', () => {
  it('tells the reserving agent of a withdrawal and an erasure, one by one in each other’s place', async () => {
    await choose({})
    const data = aRequest()
    const id = (await world.staff.push(data, 'request.created', world.clock.now())).body.id as string
    world.clock.advance({ minutes: 61 })
    const agent = await world.openAs(berlin.portal, 2)
    const { reservation } = (await agent.reserve(id)).expect(201)
    const { externalId } = data
    await world.staff.push({ externalId, reason: 'done' }, 'request.withdrawn', world.clock.now())
    await eventually('the withdrawal', () => sent().some(({ message }) => message.includes('zurückgezogen')))
    await world.staff.push({ externalId }, 'request.erased', world.clock.now())
    await eventually('the erasure', () => sent().some(({ message }) => message.includes('Löschung')))
    expect(sent().map(({ userId, tag }) => ({ userId, tag }))).toEqual([
      { userId: 2, tag: `request_${reservation.number}` },
      { userId: 2, tag: `request_${reservation.number}` }
    ])
    expect(berlin.portal.notifications.of(2)).toHaveLength(1)
    expect(sent()[1]!.message).toContain(`params%5Breservation%5D=${reservation.id}`)
  })
})

describe('a test notice', () => {
  it('is for admins and goes to the chosen agents at once', async () => {
    await choose({ userIds: [2], quietHours: { from: '00:00', to: '23:59' } })
    const path = '/api/settings/notifications/test'
    expect((await (await world.openAs(berlin.portal, 2)).post(path)).expect(403).code).toBe('admin_only')
    const asked = (await (await world.openAs(berlin.portal, 1)).post(path)).expect(202)
    expect(asked).toEqual({ userIds: [2] })
    await eventually('the notice', () => sent().length === 1)
    expect(sent()[0]).toMatchObject({ userId: 2, message: expect.stringContaining('kommen hier an') })
  })

  it('is sent again when its answer was lost, and takes the first one’s place', async () => {
    await choose({ userIds: [2] })
    berlin.portal.faults.once({ kind: 'resetAfter', method: 'im.notify.system.add' })
    ;(await (await world.openAs(berlin.portal, 1)).post('/api/settings/notifications/test')).expect(202)
    await eventually('the second try', () => sent().length === 2)
    expect(berlin.portal.notifications.of(2)).toHaveLength(1)
  })
})

describe('quiet hours', () => {
  it('have to be times of the day', async () => {
    const admin = await world.openAs(berlin.portal, 1)
    const wrong = { notifications: { quietHours: { from: '25:00', to: '7' } } }
    const refused = (await admin.put('/api/settings', wrong, { 'if-match': '*' })).expect(422)
    expect(refused.errors[0].path).toBe('notifications.quietHours.from')
  })
})
