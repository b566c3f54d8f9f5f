import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/contract/settings.ts'
import { TestWorld } from '../support/app.ts'

describe('the settings’ history', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start()
  })
  afterAll(() => world.stop())

  it('tells admins who changed which sections, newest first, of their own portal only', async () => {
    const { admin, agent } = await world.addPartner()
    const stranger = await world.addPartner()
    const save = async (change: object) => {
      const put = await admin.put('/api/settings', { ...DEFAULT_SETTINGS, ...change }, { 'if-match': '*' })
      put.expect(200)
      world.clock.advance({ minutes: 1 })
    }
    await save({ extraLocations: ['AT'] })
    await save({ extraLocations: ['AT', 'CH'], whoMayReserve: [1] })
    await save({ extraLocations: ['AT', 'CH'], whoMayReserve: [1] })
    const { items } = (await admin.get('/api/settings/history')).expect(200)
    expect(items).toMatchObject([
      { userId: 1, parts: ['extraLocations', 'whoMayReserve'] },
      { userId: 1, parts: ['extraLocations'] }
    ])
    expect(JSON.stringify(items)).not.toContain('CH')
    expect((await stranger.admin.get('/api/settings/history')).expect(200)).toEqual({ items: [] })
    expect((await agent.get('/api/settings/history')).expect(403)).toMatchObject({ code: 'admin_only' })
  })
})
