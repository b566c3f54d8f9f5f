import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startIntake, STAFF_SECRETS, type IntakeServer } from '../support/intake-server.ts'
import { aPushedRequest, message } from '../support/pushed.ts'

let app: IntakeServer
beforeAll(async () => {
  app = await startIntake()
})
afterAll(() => app.close())

const push = (data: unknown, options = {}) =>
  app.staff.send('/webhooks/requests', message('request.created', data), options)
const rowOf = (externalId: unknown) =>
  app.ctx.db.selectFrom('request').selectAll().where('externalId', '=', String(externalId)).executeTakeFirstOrThrow()
const countOf = async (table: 'request' | 'webhook_message' | 'change') =>
  Number(
    (
      await app.ctx.db
        .selectFrom(table)
        .select((all) => all.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  )

describe('a pushed request', () => {
  it('is open at once, its contact in the vault and nowhere else', async () => {
    const data = aPushedRequest({
      summary: 'Please call Erika at erika@werk.example',
      budget: { amount: 30000, currency: 'USD' }
    })
    const answer = await push(data)
    expect(answer).toMatchObject({ status: 202, body: { state: 'open', duplicate: false } })
    const row = await rowOf(data.externalId)
    expect(row).toMatchObject({ id: answer.body.id, valueClass: 'premium', freeSlots: 5, country: 'DE', hasConsent: 1 })
    expect(JSON.stringify(row)).not.toContain('Musterwerk')
    expect((await app.ctx.vault.find(app.ctx.db, row.id))?.contact).toEqual(data.contact)
  })

  it('is the same request when it is pushed a hundred times at one instant', async () => {
    const before = await countOf('request')
    const data = aPushedRequest()
    const answers = await Promise.all(Array.from({ length: 100 }, () => push(data)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect(await countOf('request')).toBe(before + 1)
  })

  it('takes effect once when one webhook comes fifty times at one instant', async () => {
    const body = JSON.stringify(message('request.created', aPushedRequest()))
    const messages = await countOf('webhook_message')
    const changes = await countOf('change')
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => app.staff.send('/webhooks/requests', body, { id: 'msg_same' }))
    )
    expect(answers.filter((answer) => answer.body.duplicate === false)).toHaveLength(1)
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect(await countOf('webhook_message')).toBe(messages + 1)
    expect(await countOf('change')).toBe(changes + 1)
  })

  it('is refused when its webhook-id belonged to another body', async () => {
    await push(aPushedRequest(), { id: 'msg_reused' })
    expect(await push(aPushedRequest(), { id: 'msg_reused' })).toMatchObject({
      status: 409,
      body: { code: 'webhook_id_reused' }
    })
  })

  it('is changed by a newer message and left alone by an older one', async () => {
    const data = aPushedRequest()
    const at = (minute: number) => `2026-11-01T10:0${minute}:00Z`
    const send = (type: string, users: number, minute: number) =>
      app.staff.send('/webhooks/requests', message(type, { ...data, users }, at(minute)))
    await send('request.updated', 20, 2)
    expect((await send('request.created', 10, 1)).status).toBe(202)
    expect((await rowOf(data.externalId)).users).toBe(20)
    await send('request.updated', 30, 3)
    expect((await rowOf(data.externalId)).users).toBe(30)
  })

  it.each([
    ['consent_missing', { consent: undefined }],
    ['consent_missing', { consent: { shareWithPartners: false } }],
    ['phone_impossible', { contact: { name: 'A', phone: '123' } }],
    ['email_impossible', { contact: { name: 'A', email: 'not an address' } }],
    ['disposable_email', { contact: { name: 'A', email: 'a@mailinator.com' } }]
  ])('is held for %s', async (reason, changes) => {
    const data = aPushedRequest(changes)
    expect((await push(data)).body.state).toBe('held')
    expect(JSON.parse((await rowOf(data.externalId)).heldReasons)).toMatchObject([{ reason }])
  })

  it('is released by the update that repairs it, and its time counts from then', async () => {
    const data = aPushedRequest({ consent: undefined })
    await push(data)
    const answer = await push({ ...data, consent: { shareWithPartners: true } })
    expect(answer.body.state).toBe('open')
    const row = await rowOf(data.externalId)
    expect(Date.parse(row.expiresAt!) - Date.parse(row.releasedAt!)).toBe(30 * 86_400_000)
  })

  it('is held as a suspected duplicate of the same client, however that writes', async () => {
    const one = aPushedRequest({ contact: { name: 'Jürgen Müller', company: 'Acme GmbH', email: 'j.m@gmail.com' } })
    const first = await push(one)
    for (const contact of [
      { name: 'X', email: 'JM+crm@googlemail.com' },
      { name: 'Mueller, Juergen', company: 'ACME', phone: '+49 30 555 0199' },
      { name: 'Y', phone: '030/5550199' }
    ]) {
      const data = aPushedRequest({ contact })
      expect((await push(data)).body.state).toBe('held')
    }
    const twin = await rowOf(
      (await app.ctx.db.selectFrom('request').select('externalId').orderBy('number', 'desc').executeTakeFirstOrThrow())
        .externalId
    )
    expect(twin.duplicateOf).not.toBeNull()
    expect((await push(one)).body).toMatchObject({ id: first.body.id, state: 'open' })
  })

  it('has expired at once when its end has passed', async () => {
    expect((await push(aPushedRequest({ expiresAt: '2020-01-01T00:00:00Z' }))).body.state).toBe('expired')
  })

  it('offers fewer slots when it asks for fewer', async () => {
    const data = aPushedRequest({ maxPartners: 2 })
    await push(data)
    expect(await rowOf(data.externalId)).toMatchObject({ maxPartners: 2, freeSlots: 2 })
  })

  it('stays withdrawn whatever is pushed afterwards', async () => {
    const data = aPushedRequest()
    await push(data)
    const withdrawal = message('request.withdrawn', { externalId: data.externalId, reason: 'asked by phone' })
    expect((await app.staff.send('/webhooks/requests', withdrawal)).body.state).toBe('withdrawn')
    expect((await push({ ...data, users: 77 })).body.state).toBe('withdrawn')
    expect((await rowOf(data.externalId)).users).toBe(77)
  })

  it('is destroyed by an erasure and stays dead', async () => {
    const data = aPushedRequest()
    const { id } = (await push(data)).body
    const erasure = message('request.erased', { externalId: data.externalId })
    expect((await app.staff.send('/webhooks/requests', erasure)).body).toMatchObject({ id, state: 'erased' })
    expect((await push(data)).body).toMatchObject({ id, state: 'erased' })
    expect(await app.ctx.vault.find(app.ctx.db, id)).toBeUndefined()
    expect(await rowOf(data.externalId)).toMatchObject({ summary: '', description: '', city: null, searchText: '' })
  })

  it.each(['request.withdrawn', 'request.erased'])('that nobody knows answers 404 to %s', async (type) => {
    const answer = await app.staff.send('/webhooks/requests', message(type, { externalId: 'nobody' }))
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })
})

describe('a batch', () => {
  it('stores the good ones and names what is wrong with the others', async () => {
    const good = aPushedRequest()
    const body = { type: 'request.batch', data: [good, { externalId: 'x' }, aPushedRequest({ services: ['magic'] })] }
    const answer = await app.staff.send('/webhooks/requests/batch', body)
    expect(answer.status).toBe(202)
    expect(answer.body.results[0]).toMatchObject({ index: 0, state: 'open' })
    expect(answer.body.results[1]).toMatchObject({ index: 1, code: 'validation_failed' })
    expect(answer.body.results[2].errors).toMatchObject([{ path: 'data.2.services.0' }])
  })

  it('takes 500 and no more', async () => {
    const data = Array.from({ length: 501 }, () => aPushedRequest())
    expect((await app.staff.send('/webhooks/requests/batch', { type: 'request.batch', data })).status).toBe(422)
    const answer = await app.staff.send('/webhooks/requests/batch', { type: 'request.batch', data: data.slice(1) })
    expect(answer.body.results).toHaveLength(500)
  })
})

describe('what is no staff webhook', () => {
  it('is refused by its first fault', async () => {
    const { staff } = app
    const body = message('request.created', aPushedRequest())
    const statusOf = async (sent: Promise<{ status: number; body: { code: string } }>) => {
      const { status, body } = await sent
      return `${status} ${body.code}`
    }
    const send = (bytes: unknown, options = {}) => statusOf(staff.send('/webhooks/requests', bytes, options))
    expect(await send(body, { headers: { 'content-type': 'text/plain' } })).toBe('415 unsupported_media_type')
    expect(await send(body, { headers: { 'webhook-signature': 'v1,AAAA' } })).toBe('401 unauthenticated')
    expect(await send(body, { headers: { 'webhook-id': undefined } })).toBe('401 unauthenticated')
    expect(await send(body, { secret: Buffer.alloc(32, 3) })).toBe('401 unauthenticated')
    expect(await send(body, { secret: STAFF_SECRETS[1] })).toBe('202 undefined')
    expect(await send('x'.repeat(257 * 1024), { headers: { 'webhook-id': undefined } })).toBe('413 payload_too_large')
    expect(await send('{', { headers: { 'webhook-id': undefined } })).toBe('401 unauthenticated')
    expect(await send('{')).toBe('400 malformed_json')
    expect(await send(Buffer.from([0x22, 0xff, 0x22]))).toBe('400 malformed_json')
    expect(await send('')).toBe('400 malformed_json')
    expect(await send('[]')).toBe('422 validation_failed')
    expect(await send('['.repeat(120_000) + ']'.repeat(120_000))).toBe('422 validation_failed')
    expect(await send({ ...body, type: 'request.exploded' })).toBe('422 validation_failed')
    expect((await fetch(`${app.origin}/webhooks/requests`)).status).toBe(405)
  })

  it('names each wrong field', async () => {
    const data = aPushedRequest({ contact: { phone: '+491' }, location: { country: 'XX' }, services: [] })
    const answer = await push(data)
    expect(answer.body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
      'data.contact.name',
      'data.location.country',
      'data.services'
    ])
  })

  it('is kept with its error, unreadable without the key', async () => {
    await push(aPushedRequest({ externalId: 'broken-1', services: ['magic'] }), { id: 'msg_broken' })
    const failure = await app.ctx.db
      .selectFrom('intake_failure')
      .selectAll()
      .where('id', '=', 'msg_broken')
      .executeTakeFirstOrThrow()
    expect(failure).toMatchObject({ externalId: 'broken-1', code: 'validation_failed' })
    expect(JSON.stringify(failure)).not.toContain('Erika')
  })

  it('leaves nothing behind in prototypes', async () => {
    const body = `{"type":"request.created","timestamp":"2026-11-01T10:00:00Z","__proto__":{"polluted":1},"data":${JSON.stringify(aPushedRequest()).replace('{', '{"__proto__":{"state":"open"},"constructor":{"prototype":{}},')}}`
    expect((await app.staff.send('/webhooks/requests', body)).status).toBe(202)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})
