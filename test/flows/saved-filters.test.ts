import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import { TestWorld } from '../support/app.ts'
import { OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'

const FILTERS = {
  ...{ services: [], locations: [], languages: [], valueClass: [], freeSlotsMin: 0, maxAgeDays: 0 },
  ...{ onlyUnlocked: false, q: '', sort: 'newest' }
}

describe('what a partner’s users keep', () => {
  let world: TestWorld
  const push = (overrides: Record<string, unknown>) =>
    world.staff.push(aRequest(overrides), 'request.created', world.clock.now())

  const remove = async (client: ApiClient, id: string) => {
    const headers = { authorization: `Bearer ${client.token}` }
    const answer = await fetch(`${world.origin}/api/saved-filters/${id}`, { method: 'DELETE', headers })
    return answer.json()
  }

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  })
  afterAll(() => world.stop())

  it('saved filters count what is new under them, for their owner only', async () => {
    const { admin, agent } = await world.addPartner()
    const saved = await agent.post('/api/saved-filters', {
      name: 'Telephony',
      filters: { ...FILTERS, services: ['telephony'] }
    })
    const [{ id }] = saved.expect(200).items
    world.clock.advance({ minutes: 1 })
    await push({ services: ['telephony'] })
    await push({ services: ['training'] })
    await push({ services: ['telephony'], location: { country: 'FR' } })
    const news = async () => (await agent.get('/api/saved-filters')).expect(200).items[0].newCount
    expect(await news()).toBe(1)
    expect((await admin.get('/api/saved-filters')).expect(200)).toEqual({ items: [] })
    ;(await admin.post(`/api/saved-filters/${id}/seen`)).expect(404)
    expect(await remove(admin, id)).toEqual({ items: [] })
    expect(await news()).toBe(1)
    world.clock.advance({ minutes: 1 })
    ;(await agent.post(`/api/saved-filters/${id}/seen`)).expect(200)
    expect(await news()).toBe(0)
    expect(await remove(agent, id)).toEqual({ items: [] })
  })

  it('the same name replaces, and ten are the most', async () => {
    const { agent } = await world.addPartner()
    const save = (name: string) => agent.post('/api/saved-filters', { name, filters: FILTERS })
    for (let count = 0; count < 10; count++) (await save(`filter ${count}`)).expect(200)
    expect((await save('filter 3')).expect(200).items).toHaveLength(10)
    expect((await save('one more')).status).toBe(422)
  })

  it('demand counts open requests of all countries, and tells no place of a locked one', async () => {
    const { agent } = await world.addPartner()
    await push({ location: { country: 'BR', subdivision: 'BR-SP' } })
    await push({ location: { country: 'BR', subdivision: 'BR-SP' }, users: 500 })
    const brazil = async () =>
      (await agent.get('/api/demand')).expect(200).countries.find((one: any) => one.country === 'BR')
    expect(await brazil()).toEqual({ country: 'BR', open: 2, subdivisions: [] })
    world.clock.advance({ hours: 73 })
    const later = await world.openAs(agent.portal, 2)
    const { countries } = (await later.get('/api/demand')).expect(200)
    expect(countries.find((one: any) => one.country === 'BR')).toEqual({
      ...{ country: 'BR', open: 2 },
      subdivisions: [{ code: 'BR-SP', open: 2 }]
    })
  })

  it('the guided tour is seen once', async () => {
    const { agent, admin } = await world.addPartner()
    const seen = async (client: typeof agent) => (await client.get('/api/me')).expect(200).tourSeen
    expect(await seen(agent)).toBe(false)
    for (let count = 0; count < 2; count++) (await agent.post('/api/me/tour')).expect(200)
    expect([await seen(agent), await seen(admin)]).toEqual([true, false])
  })
})
