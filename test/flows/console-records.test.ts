import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld } from '../support/app.ts'
import { aPartner, aRequest } from '../support/factories.ts'
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

describe('the webhook log', () => {
  it('shows what came, how it was answered and what failed, without any body', async () => {
    const good: string = `msg-${randomUUID()}`
    const request = aRequest({ externalId: 'log-1' })
    const sent = { type: 'request.created', timestamp: timestamp(), data: request }
    await post('/webhooks/requests', sent, good)
    await post('/webhooks/requests', sent, good)
    const bad: string = `msg-${randomUUID()}`
    const wrong = { ...aRequest({ externalId: 'log-2' }), services: ['gardening'] }
    const refused = { type: 'request.created', timestamp: timestamp(), data: wrong }
    expect((await post('/webhooks/requests', refused, bad)).status).toBe(422)

    const all = (await staff.get('/api/staff/webhooks')).expect(200)
    expect(all.items).toMatchObject([
      {
        id: bad,
        state: 'failed',
        code: 'validation_failed',
        externalId: 'log-2',
        errors: [{ path: 'data.services.0', issue: 'unknown_value' }],
        answer: null
      },
      { id: good, state: 'answered', attempts: 2, answer: { state: 'open' }, errors: [] }
    ])
    const became = (await staff.get('/api/staff/requests?q=log-1')).expect(200).items[0]
    expect(all.items.map(({ request }: { request: unknown }) => request)).toEqual([
      null,
      { id: became.id, number: became.number, state: 'open' }
    ])
    expect(JSON.stringify(all)).not.toContain('@kunde-')
    const failed = (await staff.get('/api/staff/webhooks?state=failed')).expect(200)
    expect(failed.items).toHaveLength(1)
    const first = (await staff.get('/api/staff/webhooks?limit=1')).expect(200)
    const second = (await staff.get(`/api/staff/webhooks?limit=1&cursor=${first.nextCursor}`)).expect(200)
    expect([first.items[0].id, second.items[0].id, second.nextCursor]).toEqual([bad, good, null])
    expect((await staff.get('/api/staff/webhooks?q=log-2')).expect(200).items).toHaveLength(1)
  })

  it('takes what failed once more, and keeps the new error when it fails again', async () => {
    const { items } = (await staff.get('/api/staff/webhooks?state=failed')).expect(200)
    const reason = 'the service list was extended, said erika@mistyped.example'
    const path = `/api/staff/webhooks/${encodeURIComponent(items[0].id as string)}/replay`
    expect((await staff.post(path, { reason: '' })).status).toBe(422)
    const again = (await staff.post(path, { reason })).expect(200)
    expect(again).toMatchObject({ state: 'failed', record: { state: 'failed', attempts: 2 } })
    expect((await staff.post('/api/staff/webhooks/nothing/replay', { reason: 'x' })).status).toBe(404)
    const entries = (await staff.get('/api/staff/audit?kind=webhook.replayed')).expect(200)
    expect(entries.items).toMatchObject([{ reason: 'the service list was extended, said […]', userId: 2 }])
  })
})

