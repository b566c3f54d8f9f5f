import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Breakable, cardOf, goTo, reserve, SOON } from './breakable.ts'
import type { Visitor } from './visitor.ts'

describe('an open page without its server', () => {
  let scene: Breakable

  beforeAll(async () => {
    scene = await Breakable.start()
  })
  afterEach(() => scene.expectSilence())
  afterAll(() => scene?.stop())

  const unplug = (visitor: Visitor) => visitor.page.context().setOffline(true)
  const plugIn = (visitor: Visitor) => visitor.page.context().setOffline(false)
  const saysLost = (visitor: Visitor) => visitor.app.getByText('No connection.').waitFor(SOON)

  test('a search is repeated when the network is back, with what came meanwhile', async () => {
    await scene.push('Kassensystem')
    const agent = await scene.open(await scene.arrive())
    await cardOf(agent, 'Kassensystem').waitFor()
    await unplug(agent)
    await agent.app.getByRole('searchbox').fill('Kassen')
    await saysLost(agent)
    await scene.push('Kassenhalle')
    await plugIn(agent)
    await cardOf(agent, 'Kassenhalle').waitFor(SOON)
    await agent.app.getByText('No connection.').waitFor({ state: 'detached' })
    expect(await agent.app.getByRole('searchbox').inputValue()).toBe('Kassen')
  })

  test('a page that is opened meanwhile fills itself', async () => {
    const agent = await scene.open(await scene.arrive())
    await unplug(agent)
    await goTo(agent, 'My reservations')
    await saysLost(agent)
    await plugIn(agent)
    await agent.app.locator('tbody th button').first().waitFor(SOON)
  })

  test('the stream goes on with what it missed', async () => {
    const agent = await scene.open(await scene.arrive())
    await unplug(agent)
    await scene.push('Segelmacher')
    await plugIn(agent)
    await agent.app.getByRole('button', { name: '1 new request', exact: true }).click({ timeout: 40_000 })
    await cardOf(agent, 'Segelmacher').waitFor()
  })

  test('a reservation whose answer was lost is made once and shown by itself', async () => {
    const before = await scene.countReservations()
    const agent = await scene.arrive()
    const panel = await scene.openRequest(agent, 'Fahrradverleih')
    const lose = async (route: any) => {
      await route.fetch()
      await route.abort()
    }
    await agent.page.route('**/reservation', lose, { times: 1 })
    await reserve(panel)
    await panel.getByText('Reserved for you').waitFor(SOON)
    expect(await scene.countReservations()).toBe(before + 1)
  })

  test('a reservation begun without a network is made when it is back', async () => {
    const before = await scene.countReservations()
    const agent = await scene.arrive()
    const panel = await scene.openRequest(agent, 'Weinhandel')
    await unplug(agent)
    await reserve(panel)
    await panel.getByText('No connection', { exact: true }).waitFor(SOON)
    await plugIn(agent)
    await panel.getByText('Reserved for you').waitFor(SOON)
    expect(await scene.countReservations()).toBe(before + 1)
  })

  test('a report that could not be sent stays as it was written, and is sent by itself', async () => {
    const agent = await scene.arrive()
    const panel = await scene.beginReport(agent, 'Three calls, no answer')
    await unplug(agent)
    await panel.getByRole('button', { name: 'Send report' }).click()
    await panel.getByText('No connection', { exact: true }).waitFor(SOON)
    expect(await panel.getByLabel('What happened').inputValue()).toBe('Three calls, no answer')
    await plugIn(agent)
    await panel.getByText('being checked').first().waitFor(SOON)
  })

  test('settings that could not be saved stay as they were entered, and are saved by themselves', async () => {
    const admin = await scene.open(await scene.arrive(1))
    await goTo(admin, 'Settings')
    await admin.app.getByLabel('Create').selectOption('deal')
    await unplug(admin)
    await admin.app.getByRole('button', { name: 'Save' }).click()
    await admin.app.getByRole('alert').getByText('No connection').waitFor(SOON)
    expect(await admin.app.getByLabel('Create').inputValue()).toBe('deal')
    await plugIn(admin)
    await admin.app.getByText('Saved', { exact: true }).waitFor(SOON)
    const { crm } = (await scene.tenant.admin.get('/api/settings')).expect(200)
    expect(crm.target).toBe('deal')
  })

  test('while the server restarts, a reservation waits and is then made', async () => {
    const before = await scene.countReservations()
    const agent = await scene.arrive()
    const panel = await scene.openRequest(agent, 'Baumschule')
    await scene.world.restart(async () => {
      await reserve(panel)
      await panel.getByText('No connection', { exact: true }).waitFor(SOON)
    })
    await panel.getByText('Reserved for you').waitFor(SOON)
    expect(await scene.countReservations()).toBe(before + 1)
  })
})
