import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld } from '../support/app.ts'
import { aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'

let world: TestWorld
let staff: ApiClient

beforeAll(async () => {
  ;({ world, staff } = await startWithStaff())
})
afterAll(() => world.stop())

const post = (path: string, body: unknown, id: string = randomUUID()) =>
  world.staff.post(path, body, id, world.clock.now())
const timestamp = () => world.clock.now().toISOString()

it('finds every message of a request, whatever became of it, by its external id or number', async () => {
  const send = (type: string, data: unknown, id: string, path = '/webhooks/requests') =>
    post(path, { type, timestamp: timestamp(), data }, id)
  const mine = aRequest({ externalId: 'every-1' })
  const ids = ['made', 'changed', 'batch', 'wrong', 'withdrawn'].map((name) => `${name}-${randomUUID()}`)
  const [made, changed, batch, wrong, withdrawn] = ids as [string, string, string, string, string]
  await send('request.created', mine, made)
  world.clock.advance({ seconds: 1 })
  await send('request.updated', { ...mine, summary: 'Now with telephony' }, changed)
  world.clock.advance({ seconds: 1 })
  const batched = {
    type: 'request.batch',
    data: [aRequest({ externalId: 'every-2' }), { ...mine, summary: 'In a batch' }, { nothing: 1 }]
  }
  await post('/webhooks/requests/batch', batched, batch)
  world.clock.advance({ seconds: 1 })
  await send('request.updated', { ...mine, services: ['gardening'] }, wrong)
  world.clock.advance({ seconds: 1 })
  await send('request.withdrawn', { externalId: 'every-1' }, withdrawn)
  await send('request.created', aRequest(), randomUUID())

  const list = async (query: string) => (await staff.get(`/api/staff/webhooks?${query}`)).expect(200)
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)
  const all = await list('q=every-1')
  expect(idsOf(all)).toEqual([withdrawn, wrong, batch, changed, made])
  expect(all.items.map(({ state }: { state: string }) => state)).toEqual([
    ...['answered', 'failed', 'answered', 'answered', 'answered']
  ])
  expect(all.items[0].externalId).toBe('every-1')
  const { number } = all.items[0].request
  expect(idsOf(await list(`q=${number}`))).toEqual(idsOf(all))
  expect(idsOf(await list('q=every-2'))).toEqual([batch])
  expect(idsOf(await list('q=every-1&state=failed'))).toEqual([wrong])
  expect(idsOf(await list(`q=every-1&route=${encodeURIComponent('/webhooks/requests/batch')}`))).toEqual([batch])
  const first = await list('q=every-1&limit=2')
  const second = await list(`q=every-1&limit=3&cursor=${first.nextCursor}`)
  expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(all))
  expect(second.nextCursor).toBe(null)
  expect(idsOf(await list('q=every-none'))).toEqual([])
})
