import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld, Tenant } from '../support/app.ts'
import { aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'

let world: TestWorld
let staff: ApiClient
let berlin: Tenant

beforeAll(async () => {
  ;({ world, staff } = await startWithStaff())
  berlin = await world.addPartner({ name: 'Nordlicht', homeCountry: 'DE' })
})
afterAll(() => world.stop())

const push = async (overrides: Record<string, unknown> = {}, type = 'request.created') =>
  (await world.staff.push(aRequest(overrides), type, world.clock.now())).body as { id: string; state: string }

const audited = async (kind: string) =>
  (await world.app.ctx.db.selectFrom('audit_entry').selectAll().where('kind', '=', kind).execute()).at(-1)

describe('the held queue', () => {
  it('is for staff only', async () => {
    for (const path of ['/api/staff/held-requests', '/api/staff/requests'])
      expect((await berlin.admin.get(path)).expect(403).code).toBe('forbidden')
  })

  it('shows why each request waits, without its contact, and pages through them', async () => {
    const contact = { name: 'Erika Queueberg', phone: '123', email: 'erika@werk-queue.example' }
    const held = await push({ contact, location: { country: 'AT' } })
    const other = await push({
      contact: { ...contact, name: 'Otto', email: 'not an e-mail' },
      location: { country: 'AT' }
    })
    expect(held.state).toBe('held')
    const first = (await staff.get('/api/staff/held-requests?limit=1')).expect(200)
    expect(first).toMatchObject({ total: 2, items: [{ id: held.id, releasable: true, original: null }] })
    expect(first.items[0].reasons).toEqual([{ reason: 'phone_impossible', evidence: { field: 'contact.phone' } }])
    expect(JSON.stringify(first)).not.toContain('werk-queue')
    const second = (await staff.get(`/api/staff/held-requests?limit=1&cursor=${first.nextCursor}`)).expect(200)
    expect(second).toMatchObject({ items: [{ id: other.id }], nextCursor: null })
    const filtered = (await staff.get('/api/staff/held-requests?reason=email_impossible')).expect(200)
    expect(filtered.items.map((item: { id: string }) => item.id)).toEqual([other.id])
    expect((await staff.get('/api/staff/held-requests?cursor=nonsense')).status).toBe(422)
  })

  it('opens a released request to partners and keeps who did it and why', async () => {
    const { id } = await push({ contact: { name: 'Erika Releaser', phone: '99', email: 'e@werk-r.example' } })
    expect((await berlin.agent.get(`/api/requests/${id}`)).status).toBe(404)
    expect((await staff.post(`/api/staff/requests/${id}/release`, { reason: '  ' })).status).toBe(422)
    const reason = 'I called Erika Releaser on +49 30 2312 5077: the number was mistyped'
    const released = (await staff.post(`/api/staff/requests/${id}/release`, { reason })).expect(200)
    expect(released).toMatchObject({ id, state: 'open', slots: { taken: 0, max: 5 } })
    expect((await berlin.agent.get(`/api/requests/${id}`)).expect(200)).toMatchObject({ id, unlocked: false })
    const entry = await audited('request.released')
    expect(entry).toMatchObject({ subjectId: id, memberId: staff.portal.memberId, userId: 2 })
    expect(entry!.reason).toContain('the number was mistyped')
    expect(entry!.reason).not.toMatch(/Releaser|2312/)
    expect((await staff.post(`/api/staff/requests/${id}/release`, { reason })).expect(409).code).toBe('wrong_state')
  })

  it('never releases a client who did not agree', async () => {
    const { id, state } = await push({ consent: { shareWithPartners: false } })
    expect(state).toBe('held')
    const refused = (await staff.post(`/api/staff/requests/${id}/release`, { reason: 'please' })).expect(409)
    expect(refused).toMatchObject({ code: 'wrong_state' })
    const { items } = (await staff.get('/api/staff/held-requests?reason=consent_missing')).expect(200)
    expect(items[0]).toMatchObject({ id, releasable: false })
  })

  it('drops what is no request', async () => {
    const { id } = await push({ contact: { name: 'Spam', phone: '1', email: 's@werk-s.example' } })
    expect((await staff.post(`/api/staff/requests/${id}/drop`, { reason: 'advertising' })).expect(200).state).toBe(
      'dropped'
    )
    expect(await audited('request.dropped')).toMatchObject({ subjectId: id, reason: 'advertising' })
    expect((await staff.post(`/api/staff/requests/${id}/drop`, { reason: 'again' })).status).toBe(409)
  })
})

describe('a search', () => {
  it('whose question stands in an address takes no contact data and does not repeat it', async () => {
    for (const path of ['requests', 'webhooks'])
      for (const q of ['erika@werk-q.example', '+49 30 23125042', '030 2312 5042']) {
        const answer = await staff.get(`/api/staff/${path}?q=${encodeURIComponent(q)}`)
        const refused = answer.expect(422)
        expect(refused).toMatchObject({ code: 'validation_failed', errors: [{ path: expect.stringContaining('q') }] })
        expect(JSON.stringify(refused)).not.toMatch(/werk-q|2312/)
      }
    for (const q of ['R-000001', '000123', 'form-2031-000123'])
      expect((await staff.get(`/api/staff/requests?q=${q}`)).status).toBe(200)
  })

  it.each(['2031112200012345', 'erika@keys-of-a-form.example', '+49 30 23125042'])(
    'finds a request that its sender calls %s, asked for in a body',
    async (externalId) => {
      const path = '/api/staff/requests/by-external-id'
      const { id } = await push({ externalId })
      const found = (await staff.post(path, { externalId })).expect(200)
      expect(found.items).toMatchObject([{ id, externalId }])
      expect((await staff.post(path, { externalId: externalId.slice(1) })).expect(200).items).toEqual([])
      expect((await staff.post(path, { externalId: '' })).status).toBe(422)
      expect((await berlin.admin.post(path, { externalId })).status).toBe(403)
    }
  )
})

describe('a duplicate', () => {
  it('is merged into its original, and both externalIds answer for that one', async () => {
    const contact = { name: 'Erika Doppel', company: 'Doppel GmbH', phone: '+49302312501', email: 'e@doppel.example' }
    const original = await push({ externalId: 'form-original', contact })
    const again = { externalId: 'crm-copy', contact: { ...contact, company: 'Doppel' }, summary: 'The same once more' }
    const copy = await push(again)
    expect([original.state, copy.state]).toEqual(['open', 'held'])
    const { items } = (await staff.get('/api/staff/held-requests?reason=suspected_duplicate')).expect(200)
    expect(items[0]).toMatchObject({ id: copy.id, original: { id: original.id, state: 'open' } })

    const reason = 'same client, sent twice'
    expect((await staff.post(`/api/staff/requests/${copy.id}/merge`, { reason, into: copy.id })).status).toBe(422)
    const merged = (await staff.post(`/api/staff/requests/${copy.id}/merge`, { reason, into: original.id })).expect(200)
    expect(merged).toMatchObject({ state: 'dropped', summary: '' })
    expect((await audited('request.merged'))!.reason).toMatch(/^R-\d{6}: same client, sent twice$/)
    const { audit, timeline, mergedInto } = (await staff.get(`/api/staff/requests/${copy.id}`)).expect(200)
    const told = { kind: 'request.merged', into: mergedInto.number }
    expect(audit).toContainEqual(expect.objectContaining({ ...told, reason }))
    expect(timeline).toContainEqual(expect.objectContaining({ ...told, detail: reason }))
    const logged = (await staff.get('/api/staff/audit?kind=request.merged')).expect(200).items
    expect(logged).toEqual([expect.objectContaining({ ...told, reason })])
    expect(await world.app.ctx.vault.find(world.app.ctx.db, copy.id)).toBeUndefined()

    const pushedAgain = await push({ ...again, summary: 'changed in the CRM' }, 'request.updated')
    expect(pushedAgain).toEqual({ id: original.id, state: 'open', duplicate: false })
    const shown = (await staff.get('/api/staff/requests?q=form-original')).expect(200)
    expect(shown.items.map(({ id }: { id: string }) => id)).toEqual([original.id])
    const erased = await world.staff.push({ externalId: 'crm-copy' }, 'request.erased', world.clock.now())
    expect(erased.body).toMatchObject({ id: original.id, state: 'erased' })
    expect(await world.app.ctx.vault.find(world.app.ctx.db, original.id)).toBeUndefined()
  })
})

describe('the contact', () => {
  it('is shown to staff who say why, and the look is on record', async () => {
    const { id } = await push({ contact: { name: 'Erika Sichtbar', email: 'erika@sichtbar.example' } })
    expect((await staff.post(`/api/staff/requests/${id}/contact`, {})).status).toBe(422)
    expect((await berlin.admin.post(`/api/staff/requests/${id}/contact`, { reason: 'curious' })).status).toBe(403)
    const seen = (await staff.post(`/api/staff/requests/${id}/contact`, { reason: 'call back' })).expect(200)
    expect(seen).toMatchObject({
      contact: { name: 'Erika Sichtbar', email: 'erika@sichtbar.example' },
      original: { summary: 'CRM for a sales team' }
    })
    expect(await audited('contact.viewed_by_staff')).toMatchObject({ subjectId: id, userId: 2, reason: 'call back' })
  })

  it('is gone once staff erased it', async () => {
    const { id } = await push({})
    expect((await staff.post(`/api/staff/requests/${id}/erase`, { reason: 'client asked' })).expect(200)).toMatchObject(
      {
        state: 'erased',
        summary: ''
      }
    )
    expect((await staff.post(`/api/staff/requests/${id}/contact`, { reason: 'look' })).status).toBe(404)
    expect(await audited('request.erased_by_staff')).toMatchObject({ subjectId: id, reason: 'client asked' })
  })
})

describe('a client', () => {
  const contact = { name: 'Erika Fundstelle', phone: '+493023125999', email: 'Erika.Fund+web@fundstelle.example' }
  const find = (q: string, reason = 'asks what we know') => staff.post('/api/staff/clients/search', { q, reason })

  it('is found by e-mail or phone in all of its requests, with everybody who was shown its data', async () => {
    const first = await push({ contact })
    const held = await push({ contact: { ...contact, email: 'erika.fund@fundstelle.example' } })
    expect(held.state).toBe('held')
    world.clock.advance({ minutes: 61 })
    ;(await berlin.agent.reserve(first.id)).expect(201)
    ;(await staff.post(`/api/staff/requests/${held.id}/contact`, { reason: 'call back' })).expect(200)
    const found = (await find('ERIKA.fund@fundstelle.example')).expect(200)
    expect(found.by).toBe('email')
    expect(found.requests.map(({ id }: { id: string }) => id)).toEqual([held.id, first.id])
    expect(found.recipients).toMatchObject([
      { kind: 'contact.revealed', requestId: first.id, partner: { name: 'Nordlicht' }, userId: 2 },
      { kind: 'contact.viewed_by_staff', requestId: held.id, partner: null, userId: 2 }
    ])
    expect((await find('0049 30 23125-999')).expect(422).errors[0].path).toBe('q')
    expect((await find('+49 (30) 23125-999')).expect(200).requests).toHaveLength(2)
    expect((await find('nobody@fundstelle.example')).expect(200)).toEqual({ by: 'email', requests: [], recipients: [] })
  })

  it('is looked for by staff only, and each look is on record without what was asked', async () => {
    expect((await berlin.admin.post('/api/staff/clients/search', { q: contact.email, reason: 'x' })).status).toBe(403)
    expect((await staff.post('/api/staff/clients/search', { q: contact.email })).status).toBe(422)
    const before = await world.app.ctx.db
      .selectFrom('audit_entry')
      .select('seq')
      .orderBy('seq', 'desc')
      .executeTakeFirst()
    await find(contact.email, 'Erika Fundstelle wrote from erika.fund@fundstelle.example')
    await find('none@fundstelle.example', 'none@fundstelle.example asks')
    const entries = await world.app.ctx.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', before!.seq)
      .orderBy('seq')
      .execute()
    expect(entries).toMatchObject([
      { kind: 'client.looked_up', userId: 2, memberId: staff.portal.memberId },
      { kind: 'client.looked_up', userId: 2 },
      { kind: 'client.looked_up', userId: 2, subjectId: null, reason: '[…] asks' }
    ])
    expect(JSON.stringify(entries)).not.toMatch(/fundstelle/i)
  })
})

describe('a withdrawal by staff', () => {
  it('lets nobody reserve any more', async () => {
    const { id } = await push({})
    world.clock.advance({ minutes: 61 })
    expect(
      (await staff.post(`/api/staff/requests/${id}/withdraw`, { reason: 'client is served' })).expect(200)
    ).toMatchObject({ state: 'withdrawn' })
    expect((await berlin.agent.reserve(id)).expect(409).code).toBe('request_closed')
    expect((await staff.post(`/api/staff/requests/${id}/withdraw`, { reason: 'twice' })).status).toBe(409)
  })
})
