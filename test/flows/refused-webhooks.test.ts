import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../server/log.ts'
import { call, type ApiClient } from '../support/api-client.ts'
import { STAFF_SECRET, type TestWorld } from '../support/app.ts'
import { dumpOf, findIn } from '../support/canaries.ts'
import { aPartner, aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { StaffSender } from '../support/staff-sender.ts'

let world: TestWorld
let staff: ApiClient
let sender: StaffSender
let log = ''

beforeAll(async () => {
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString()
      done()
    }
  })
  ;({ world, staff } = await startWithStaff({}, createLog('trace', sink)))
  const secret = Buffer.from(STAFF_SECRET.slice('whsec_'.length), 'base64')
  sender = new StaffSender(world.origin, secret, () => world.clock.now())
})
afterAll(() => world.stop())

const sent = (type: string, data: unknown) => ({ type, timestamp: world.clock.now().toISOString(), data })
const post = (path: string, body: unknown, id: string) => sender.send(path, body, { id })
const listed = async (query: string) =>
  (await staff.get(`/api/staff/webhooks?${query}`)).expect(200).items as Record<string, unknown>[]
const replay = (id: string) =>
  staff.post(`/api/staff/webhooks/${encodeURIComponent(id)}/replay`, { reason: 'repaired' })

describe('a webhook that is well-formed and still refused', () => {
  const purchase = { externalId: 'sale-1', partnerCode: 'newcomer', at: '2026-01-01T00:00:00Z' }

  it('is kept, and is taken by a replay once what it lacked is there', async () => {
    expect((await post('/webhooks/purchases', sent('purchase.recorded', purchase), 'sale')).status).toBe(422)
    expect((await post('/webhooks/requests', sent('request.withdrawn', { externalId: 'later' }), 'gone')).status).toBe(
      404
    )
    expect(await listed('state=failed')).toMatchObject([
      { id: 'gone', code: 'not_found', externalId: 'later' },
      { id: 'sale', code: 'validation_failed', errors: [{ path: 'data.partnerCode' }] }
    ])
    expect((await replay('gone')).expect(200)).toMatchObject({ state: 'failed' })
    await world.staff.upsertPartner(aPartner({ code: 'newcomer' }), world.clock.now())
    await world.staff.push(aRequest({ externalId: 'later' }), 'request.created', world.clock.now())
    for (const id of ['gone', 'sale']) expect((await replay(id)).expect(200).state).not.toBe('failed')
    expect((await listed('q=later')).map(({ request }) => request)).toContainEqual(
      expect.objectContaining({ state: 'withdrawn' })
    )
  })

  it('waits for nobody when its sender tried again and was answered', async () => {
    const early = sent('purchase.recorded', { ...purchase, externalId: 'sale-2', partnerCode: 'second' })
    expect((await post('/webhooks/purchases', early, 'twice')).status).toBe(422)
    await world.staff.upsertPartner(aPartner({ code: 'second' }), world.clock.now())
    expect((await post('/webhooks/purchases', early, 'twice')).status).toBe(202)
    expect(await listed('state=failed')).toEqual([])
    expect(await listed('q=twice')).toMatchObject([{ id: 'twice', state: 'answered' }])
    expect((await staff.get('/api/staff/analytics')).expect(200)).toMatchObject({ failedWebhooks: 0 })
  })
})

describe('a batch', () => {
  it('stores the good ones beside one that is nested beyond all measure', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    const good = JSON.stringify(aRequest({ externalId: 'beside' }))
    const { status, body } = await post(
      '/webhooks/requests/batch',
      `{"type":"request.batch","data":[${deep},${good}]}`,
      'deep'
    )
    expect(status).toBe(202)
    expect(body.results).toMatchObject([
      { index: 0, code: 'validation_failed' },
      { index: 1, state: 'open' }
    ])
  })
})

describe('an erasure', () => {
  it('reaches a client that only failed messages know', async () => {
    const [one, other] = [aRequest({ externalId: 'unread-1' }), aRequest({ externalId: 'unread-2' })]
    const broken = JSON.stringify({ type: 'request.batch', data: [one, other] }).slice(0, -1)
    expect((await post('/webhooks/requests/batch', broken, 'broken')).status).toBe(400)
    const wrong = sent('request.created', { ...other, services: ['gardening'] })
    expect((await post('/webhooks/requests', wrong, 'wrong')).status).toBe(422)
    expect(await listed('state=failed')).toMatchObject([{ id: 'wrong' }, { id: 'broken' }, { id: 'deep#0' }])
    const erasure = sent('request.erased', { externalId: 'unread-2' })
    expect((await post('/webhooks/requests', erasure, 'erasure')).status).toBe(404)
    expect(await listed('state=failed')).toMatchObject([{ id: 'erasure' }, { id: 'deep#0' }])
  })
})

describe('contact data where no sender should put it', () => {
  const MAIL = { mail: 'vexilla@quillfeather.example' }

  it('is cut from the version of a consent, whose address stays', async () => {
    const consent = { shareWithPartners: true, textVersion: `accepted by ${MAIL.mail}` }
    await world.staff.push(aRequest({ externalId: 'consent-1', consent }), 'request.created', world.clock.now())
    const linked = { ...consent, textVersion: 'https://forms.example/consent/3' }
    await world.staff.push(aRequest({ externalId: 'consent-2', consent: linked }), 'request.created', world.clock.now())
    const dump = await dumpOf(world.app.ctx.db)
    expect(findIn(dump, MAIL)).toEqual([])
    expect(dump).toContain(linked.textVersion)
  })

  it('is not logged as a path', async () => {
    expect((await call(world.origin, 'GET', `/api/requests/${encodeURIComponent(MAIL.mail)}`)).status).toBe(401)
    expect((await call(world.origin, 'POST', `/webhooks/requests/${MAIL.mail}`)).status).toBe(404)
    expect(log).toContain('/api/requests/[cut]')
    expect(findIn(log, MAIL)).toEqual([])
  })
})