describe('the audit log', () => {
  it('is listed with filters, the newest entry first', async () => {
    await world.staff.upsertPartner(aPartner({ code: 'audited', suspendedUntil: 'permanent' }), world.clock.now())
    const { items } = (await staff.get('/api/staff/audit?partner=audited')).expect(200)
    expect(items.map((entry: { kind: string }) => entry.kind)).toEqual(['partner.suspended', 'partner.upserted'])
    const first = (await staff.get('/api/staff/audit?partner=audited&limit=1')).expect(200)
    const rest = (await staff.get(`/api/staff/audit?partner=audited&cursor=${first.nextCursor}`)).expect(200)
    expect(rest).toMatchObject({ items: [{ kind: 'partner.upserted' }], nextCursor: null })
    const find = async (query: string) =>
      ((await staff.get(`/api/staff/audit?${query}`)).expect(200).items as { kind: string }[]).map(({ kind }) => kind)
    expect(await find('partner=LICHT%20ber')).toEqual(['partner.suspended', 'partner.upserted'])
    expect(await find('subject=audited')).toEqual(['partner.suspended', 'partner.upserted'])
    const request = (await staff.get('/api/staff/requests?q=log-1')).expect(200).items[0]
    ;(await staff.post(`/api/staff/requests/${request.id}/withdraw`, { reason: 'served' })).expect(200)
    expect(await find(`subject=${request.number}`)).toEqual(['request.withdrawn', 'request.withdrawn_by_staff'])
    expect(await find(`subject=${request.id}`)).toEqual(await find(`subject=${request.number}`))
    expect(await find(`portal=${staff.portal.domain.slice(0, 6)}&subject=${request.id}`)).toEqual([
      'request.withdrawn_by_staff'
    ])
    expect(await find('portal=nobody.example')).toEqual([])
    expect((await staff.get('/api/staff/audit?to=2020-01-01T00:00:00Z')).expect(200).items).toEqual([])
    expect((await staff.get('/api/staff/audit?from=yesterday')).status).toBe(422)
  })
})

describe('analytics', () => {
  it('count requests by state, country and day, and what waits for staff', async () => {
    await world.staff.push(aRequest({ location: { country: 'NO' } }), 'request.created', world.clock.now())
    await world.staff.push(
      aRequest({ location: { country: 'NO' }, consent: { shareWithPartners: false } }),
      'request.created',
      world.clock.now()
    )
    const counts = (await staff.get('/api/staff/analytics')).expect(200)
    expect(counts.byCountry).toContainEqual({
      country: 'NO',
      requests: 2,
      released: 1,
      reservations: 0,
      won: 0,
      lost: 0
    })
    expect(counts.byState).toContainEqual({ state: 'held', requests: 1 })
    expect(counts).toMatchObject({ held: 1, openDisputes: 0, pendingWins: 0, failedWebhooks: 1 })
    expect(counts.byDay).toHaveLength(1)
    expect(counts.byDay[0]).toMatchObject({ received: 3, released: 2 })
    expect(counts.firstReservation).toEqual({ requests: 0, waiting: 2, median: null, p90: null })
    const none = (await staff.get('/api/staff/analytics?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z')).expect(200)
    expect(none).toMatchObject({ byState: [], byCountry: [], byDay: [] })
  })
})

describe('the policy', () => {
  it('is shown, and what another one would mean is counted without changing anything', async () => {
    const shown = (await staff.get('/api/staff/policy')).expect(200)
    expect(shown).toMatchObject({ policy: { partnersPerRequest: 5 }, changed: [] })
    expect(shown.rules).toMatchObject({
      partnersPerRequest: { kind: 'number', isWhole: true, min: 1, max: 5 },
      'levels.*.daily': { kind: 'number', isWhole: true, min: 0, max: null },
      'rating.maturity.*.1': { kind: 'number' },
      'rating.gateQuantile': { kind: 'number', above: 0, below: 1 },
      winProof: { kind: 'choice', choices: ['stage', 'key'] },
      winNeedsActivity: { kind: 'switch' }
    })
    const same = (await staff.post('/api/staff/policy/what-if', { policy: {} })).expect(200)
    expect(same).toMatchObject({ up: 0, down: 0, moved: [] })
    const levels = [0, 0, 0, 0].map((_, index) => ({ low: index === 0 ? null : 0.1 * index, daily: 3, inWork: 5 }))
    const wider = { levels, minMaturedOutcomes: 0, unlockMinutes: { standard: [0, 0, 0, 0] } }
    const answer = (await staff.post('/api/staff/policy/what-if', { policy: wider })).expect(200)
    expect(answer).toMatchObject({ partners: 1, up: 1, down: 0, moved: [{ code: 'audited', before: 1, after: 4 }] })
    expect(answer.levels).toEqual([
      { level: 1, now: 1, then: 0 },
      { level: 2, now: 0, then: 0 },
      { level: 3, now: 0, then: 0 },
      { level: 4, now: 0, then: 1 }
    ])
    expect(answer.unlocked[0]).toEqual({ level: 1, now: 0, then: 1 })
    const wrong = (await staff.post('/api/staff/policy/what-if', { policy: { partnersPerRequest: 9 } })).expect(422)
    expect(wrong.errors[0].path).toBe('policy.partnersPerRequest')
    expect((await staff.post('/api/staff/policy/what-if', { policy: { nonsense: 1 } })).status).toBe(422)
  })
})

