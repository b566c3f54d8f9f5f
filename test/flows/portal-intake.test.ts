import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readItem } from '../../server/features/intake/read-item.ts'
import { replayFailure } from '../../server/webhooks/replay.ts'
import { startIntake, type IntakeServer } from '../support/intake-server.ts'

let app: IntakeServer
let crm: Server
let items: Record<string, unknown>
let calls: string[]
const EVENT = 'event-token-0123456789'
const ROBOT = 'robot-token-0123456789'

beforeAll(async () => {
  crm = createServer((request, response) => {
    const method = request.url?.split('/').at(-1) ?? ''
    calls.push(request.url ?? '')
    let text = ''
    request.on('data', (chunk) => (text += String(chunk)))
    request.on('end', () => {
      const { id } = JSON.parse(text) as { id: number }
      const found = items[`${method}:${id}`]
      if (found === 'redirect') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
      else if (found) response.setHeader('content-type', 'application/json').end(JSON.stringify({ result: found }))
      else response.writeHead(400).end(JSON.stringify({ error: '', error_description: 'Not found' }))
    })
  })
  await new Promise<void>((resolve) => crm.listen(0, '127.0.0.1', resolve))
  const file = join(mkdtempSync(join(tmpdir(), 'intake-')), 'intake.json')
  const origin = `http://127.0.0.1:${(crm.address() as AddressInfo).port}`
  const fields = {
    externalId: 'ID',
    summary: 'TITLE',
    'location.country': 'UF_CRM_COUNTRY',
    'contact.name': 'NAME LAST_NAME',
    'contact.phone': 'PHONE',
    'contact.email': 'EMAIL',
    source: '=crm',
    'consent.shareWithPartners': '=true',
    services: { from: 'UF_CRM_SERVICES', map: { Training: 'training', Calls: 'telephony' } }
  }
  const event = {
    kind: 'event',
    portal: 'staff-portal',
    webhookUrl: `${origin}/rest/1/hidden-secret/`,
    applicationToken: 'app-token',
    entityTypeId: 1,
    fields
  }
  const robot = {
    kind: 'robot',
    portal: 'staff-portal',
    fields: {
      summary: 'title',
      'contact.phone': 'phone',
      'contact.name': 'name',
      'location.country': '=DE',
      services: '=training',
      'consent.shareWithPartners': 'consent'
    }
  }
  writeFileSync(file, JSON.stringify({ [EVENT]: event, [ROBOT]: robot }))
  app = await startIntake({ INTAKE_FILE: file })
})
afterAll(async () => {
  await app.close()
  crm.close()
})
beforeEach(() => {
  items = {}
  calls = []
})

