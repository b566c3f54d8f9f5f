import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld, Tenant } from '../support/app.ts'
import { aPartner, aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'

let world: TestWorld
let staff: ApiClient
let berlin: Tenant

beforeAll(async () => {
  ;({ world, staff } = await startWithStaff())
  berlin = await world.addPartner({ code: 'b-nordlicht', name: 'Nordlicht', homeCountry: 'DE', status: 'gold' })
})
afterAll(() => world.stop())

const upsert = (data: Record<string, unknown>) => world.staff.upsertPartner(aPartner(data), world.clock.now())
const codes = async (query: string): Promise<string[]> =>
  ((await staff.get(`/api/staff/partners?${query}`)).expect(200).items as { code: string }[]).map(({ code }) => code)

describe('partners', () => {
  it('are listed with status, certificate, suspension and portals, and found by each', async () => {
    await upsert({ code: 'a-uncertified', name: 'Alpha', homeCountry: 'FR', certifiedAt: null })
    await upsert({ code: 'c-suspended', name: 'Gamma', suspendedUntil: 'permanent', suspensionReason: 'spam' })
    await upsert({ code: 'd-terminated', name: 'Delta', terminatedAt: '2026-01-01T00:00:00.000Z', status: 'bronze' })
    const all = (await staff.get('/api/staff/partners')).expect(200)
    expect(all.items).toMatchObject([
      { code: 'a-uncertified', eligible: false, reasons: ['partner_not_certified'], portals: { total: 0 } },
      { code: 'b-nordlicht', eligible: true, level: 1, portals: { installed: 1, troubled: 0, total: 1 } },
      { code: 'c-suspended', suspensions: [{ by: 'registry', until: 'permanent', reason: 'spam' }] },
      { code: 'd-terminated', reasons: ['partner_terminated'] }
    ])
    expect(await codes('q=NORD')).toEqual(['b-nordlicht'])
    expect(await codes('q=a-unc')).toEqual(['a-uncertified'])
    expect(await codes('status=bronze')).toEqual(['d-terminated'])
    expect(await codes('country=FR')).toEqual(['a-uncertified'])
    expect(await codes('state=active')).toEqual(['b-nordlicht'])
    expect(await codes('state=suspended')).toEqual(['c-suspended'])
    expect(await codes('state=terminated')).toEqual(['d-terminated'])
    expect(await codes('state=not_certified')).toEqual(['a-uncertified'])
    const first = (await staff.get('/api/staff/partners?limit=3')).expect(200)
    expect(await codes(`limit=3&cursor=${first.nextCursor}`)).toEqual(['d-terminated'])
  })

  it('are shown with rating, limits, locations and installations', async () => {
    await upsert({
      code: 'b-nordlicht',
      name: 'Nordlicht',
      status: 'gold',
      portals: [berlin.portal.memberId, 'second.bitrix24.de']
    })
    const detail = (await staff.get('/api/staff/partners/b-nordlicht')).expect(200)
    expect(detail).toMatchObject({
      locations: ['DE'],
      limits: { daily: { used: 0, max: 3 }, inWork: { used: 0, max: 5 } },
      reservations: [],
      installations: [
        {
          memberId: berlin.portal.memberId,
          status: 'installed',
          trouble: null,
          linkedBy: 'registry',
          deliveries: { waiting: 0, refused: 0, parked: 0 }
        }
      ],
      missingPortals: ['second.bitrix24.de']
    })
    expect((await staff.get('/api/staff/partners/nobody')).status).toBe(404)
  })
})

describe('a suspension by staff', () => {
  it('acts at once, outlives a push of the registry and is lifted with a reason', async () => {
    const path = '/api/staff/partners/b-nordlicht/suspension'
    await world.staff.push(aRequest(), 'request.created', world.clock.now())
    expect((await berlin.agent.get('/api/requests')).status).toBe(200)
    expect((await staff.post(path, { until: 'permanent', reason: ' ' })).status).toBe(422)
    expect((await staff.post(path, { until: '2020-01-01T00:00:00.000Z', reason: 'past' })).status).toBe(422)
    const until = new Date(world.clock.now().getTime() + 86_400_000).toISOString()
    const suspended = (await staff.post(path, { until, reason: 'complaints of clients' })).expect(200)
    expect(suspended).toMatchObject({ eligible: false, suspensions: [{ by: 'staff', until }] })
    const refused = (await berlin.agent.get('/api/requests')).expect(403)
    expect(refused).toMatchObject({ code: 'partner_suspended', until })

    await upsert({ code: 'b-nordlicht', portals: [berlin.portal.memberId] })
    expect((await berlin.agent.get('/api/requests')).status).toBe(403)
    const lifted = (await staff.post(`${path}/lift`, { reason: 'settled' })).expect(200)
    expect(lifted).toMatchObject({ eligible: true, suspensions: [] })
    expect((await berlin.agent.get('/api/requests')).status).toBe(200)
    expect((await staff.post(`${path}/lift`, { reason: 'again' })).expect(409).code).toBe('wrong_state')

    const entries = await world.app.ctx.db
      .selectFrom('audit_entry')
      .select(['kind', 'reason', 'userId'])
      .where('subjectId', '=', 'b-nordlicht')
      .where('userId', 'is not', null)
      .execute()
    expect(entries).toEqual([
      { kind: 'partner.suspended', reason: `until ${until}: complaints of clients`, userId: 2 },
      { kind: 'partner.suspension_lifted', reason: 'settled', userId: 2 }
    ])
  })

  it('ends by itself', async () => {
    const until = new Date(world.clock.now().getTime() + 1_800_000).toISOString()
    ;(await staff.post('/api/staff/partners/b-nordlicht/suspension', { until, reason: 'half an hour' })).expect(200)
    world.clock.advance({ minutes: 31 })
    expect((await berlin.agent.get('/api/requests')).status).toBe(200)
  })
})
