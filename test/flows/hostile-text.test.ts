import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../support/api-client.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { aPartner, aRequest } from '../support/factories.ts'

/** What a store may choke on: no text in PostgreSQL, half a character, signs of SQL and of `like`. */
const TEXTS = ['a\u0000b', '\ud800', "'; drop table request; --", '%_!\\', '\u202e\ufeff', '\u{1f600}'.repeat(40)]

describe('text that a store may choke on', () => {
  let world: TestWorld
  let tenant: Tenant
  beforeAll(async () => {
    world = await TestWorld.start()
    tenant = await world.addPartner({ homeCountry: 'DE' })
  })
  afterAll(() => world.stop())

  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  it.each(TEXTS)('%j is answered in staff webhooks without a failure of ours', async (text) => {
    const answers = [
      await world.staff.push(aRequest({ summary: text, description: text, timeframe: text, source: text })),
      await world.staff.push(aRequest({ externalId: text })),
      await world.staff.push(aRequest({ contact: { name: text, company: text, email: 'a@kunde.example' } })),
      await world.staff.upsertPartner(aPartner({ name: text, domains: [text], portals: [text], timeZone: text })),
      await world.staff.upsertPartner(aPartner({ code: text, activationCode: text })),
      await world.staff.recordPurchase({
        externalId: text,
        partnerCode: text,
        proof: text,
        at: new Date().toISOString()
      })
    ]
    for (const { status, body } of answers) expect(status, JSON.stringify(body)).toBeLessThan(500)
  })

  it.each(TEXTS)('%j is answered in the partner API without a failure of ours', async (text) => {
    const { admin } = tenant
    const encoded = encodeURIComponent(text.toWellFormed())
    const answers = [
      await admin.get(`/api/requests?q=${encoded}&languages=${encoded}&locations=${encoded}`),
      await admin.get(`/api/requests?q=${encoded}`),
      await admin.get(`/api/requests?cursor=${cursor(['newest', 0, text, 1])}`),
      await admin.get(`/api/requests/${encoded}`),
      await admin.reserve(encoded),
      await admin.get(`/api/reservations?q=${encoded}`),
      await admin.get(`/api/reservations?cursor=${cursor([text, text])}`),
      await admin.get(`/api/reservations/${encoded}`),
      await admin.post(`/api/reservations/${encoded}/dispute`, { reason: 'spam', comment: text }),
      await admin.post('/api/installation/link', { activationCode: text }),
      await admin.put('/api/settings', { filters: { services: [], languages: [text] } }, { 'if-match': '*' }),
      await call(world.origin, 'POST', '/api/session', { memberId: text, domain: text, accessToken: text, lang: text }),
      await call(world.origin, 'GET', '/api/me', undefined, { authorization: 'Bearer %00' }),
      await call(world.origin, 'GET', `/bitrix24/placements/${encoded}`)
    ]
    for (const { status, text: body } of answers) expect(status, body).toBeLessThan(500)
  })

  it.each(TEXTS)('%j is answered in portal events and frames without a failure of ours', async (text) => {
    const post = async (path: string, fields: Record<string, string>) =>
      fetch(world.origin + path, { method: 'POST', body: new URLSearchParams(fields) })
    const fields = {
      ...{ event: text, 'auth[member_id]': text, 'auth[application_token]': text, 'data[FIELDS][ID]': text, ts: text },
      ...{ member_id: text, DOMAIN: text, AUTH_ID: text, PLACEMENT: text, PLACEMENT_OPTIONS: text }
    }
    for (const path of ['/bitrix24/events', '/bitrix24/install', '/bitrix24/app', '/bitrix24/placements/x']) {
      const response = await post(path, fields)
      expect(response.status, await response.text()).toBeLessThan(500)
    }
  })
})