async function post(path: string, body: Record<string, string> | unknown[], query = '') {
  const form = new URLSearchParams(body as Record<string, string>)
  const response = await fetch(`${app.origin}/webhooks/bitrix24/${path}${query}`, { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const anEvent = (id: number, changes: Record<string, string> = {}) => ({
  event: 'ONCRMLEADUPDATE',
  'data[FIELDS][ID]': String(id),
  ts: '1700000000',
  'auth[member_id]': 'staff-portal',
  'auth[application_token]': 'app-token',
  ...changes
})
const aLead = (id: number, changes: Record<string, unknown> = {}) => ({
  ID: String(id),
  TITLE: 'Training wanted',
  NAME: 'Erika',
  LAST_NAME: 'Beispiel',
  UF_CRM_COUNTRY: 'de',
  UF_CRM_SERVICES: ['Training', 'Calls'],
  PHONE: [{ ID: '1', VALUE: `+49 30 23125 ${String(id).padStart(3, '0')}`, VALUE_TYPE: 'WORK' }],
  EMAIL: [],
  ...changes
})

async function work(): Promise<void> {
  const { db } = app.ctx
  for (const job of await db.selectFrom('job').selectAll().where('kind', '=', 'intake.read').execute()) {
    await readItem(app.ctx, JSON.parse(job.payload) as { source: string; itemId: number })
    await db.deleteFrom('job').where('id', '=', job.id).execute()
  }
}
const findRequest = (id: number | string) =>
  app.ctx.db.selectFrom('request').selectAll().where('externalId', '=', `b24:staff-portal:${id}`).executeTakeFirst()
const failures = () => app.ctx.db.selectFrom('intake_failure').selectAll().where('replayedAt', 'is', null).execute()

describe('an outbound webhook of the staff’s portal', () => {
  it('becomes a request once the lead is read, and the next one updates it', async () => {
    items['crm.lead.get:1'] = aLead(1)
    expect((await post(EVENT, anEvent(1))).status).toBe(200)
    await post(EVENT, anEvent(1))
    await work()
    expect(calls).toHaveLength(1)
    expect(await findRequest(1)).toMatchObject({
      state: 'open',
      summary: 'Training wanted',
      country: 'DE',
      source: 'crm',
      services: '["training","telephony"]'
    })
    items['crm.lead.get:1'] = aLead(1, { TITLE: 'Training and calls' })
    await post(EVENT, anEvent(1))
    await work()
    expect(await findRequest(1)).toMatchObject({ summary: 'Training and calls' })
    const { id } = (await findRequest(1))!
    const messages = app.ctx.db.selectFrom('webhook_message').select(['route', 'subjectId'])
    expect(await messages.where('subjectId', '=', id).execute()).toEqual(
      Array(2).fill({ route: expect.stringMatching(/^\/webhooks\/bitrix24#/), subjectId: id })
    )
  })

  it('is refused with another token, another portal or an unknown address', async () => {
    expect((await post(EVENT, anEvent(2, { 'auth[application_token]': 'wrong' }))).status).toBe(403)
    expect((await post(EVENT, anEvent(2, { 'auth[member_id]': 'other' }))).status).toBe(403)
    expect((await post('nobody-knows', anEvent(2))).status).toBe(404)
    expect((await post('__proto__', anEvent(2))).status).toBe(404)
    expect((await post('%E0%A4', anEvent(2))).status).toBeLessThan(500)
  })

  it('follows no redirect and gives up on what is gone, keeping what staff have to repair', async () => {
    items['crm.lead.get:3'] = 'redirect'
    await post(EVENT, anEvent(3))
    await post(EVENT, anEvent(4))
    await work()
    const kept = await failures()
    expect(kept).toMatchObject([{ code: 'portal_refused' }])
    expect(JSON.stringify(kept)).not.toContain('hidden-secret')
    items['crm.lead.get:3'] = aLead(3)
    await replayFailure(app.ctx, kept[0]!.id)
    await work()
    expect(await findRequest(3)).toMatchObject({ state: 'open' })
    expect(await failures()).toEqual([])
  })

  it('is kept with its error when the lead can not be mapped, and replayed when it can', async () => {
    items['crm.lead.get:5'] = aLead(5, { UF_CRM_SERVICES: ['Magic'] })
    await post(EVENT, anEvent(5))
    await work()
    const [kept] = await failures()
    expect(JSON.parse(kept!.errors)).toMatchObject([{ path: 'data.services.0' }])
    items['crm.lead.get:5'] = aLead(5)
    await replayFailure(app.ctx, kept!.id)
    await work()
    expect(await findRequest(5)).toBeDefined()
  })
})

describe('a robot’s call', () => {
  const body = (id: number, member = 'staff-portal') => ({
    'document_id[0]': 'crm',
    'document_id[1]': 'CCrmDocumentDeal',
    'document_id[2]': `DEAL_${id}`,
    'auth[member_id]': member
  })

  it('becomes a request from the fields of its query', async () => {
    const query = `?title=${encodeURIComponent('Schulung für 5')}&name=Erika&phone=%2B49%2030%2023125%20777&consent=Y`
    const answer = await post(ROBOT, body(900), query)
    expect(answer).toMatchObject({ status: 202, body: { state: 'open' } })
    expect(await findRequest(900)).toMatchObject({ summary: 'Schulung für 5', country: 'DE' })
  })

  it('is refused from another portal, and named what it lacks', async () => {
    expect((await post(ROBOT, body(901, 'other'), '?title=x')).status).toBe(403)
    const answer = await post(ROBOT, body(902), '?title=x&name=Erika')
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'data.contact.phone' }] } })
    expect(await failures()).toHaveLength(1)
  })
})
