import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld, Tenant } from '../support/app.ts'
import { aPartner, aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'

let world: TestWorld
let staff: ApiClient
let berlin: Tenant

beforeAll(async () => {
  ;({ world, staff } = await startWithStaff())
  berlin = await world.addPartner({ code: 'nordlicht', name: 'Nordlicht', homeCountry: 'DE' })
  await world.staff.upsertPartner(aPartner({ code: 'no-app', homeCountry: 'SE' }), world.clock.now())
})
afterAll(() => world.stop())

const PATH = '/api/staff/untaken-requests'
const push = async (overrides: Record<string, unknown> = {}) =>
  (await world.staff.push(aRequest(overrides), 'request.created', world.clock.now())).body.id as string
const list = async (query = '') => (await staff.get(PATH + query)).expect(200)

it('is for staff only', async () => {
  expect((await berlin.admin.get(PATH)).expect(403).code).toBe('forbidden')
})

it('tells which open requests nobody took in time, whom each of them reaches and why nobody has it', async () => {
  const taken = await push()
  const large = { users: 400, budget: { amount: 90_000, currency: 'EUR' } }
  const wanted = [
    await push({ summary: 'Not chosen' }),
    await push({ summary: 'Locked', ...large }),
    await push({ summary: 'Without the app', location: { country: 'SE' } }),
    await push({ summary: 'Far away', location: { country: 'IS' } })
  ]
  expect(await list()).toEqual({ items: [], nextCursor: null, total: 0, hours: 48 })
  world.clock.advance({ hours: 2 })
  ;(await berlin.agent.reserve(taken)).expect(201)
  world.clock.advance({ hours: 47 })
  await push({ summary: 'Came just now' })

  const { items, total } = await list()
  expect(total).toBe(4)
  const told = (reason: string, [covering, unlocked, locked]: number[]) => ({
    reason,
    reach: { covering, unlocked, locked }
  })
  expect(items).toMatchObject([
    { id: wanted[0], ...told('not_chosen', [1, 1, 0]), nextUnlockAt: null, slots: { taken: 0, max: 5 } },
    { id: wanted[1], ...told('all_locked', [1, 0, 1]) },
    { id: wanted[2], ...told('nobody_eligible', [1, 0, 0]) },
    { id: wanted[3], ...told('nobody_covers', [0, 0, 0]) }
  ])
  const locked = (await berlin.agent.get(`/api/requests/${wanted[1]}`)).expect(200)
  expect(items[1].nextUnlockAt).toBe(locked.unlocksAt)
  expect(JSON.stringify(items)).not.toContain('@kunde-')

  const first = await list('?limit=3')
  const rest = await list(`?limit=3&cursor=${first.nextCursor}`)
  expect([...first.items, ...rest.items].map(({ id }: { id: string }) => id)).toEqual(wanted)
  expect(rest.nextCursor).toBeNull()
  expect((await staff.get(`${PATH}?cursor=nonsense`)).status).toBe(422)
})

it('forgets a request as soon as it is reserved, and one whose time is over', async () => {
  const [one] = (await list()).items as { id: string }[]
  ;(await berlin.agent.reserve(one!.id)).expect(201)
  expect((await list()).total).toBe(3)
  world.clock.advance({ days: 31 })
  expect((await list()).items).toEqual([])
})