describe('a message of the log', () => {
  const recordOf = async (id: string) =>
    (await staff.get(`/api/staff/webhooks?q=${encodeURIComponent(id)}`)).expect(200).items[0]

  it('that was a batch leads to each of its requests, and to the message of each that was refused', async () => {
    const id: string = `batch-${randomUUID()}`
    const data = ['part-1', 'part-2', 'part-3'].map((externalId) => aRequest({ externalId }))
    const wrong = { ...aRequest({ externalId: 'part-wrong' }), summary: undefined }
    data.splice(1, 0, wrong)
    expect((await post('/webhooks/requests/batch', { type: 'request.batch', data }, id)).status).toBe(202)
    expect(await recordOf(id)).toMatchObject({ state: 'answered', parts: 4, request: null, partner: null })
    const path = `/api/staff/webhooks/${encodeURIComponent(id)}/parts`
    const first = (await staff.get(`${path}?limit=2`)).expect(200)
    const rest = (await staff.get(`${path}?limit=2&cursor=${first.nextCursor}`)).expect(200)
    const [one] = (await staff.get('/api/staff/requests?q=part-1')).expect(200).items
    expect(first.items).toMatchObject([
      { index: 0, externalId: 'part-1', request: { id: one.id, number: one.number, state: 'open' }, code: null },
      { index: 1, request: null, code: 'validation_failed', errors: [{ path: 'data.1.summary', issue: 'missing' }] }
    ])
    expect(rest.items.map(({ externalId }: { externalId: string }) => externalId)).toEqual(['part-2', 'part-3'])
    expect(rest.nextCursor).toBeNull()
    const refused = await recordOf(first.items[1].messageId as string)
    expect(refused).toMatchObject({ state: 'failed', externalId: 'part-wrong', errors: first.items[1].errors })
    expect((await staff.get('/api/staff/webhooks/nothing/parts')).status).toBe(404)
  })

  it('about a partner or a purchase leads to the partner, a purchase to its request as well', async () => {
    const ids = { partner: `m-${randomUUID()}`, purchase: `m-${randomUUID()}`, other: `m-${randomUUID()}` }
    const partner = aPartner({ code: 'linked', name: 'Linked GmbH', homeCountry: 'IS' })
    await post('/webhooks/partners', { type: 'partner.upserted', timestamp: timestamp(), data: partner }, ids.partner)
    const named = { code: 'linked', name: 'Linked GmbH', status: 'silver' }
    expect(await recordOf(ids.partner)).toMatchObject({ partner: named, request: null, parts: 0 })

    await world.staff.push(aRequest({ externalId: 'sold', location: { country: 'IS' } }), undefined, world.clock.now())
    const purchase = { externalId: 'sale-1', partnerCode: 'linked', requestExternalId: 'sold', at: timestamp() }
    const sold = { type: 'purchase.recorded', timestamp: timestamp(), data: purchase }
    await post('/webhooks/purchases', sold, ids.purchase)
    const [request] = (await staff.get('/api/staff/requests?q=sold')).expect(200).items
    expect(await recordOf(ids.purchase)).toMatchObject({
      externalId: 'sale-1',
      partner: named,
      request: { id: request.id, number: request.number }
    })
    const alone = { ...sold, data: { ...purchase, externalId: 'sale-2', requestExternalId: undefined } }
    await post('/webhooks/purchases', alone, ids.other)
    expect(await recordOf(ids.other)).toMatchObject({ externalId: 'sale-2', partner: named, request: null })
  })
})
