import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestWorld, type Tenant } from '../support/app.ts'
import { aRequest } from '../support/factories.ts'
import { eventually } from '../support/wait.ts'

describe('the main job', () => {
  let world: TestWorld
  let berlin: Tenant
  let paris: Tenant

  beforeAll(async () => {
    world = await TestWorld.start()
    berlin = await world.addPartner({ name: 'Nordlicht', homeCountry: 'DE' })
    paris = await world.addPartner({ name: 'Lumière', homeCountry: 'FR' }, { crmMode: 'simple', lang: 'fr' })
  })
  afterAll(() => world.stop())

  async function released(overrides: Record<string, unknown> = {}): Promise<string> {
    const answer = await world.staff.push(aRequest(overrides), 'request.created', world.clock.now())
    expect(answer).toMatchObject({ status: 202, body: { state: 'open', duplicate: false } })
    return answer.body.id as string
  }

  it('shows a request, locked at first, to the partners of its country and to nobody else', async () => {
    const id = await released()
    const feed = (await berlin.agent.get('/api/requests')).expect(200)
    expect(feed.items[0]).toMatchObject({ id, unlocked: false, unlocksNowAtLevel: 4, location: { country: 'DE' } })
    expect(feed.counts).toEqual({ unlocked: 0, locked: 1 })
    expect((await paris.agent.get('/api/requests')).expect(200).items).toEqual([])
    expect((await paris.agent.get(`/api/requests/${id}`)).status).toBe(404)
    const refused = (await berlin.agent.reserve(id)).expect(403)
    expect(refused).toMatchObject({ code: 'request_locked', unlocksNowAtLevel: 4 })
  })

  it('lets a partner reserve once it is unlocked and puts a lead into its classic CRM', async () => {
    world.clock.advance({ minutes: 61 })
    const { items } = (await berlin.agent.get('/api/requests')).expect(200)
    const { id } = items[0]
    expect(items[0]).toMatchObject({ unlocked: true, slots: { taken: 0, max: 5 }, mine: null })

    const rules = (await berlin.agent.post(`/api/requests/${id}/reservation`)).expect(409)
    expect(rules).toMatchObject({ code: 'contact_rules_not_accepted', rulesVersion: '1' })
    const { reservation, contact } = (await berlin.agent.reserve(id)).expect(201)
    expect(contact.email).toContain('@kunde-')
    expect(reservation).toMatchObject({ slot: 1, outcome: 'open', delivery: { state: 'pending' } })
    const again = (await berlin.agent.post(`/api/requests/${id}/reservation`)).expect(200)
    expect(again.reservation.id).toBe(reservation.id)

    const delivered = await eventually('the delivery', async () => {
      const own = (await berlin.agent.get(`/api/reservations/${reservation.id}`)).expect(200)
      return own.delivery.state === 'delivered' && own.crm?.stageName && own
    })
    const leads = berlin.portal.crm.list(1)
    expect(leads).toHaveLength(1)
    expect(leads[0]).toMatchObject({ originId: reservation.id, assignedById: 2, companyTitle: contact.company })
    expect(delivered.crm).toMatchObject({ entityTypeId: 1, id: leads[0]!.id, semantic: 'P' })
    expect(paris.portal.crm.list(1)).toHaveLength(0)
  })

  it('puts a contact and a deal into a simple CRM', async () => {
    const id = await released({ location: { country: 'FR' }, languages: ['fr'] })
    world.clock.advance({ minutes: 61 })
    const { reservation } = (await paris.agent.reserve(id)).expect(201)
    await eventually('the deal', () => paris.portal.crm.list(2).find((deal) => deal.originId === reservation.id))
    const contact = paris.portal.crm.list(3).find((one) => one.originId === reservation.id)
    expect(contact).toBeDefined()
    const deal = paris.portal.crm.list(2).find((one) => one.originId === reservation.id)
    expect(deal).toMatchObject({ contactIds: [contact!.id] })
  })

  it('follows the CRM to won, moves the rating and unlocks more', async () => {
    const before = (await paris.agent.get('/api/rating')).expect(200)
    expect(before).toMatchObject({ level: 1, rating: 50, score: 1, matured: 0 })
    for (let index = 0; index < 5; index++) {
      const id = await released({ location: { country: 'FR' } })
      world.clock.advance({ days: 1, minutes: 61 })
      const { reservation } = (await paris.agent.reserve(id)).expect(201)
      const deal = await eventually('the deal', () =>
        paris.portal.crm.list(2).find((one) => one.originId === reservation.id)
      )
      const own = async () => (await paris.agent.get(`/api/reservations/${reservation.id}`)).expect(200)
      await eventually('its delivery', async () => (await own()).crm?.stageName)
      await paris.portal.moveTo(2, Number(deal.id), 'PREPARATION')
      // A deal that was never seen on its way is a win to be looked at.
      await eventually('its stage', async () => (await own()).crm?.stageName === 'Document preparation')
      world.clock.advance({ days: 4 })
      await paris.portal.win(Number(deal.id))
      await world.bitrix24.settled()
      await eventually('the win', async () => (await own()).outcome === 'won')
    }
    const rating = await eventually('the level', async () => {
      const now = (await paris.agent.get('/api/rating')).expect(200)
      return now.level > 1 && now
    })
    expect(rating.conversion).toEqual({ won: 5, lost: 0, ratio: 1 })
    expect(rating.rating).toBeGreaterThan(50)
    const { items } = await released({ location: { country: 'FR' } }).then(async () =>
      (await paris.agent.get('/api/requests?sort=newest&limit=1')).expect(200)
    )
    expect(items[0].unlocked).toBe(rating.level === 4)
  })

  it('lets five of many partners have a request and refuses the others clearly', async () => {
    const partners = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        world.addPartner({ name: `Partner ${index}`, homeCountry: 'PL' }, { name: `portal-${index}` })
      )
    )
    const id = await released({ location: { country: 'PL' } })
    world.clock.advance({ minutes: 61 })
    const answers = await Promise.all(
      partners.flatMap((partner) => [partner.agent, partner.admin, partner.agent].map((user) => user.reserve(id)))
    )
    const winners = new Set(answers.filter((one) => one.status < 300).map((one) => one.body.reservation.slot as number))
    expect([...winners].sort()).toEqual([1, 2, 3, 4, 5])
    expect(answers.filter((one) => one.status === 201)).toHaveLength(5)
    const refused = answers.filter((one) => one.status >= 300)
    expect(new Set(refused.map((one) => `${one.status} ${one.body.code as string}`))).toEqual(
      new Set(['409 request_full'])
    )
  })
})
