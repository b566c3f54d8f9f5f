import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld, Tenant } from '../support/app.ts'
import { aPartner, aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { eventually } from '../support/wait.ts'

let world: TestWorld
let staff: ApiClient
let berlin: Tenant
let paris: Tenant

beforeAll(async () => {
  ;({ world, staff } = await startWithStaff())
  berlin = await world.addPartner({ code: 'nordlicht', name: 'Nordlicht', homeCountry: 'DE' })
  paris = await world.addPartner({ code: 'lumiere', name: 'Lumière', homeCountry: 'FR' }, { lang: 'fr' })
})
afterAll(() => world.stop())

const push = async (overrides: Record<string, unknown> = {}) =>
  (await world.staff.push(aRequest(overrides), 'request.created', world.clock.now())).body.id as string

const why = async (id: string, partner: string) =>
  (await staff.get(`/api/staff/requests/${id}/visibility?partner=${partner}`)).expect(200)

const codesOf = (answer: { reasons: { code: string }[] }) => answer.reasons.map(({ code }) => code)

describe('the list of requests', () => {
  it('finds by number, externalId, words, state and country, page by page', async () => {
    const ids = []
    for (const index of [1, 2, 3])
      ids.push(
        await push({ externalId: `list-${index}`, summary: `Zündholzfabrik ${index}`, location: { country: 'SE' } })
      )
    const page = (await staff.get('/api/staff/requests?country=SE&state=open,held&limit=2')).expect(200)
    expect(page.items.map((item: { id: string }) => item.id)).toEqual([ids[2], ids[1]])
    const rest = (await staff.get(`/api/staff/requests?country=SE&limit=2&cursor=${page.nextCursor}`)).expect(200)
    expect(rest).toMatchObject({ items: [{ id: ids[0] }], nextCursor: null })
    const find = async (q: string) =>
      ((await staff.get(`/api/staff/requests?q=${encodeURIComponent(q)}`)).expect(200).items as { id: string }[]).map(
        ({ id }) => id
      )
    expect(await find(page.items[0].number)).toEqual([ids[2]])
    expect(await find('list-2')).toEqual([ids[1]])
    expect(await find('zundholzfabrik')).toEqual([ids[2], ids[1], ids[0]])
    expect(await find('nothing like it')).toEqual([])
    expect((await staff.get('/api/staff/requests?country=SE&state=dropped')).expect(200).items).toEqual([])
  })
})

describe('a request’s story', () => {
  it('goes from its arrival to its outcome and names everybody who was shown the contact', async () => {
    const id = await push({ location: { country: 'DE' } })
    world.clock.advance({ minutes: 61 })
    const { reservation } = (await berlin.agent.reserve(id)).expect(201)
    await eventually('the delivery', async () => {
      const own = (await berlin.agent.get(`/api/reservations/${reservation.id}`)).expect(200)
      return own.delivery.state === 'delivered'
    })
    await berlin.agent.post(`/api/reservations/${reservation.id}/dispute`, { reason: 'spam', comment: 'no answer' })
    const story = (await staff.get(`/api/staff/requests/${id}`)).expect(200)
    expect(story).toMatchObject({
      id,
      state: 'open',
      slots: { taken: 1, max: 5 },
      consent: { given: true, textVersion: '3' },
      original: null,
      merged: []
    })
    expect(story.unlocks).toMatchObject([
      { level: 1, partners: 1 },
      { level: 2, partners: 0 },
      { level: 3, partners: 0 },
      { level: 4, partners: 0 }
    ])
    expect(story.unlocks[3].at).toBe(story.releasedAt)
    expect(story.reservations).toMatchObject([
      {
        id: reservation.id,
        partner: { code: 'nordlicht', name: 'Nordlicht' },
        portal: { memberId: berlin.portal.memberId },
        outcome: 'open',
        delivery: { state: 'delivered', error: null },
        dispute: { reason: 'spam', comment: 'no answer', state: 'open' }
      }
    ])
    expect(story.recipients).toMatchObject([
      { kind: 'contact.revealed', partner: { code: 'nordlicht' }, memberId: berlin.portal.memberId, userId: 2 }
    ])
    expect(story.recipients[0].userName).toBe(story.reservations[0].reservedBy.name)
    expect(story.audit.map(({ kind, userName }: { kind: string; userName: string }) => [kind, userName])).toEqual([
      ['contact.revealed', story.reservations[0].reservedBy.name],
      ['reservation.disputed', story.reservations[0].reservedBy.name]
    ])
    const kinds = story.timeline.map((event: { kind: string }) => event.kind)
    expect(kinds[0]).toBe('received')
    for (const kind of ['released', 'unlocked', 'reserved', 'contact.revealed', 'delivered', 'disputed'])
      expect(kinds).toContain(kind)
    const times = story.timeline.map((event: { at: string }) => event.at)
    expect(times).toEqual([...times].sort())
    expect(kinds.filter((kind: string) => kind.includes('disputed'))).toEqual(['disputed'])
    expect(JSON.stringify(story)).not.toContain('@kunde-')
  })

  it('tells what staff did once, by name', async () => {
    const id = await push({
      location: { country: 'NL' },
      contact: { name: 'Erika', phone: '99', email: 'e@einmal.example' }
    })
    world.clock.advance({ minutes: 1 })
    ;(await staff.post(`/api/staff/requests/${id}/release`, { reason: 'the number was mistyped' })).expect(200)
    world.clock.advance({ minutes: 1 })
    ;(await staff.post(`/api/staff/requests/${id}/withdraw`, { reason: 'served' })).expect(200)
    world.clock.advance({ minutes: 1 })
    ;(await staff.post(`/api/staff/requests/${id}/erase`, { reason: 'the client asked' })).expect(200)
    const { timeline, audit } = (await staff.get(`/api/staff/requests/${id}`)).expect(200)
    const told = (timeline as { kind: string; by: string; detail: string }[]).filter(({ kind }) => kind !== 'unlocked')
    const { userName } = audit[0] as { userName: string }
    expect(userName).toMatch(/\p{L}/u)
    expect(told).toMatchObject([
      { kind: 'received' },
      { kind: 'request.released', by: userName, detail: 'the number was mistyped' },
      { kind: 'request.withdrawn_by_staff', by: userName, detail: 'served' },
      { kind: 'request.erased_by_staff', by: userName, detail: 'the client asked' }
    ])
  })

  it('keeps when a partner confirmed that it has deleted its copy', async () => {
    const data = aRequest({ location: { country: 'DE' } })
    const id = (await world.staff.push(data, 'request.created', world.clock.now())).body.id as string
    world.clock.advance({ minutes: 61 })
    const { reservation } = (await berlin.agent.reserve(id)).expect(201)
    ;(await staff.post(`/api/staff/requests/${id}/erase`, { reason: 'the client asked' })).expect(200)
    world.clock.advance({ minutes: 5 })
    const erasedAt = world.clock.now().getTime() - 1000
    ;(await berlin.agent.post(`/api/reservations/${reservation.id}/erasure-confirmation`)).expect(200)
    const { reservations, timeline } = (await staff.get(`/api/staff/requests/${id}`)).expect(200)
    expect(Date.parse(reservations[0].erasureConfirmedAt as string)).toBeGreaterThan(erasedAt)
    expect(timeline.filter(({ kind }: { kind: string }) => /erasure/.test(kind))).toHaveLength(1)
  })

  it('lists the partners of its place with the moment at which it unlocks for each', async () => {
    const id = await push({ location: { country: 'DE', subdivision: 'DE-BE' } })
    await world.staff.upsertPartner(aPartner({ code: 'uncertified', certifiedAt: null }), world.clock.now())
    const first = (await staff.get(`/api/staff/requests/${id}/audience?limit=1`)).expect(200)
    expect(first.items).toMatchObject([
      { partner: { code: 'nordlicht' }, level: 1, location: 'DE', eligible: true, installedPortals: 1, unlocked: false }
    ])
    const second = (await staff.get(`/api/staff/requests/${id}/audience?limit=1&cursor=${first.nextCursor}`)).expect(
      200
    )
    expect(second).toMatchObject({
      items: [{ partner: { code: 'uncertified' }, eligible: false, reasons: ['partner_not_certified'] }],
      nextCursor: null
    })
  })
})

describe('why a partner does not see a request', () => {
  it('is answered with every reason there is', async () => {
    const id = await push({ location: { country: 'DE' } })
    const locked = await why(id, 'nordlicht')
    expect(locked).toMatchObject({
      ...{ sees: 'locked_card', mayReserve: false, unlocksNowAtLevel: 4 },
      facts: { place: { country: 'DE' }, location: 'DE', slots: { taken: 0, max: 5 }, limits: { daily: { max: 3 } } }
    })
    expect(locked.rules.filter(({ verdict }: { verdict: string }) => verdict !== 'passed')).toEqual([
      { rule: 'unlock', verdict: 'against' }
    ])
    expect(codesOf(locked)).toEqual(['locked'])
    const outside = await why(id, 'lumiere')
    expect(outside).toMatchObject({ sees: 'nothing', partner: { locations: ['FR'] } })
    expect(codesOf(outside)).toContain('outside_locations')
    world.clock.advance({ minutes: 61 })
    expect(await why(id, 'nordlicht')).toMatchObject({ sees: 'full_card', mayReserve: true, reasons: [] })
    expect((await staff.get(`/api/staff/requests/${id}/visibility?partner=nobody`)).status).toBe(404)

    await world.staff.upsertPartner(aPartner({ code: 'no-app', homeCountry: 'DE', approved: false }), world.clock.now())
    expect(codesOf(await why(id, 'no-app'))).toEqual(['partner_not_approved', 'not_linked'])
    await world.staff.upsertPartner(
      aPartner({ code: 'nordlicht', suspendedUntil: 'permanent', portals: [berlin.portal.memberId] }),
      world.clock.now()
    )
    expect(codesOf(await why(id, 'nordlicht'))).toEqual(['partner_suspended'])
    await world.staff.upsertPartner(
      aPartner({ code: 'nordlicht', portals: [berlin.portal.memberId] }),
      world.clock.now()
    )
    expect(await why(id, 'nordlicht')).toMatchObject({ sees: 'full_card' })
    await staff.post(`/api/staff/requests/${id}/withdraw`, { reason: 'test' })
    expect(codesOf(await why(id, 'nordlicht'))).toEqual(['withdrawn'])
  })

  it('knows a client that is the partner itself, and what keeps notices away', async () => {
    await world.staff.upsertPartner(
      aPartner({ code: 'lumiere', name: 'Lumière', homeCountry: 'FR', portals: [paris.portal.memberId] }),
      world.clock.now()
    )
    const id = await push({
      location: { country: 'FR' },
      contact: { name: 'A', company: 'LUMIERE SARL', email: 'a@lumiere-client.example' }
    })
    const { headers } = await paris.admin.get('/api/settings')
    const settings = { filters: { services: ['telephony'], languages: [] }, pausedUntil: '2099-01-01T00:00:00.000Z' }
    const saved = await paris.admin.put('/api/settings', settings, { 'if-match': headers.get('etag')! })
    saved.expect(200)
    world.clock.advance({ minutes: 61 })
    const answer = await why(id, 'lumiere')
    expect(answer).toMatchObject({ sees: 'full_card', mayReserve: false })
    expect(codesOf(answer)).toEqual(['own_request', 'paused', 'filtered'])
    expect((await paris.admin.reserve(id)).expect(409).code).toBe('own_request')
    const strangers = await push({
      location: { country: 'FR' },
      contact: { name: 'A', email: 'a@other-lumiere.example' }
    })
    world.clock.advance({ minutes: 61 })
    ;(await paris.admin.reserve(strangers)).expect(201)
    const byMail = await push({
      location: { country: 'FR' },
      contact: { name: 'B', company: 'Soleil', email: 'b@mail.lumiere-partner.example' }
    })
    await world.staff.upsertPartner(
      aPartner({
        ...{ code: 'lumiere', name: 'Lumière', homeCountry: 'FR', portals: [paris.portal.memberId] },
        domains: ['www.Lumiere-Partner.example']
      }),
      world.clock.now()
    )
    world.clock.advance({ minutes: 61 })
    expect((await paris.admin.reserve(byMail)).expect(409).code).toBe('own_request')
  })
})
