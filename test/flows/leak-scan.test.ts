import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../server/log.ts'
import { call, type ApiClient } from '../support/api-client.ts'
import type { TestWorld, Tenant } from '../support/app.ts'
import { dumpOf, filesOf, filesOfPostgres, findIn } from '../support/canaries.ts'
import { OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'
import { recordFigure } from '../support/figure.ts'
import { MailServer } from '../support/mail-server.ts'
import { listRoutes } from '../support/routes.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { eventually } from '../support/wait.ts'

const CONTACT = {
  name: 'Zyxora Quillfeather',
  company: 'Vexilbrandt Korbwerk GmbH',
  phone: '+493023125977',
  email: 'zyxora.q@vexilbrandt.example',
  website: 'https://www.vexilbrandt.example/kontakt',
  address: 'Kanarienweg 47, 10115 Berlin'
}
const CANARIES: Record<string, string> = {
  ...CONTACT,
  givenName: 'Zyxora',
  surname: 'Quillfeather',
  brand: 'Vexilbrandt',
  street: 'Kanarienweg',
  handle: 'zyxo_quill',
  otherPhone: '0171 3920077',
  otherMail: 'assistent@fremdpost.example',
  host: 'korbwerk-shop.example',
  iban: 'DE89370400440532013000'
}
/** Stays in the texts until the client is erased. */
const TEXT = { text: 'Plumquartzite' }

const folder = mkdtempSync(join(tmpdir(), 'leak-scan-'))
const isSqlite = process.env.TEST_ENGINE !== 'postgres'
let log = ''
let mails: MailServer
let world: TestWorld

let reserver: Tenant
let outsider: Tenant
let requestId: string
let reservationId: string
/** Senders are told not to, and some do. It has to be remembered, but no partner and no log shows it. */
const externalId = `kennung-${randomUUID().slice(0, 8)}@schluessel.example`
const KEYS = { externalId, keyDomain: 'schluessel.example' }
const seen: string[] = []
let streamed = ''
const closeStream = new AbortController()

const push = (data: Record<string, unknown>, type = 'request.created') =>
  world.staff.push(data, type, world.clock.now())

beforeAll(async () => {
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString()
      done()
    }
  })
  mails = await MailServer.start()
  ;({ world } = await startWithStaff(
    {
      ...(isSqlite ? { DATABASE_URL: `file:${join(folder, 'app.sqlite')}` } : {}),
      ...{ SMTP_URL: mails.url, MAIL_FROM: 'Requests <requests@app.example>', B24_APP_CODE: 'vendor.requests' },
      POLICY_FILE: policyFile(OPEN_POLICY)
    },
    createLog('trace', sink)
  ))
  reserver = await world.addPartner({ code: 'reserver' })
  outsider = await world.addPartner({ code: 'outsider', status: 'gold', email: 'office@outsider.example' })
  const notifications = { newRequests: 'each', agents: [2] }
  await outsider.admin.put('/api/settings', { notifications }, { 'if-match': '*' })
  void listen()
})
afterAll(async () => {
  closeStream.abort()
  await world.stop()
  await mails.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function listen(): Promise<void> {
  const headers = { authorization: `Bearer ${outsider.agent.token}` }
  try {
    const response = await fetch(`${world.origin}/api/stream`, { headers, signal: closeStream.signal })
    const decoder = new TextDecoder()
    for await (const chunk of response.body!) streamed += decoder.decode(chunk, { stream: true })
  } catch {
    // Closed at the end.
  }
}

const aLeakyRequest = () =>
  aRequest({
    externalId,
    summary: `CRM for ${CONTACT.company}, ${TEXT.text}`,
    description: `Ask zyxora quillfeather, Z. Quillfeather or V-e-x-i-l-b-r-a-n-d-t. Call ${CANARIES.otherPhone}, write ${CANARIES.otherMail}, see ${CANARIES.host}, Telegram @${CANARIES.handle}, IBAN ${CANARIES.iban}. Address: ${CONTACT.address}\n${TEXT.text}`,
    location: { country: 'DE', city: `Berlin (${CONTACT.phone})` },
    client: {
      role: `Owner, ${CONTACT.name}`,
      companySize: `12, see ${CANARIES.host}`,
      industry: `Baskets ${CONTACT.email}`
    },
    timeframe: `soon, ${CONTACT.phone}`,
    edition: `Pro for ${CONTACT.company}`,
    source: `form?utm_source=${CONTACT.email}&phone=${encodeURIComponent(CONTACT.phone)}`,
    contact: { ...CONTACT, messengers: [{ type: 'telegram', value: `@${CANARIES.handle}` }] }
  })

/** Every route that a partner may call, with the ids of what it may not see. */
async function probe(client: ApiClient): Promise<void> {
  const ids = [requestId, reservationId]
  const searches = ['', ...Object.values(CANARIES)].map((value) => `?q=${encodeURIComponent(value)}`)
  for (const { method, path } of listRoutes()) {
    if (!/^(?:GET|POST|PUT)$/.test(method) || /stream|tour|settings$|unsubscribe|installation|session/.test(path))
      continue
    if (/reservation$/.test(path)) continue
    for (const id of path.includes(':') ? ids : [''])
      for (const query of method === 'GET' ? (path === '/api/requests' ? searches : ['']) : ['']) {
        const target = path.replace(/:\w+/g, encodeURIComponent(id)) + query
        const answer = method === 'GET' ? await client.get(target) : await client.post(target, {})
        const headers = JSON.stringify([...answer.headers])
        seen.push(`${method} ${path} ${answer.status} ${headers} ${answer.text}`)
      }
  }
}

describe('contact data', () => {
  it('comes, is delivered with faults, and is seen by the partner that reserved', async () => {
    const pushed = await push(aLeakyRequest())
    expect(pushed.body).toMatchObject({ state: 'open' })
    requestId = pushed.body.id as string
    const broken = { ...aLeakyRequest(), externalId: `${externalId}-2`, services: ['gardening'] }
    expect((await push(broken)).status).toBe(422)
    world.clock.advance({ minutes: 61 })
    reserver.portal.faults.once({ kind: 'resetAfter', method: 'crm.lead.add' })
    const own = (await reserver.agent.reserve(requestId)).expect(201)
    reservationId = own.reservation.id as string
    expect(own.contact).toMatchObject({ name: CONTACT.name })
    await eventually('the lead', async () => {
      world.clock.advance({ seconds: 30 })
      return reserver.portal.crm.list(1).length === 1
    })
    ;(
      await reserver.agent.post(`/api/reservations/${reservationId}/dispute`, { reason: 'spam', comment: 'no answer' })
    ).expect(201)
    world.clock.advance({ hours: 2 })
    await world.app.timers.run()
    await eventually('a mail', () => mails.mails.length > 0)
  })

  it('is in no answer to a partner that has not reserved, nor can it be searched for', async () => {
    await probe(outsider.agent)
    await probe(outsider.admin)
    expect(
      seen.flatMap((answer) =>
        findIn(answer, { ...CANARIES, ...KEYS }).map((leak) => `${leak} in ${answer.slice(0, 80)}`)
      )
    ).toEqual([])
    for (const value of Object.values(CANARIES)) {
      const found = (await outsider.agent.get(`/api/requests?q=${encodeURIComponent(value)}`)).expect(200)
      expect(found.items, value).toEqual([])
    }
    const found = (await outsider.agent.get(`/api/requests?q=${TEXT.text}`)).expect(200)
    expect(found.items).toHaveLength(1)
    recordFigure(
      'R18',
      `${seen.length} answers to partners that had not reserved, ${Object.keys(CANARIES).length} canaries, 0 found`
    )
  })

  it('is in no log line, metric, stream, mail or notification', async () => {
    const metrics = await call(world.origin, 'GET', '/metrics')
    const mailed = mails.mails.map(({ raw, text }) => raw + text).join('\n')
    const notified = JSON.stringify(outsider.portal.notifications.sent)
    await eventually('something streamed', () => streamed.includes(requestId))
    expect(log.length).toBeGreaterThan(1000)
    for (const [name, text] of Object.entries({ log, metrics: metrics.text, streamed, mailed, notified }))
      expect(findIn(text, { ...CANARIES, ...KEYS }), name).toEqual([])
  })

  it('is in the clear nowhere in the store, its journal or a copy of it', async () => {
    const dump = await dumpOf(world.app.ctx.db)
    expect(findIn(dump, CANARIES)).toEqual([])
    expect(findIn(dump, TEXT)).not.toEqual([])
    if (isSqlite)
      await new SqliteFile(join(folder, 'app.sqlite'), { readonly: true }).backup(join(folder, 'backup.sqlite'))
    const files = isSqlite ? filesOf(folder) : await filesOfPostgres(world.app.ctx.db)
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(
        isSqlite ? ['app.sqlite', 'app.sqlite-wal', 'backup.sqlite'] : ['request', 'request_contact']
      )
    )
    for (const { name, bytes } of files) expect(findIn(bytes, CANARIES), name).toEqual([])
    expect(files.filter(({ bytes }) => findIn(bytes, TEXT).length > 0).length).toBeGreaterThan(0)
  })

  it('is gone after the erasure with every text about the client, from the journal and free pages too', async () => {
    expect((await push({ externalId }, 'request.erased')).body).toMatchObject({ state: 'erased' })
    await world.app.timers.run()
    rmSync(join(folder, 'backup.sqlite'), { force: true })
    expect(findIn(await dumpOf(world.app.ctx.db), { ...CANARIES, ...TEXT })).toEqual([])
    if (isSqlite)
      await eventually('no trace in the files', () => {
        world.clock.advance({ minutes: 2 })
        return filesOf(folder).every(({ bytes }) => findIn(bytes, { ...CANARIES, ...TEXT }).length === 0)
      })
    recordFigure('R21', 'erased: 0 bytes of contact and text left in store, journal and free pages')
  })
})
