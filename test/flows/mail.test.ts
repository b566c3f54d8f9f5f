import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call } from '../support/api-client.ts'
import type { TestWorld, Tenant } from '../support/app.ts'
import type { ApiClient } from '../support/api-client.ts'
import { aPartner, aRequest } from '../support/factories.ts'
import { MailServer, type ReceivedMail } from '../support/mail-server.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { eventually } from '../support/wait.ts'

let mails: MailServer
let world: TestWorld
let staff: ApiClient
let gold: Tenant

const office = 'office@gold.example'

beforeAll(async () => {
  mails = await MailServer.start()
  ;({ world, staff } = await startWithStaff({
    SMTP_URL: mails.url,
    MAIL_FROM: 'Requests <requests@app.example>',
    B24_APP_CODE: 'vendor.requests'
  }))
  gold = await world.addPartner({ code: 'gold', name: 'Gold & Söhne', status: 'gold', email: office }, { lang: 'de' })
})
afterAll(async () => {
  await world.stop()
  await mails.stop()
})
beforeEach(() => {
  world.clock.advance({ hours: 2 })
})

const upsert = (data: Record<string, unknown>) => world.staff.upsertPartner(aPartner(data), world.clock.now())
const push = async (overrides: Record<string, unknown> = {}): Promise<string> =>
  (await world.staff.push(aRequest(overrides), 'request.created', world.clock.now())).body.id as string

/** Lets releases settle and the plan be made, and waits for as many mails as there should be. */
async function mailsTo(address: string, count: number): Promise<ReceivedMail[]> {
  world.clock.advance({ seconds: 20 })
  return eventually(`${count} mails to ${address}`, () => {
    const found = mails.to(address)
    return found.length === count && found
  })
}

async function noMailsComing(): Promise<void> {
  world.clock.advance({ seconds: 20 })
  await world.app.timers.run()
  await eventually('no waiting mail', async () => {
    const jobs = await world.app.ctx.db.selectFrom('job').select('id').where('kind', '=', 'mail.digest').execute()
    return jobs.length === 0
  })
}

describe('a digest', () => {
  it('tells a partner of the new requests of its locations, in its language and without any client', async () => {
    const open = await push({ services: ['training'] })
    await push({ services: ['telephony'], budget: { amount: 90_000, currency: 'EUR' } })
    await push({ location: { country: 'FR' } })
    world.clock.advance({ minutes: 61 })
    const [mail] = await mailsTo(office, 1)
    expect(mail!.from).toBe('requests@app.example')
    expect(mail!.text).toContain('Guten Tag, Gold & Söhne')
    expect(mail!.text).toContain('2 neue Implementierungsanfragen')
    expect(mail!.text).toContain('1 jetzt für Sie offen, 1 noch gesperrt')
    expect(mail!.text).toMatch(/R-\d{6} · Deutschland · Schulung/)
    expect(mail!.text).not.toContain('Telefonie')
    expect(mail!.text).toContain(`/marketplace/view/vendor.requests/?params%5Brequest%5D=${open}`)
    expect(mail!.raw).not.toMatch(/Erika|kunde-|spreadsheets|Berlin/)
    expect(mail!.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(mail!.headers.get('list-unsubscribe')).toMatch(
      /^<http:\/\/127\.0\.0\.1:\d+\/mail\/unsubscribe\/v1\.[\w.-]+>$/
    )
  })

  it('comes at most once an hour and then tells all that came meanwhile, once', async () => {
    const before = mails.to(office).length
    await push()
    await mailsTo(office, before + 1)
    for (let count = 0; count < 3; count++) await push()
    await noMailsComing()
    expect(mails.to(office)).toHaveLength(before + 1)
    world.clock.advance({ minutes: 61 })
    const all = await mailsTo(office, before + 2)
    expect(all.at(-1)!.text).toContain('3 neue Implementierungsanfragen')
    world.clock.advance({ minutes: 61 })
    await noMailsComing()
    expect(mails.to(office)).toHaveLength(before + 2)
  })

  it('goes to silver and gold partners that may take part, and to nobody else', async () => {
    await upsert({ code: 'bronze', status: 'bronze', homeCountry: 'SE', email: 'bronze@p.example' })
    await upsert({ code: 'uncertified', certifiedAt: null, homeCountry: 'SE', email: 'uncertified@p.example' })
    await upsert({ code: 'suspended', suspendedUntil: 'permanent', homeCountry: 'SE', email: 'suspended@p.example' })
    await upsert({ code: 'silent', homeCountry: 'SE' })
    await upsert({ code: 'silver', name: 'Silver', homeCountry: 'SE', email: 'silver@p.example' })
    world.clock.advance({ seconds: 5 })
    await push({ location: { country: 'SE' } })
    const [mail] = await mailsTo('silver@p.example', 1)
    expect(mail!.text).toContain('Hello Silver,')
    expect(mail!.text).toContain('Open the app Implementation Requests in your Bitrix24')
    await noMailsComing()
    for (const name of ['bronze', 'uncertified', 'suspended']) expect(mails.to(`${name}@p.example`)).toEqual([])
  })

  it('is off where a portal of the partner says so', async () => {
    const before = mails.to(office).length
    const admin = await world.openAs(gold.portal, 1)
    ;(await admin.put('/api/settings', { notifications: { email: false } }, { 'if-match': '*' })).expect(200)
    await push()
    await noMailsComing()
    expect(mails.to(office)).toHaveLength(before)
    ;(await admin.put('/api/settings', { notifications: { email: true } }, { 'if-match': '*' })).expect(200)
    await mailsTo(office, before + 1)
  })
})

describe('a mail server in trouble', () => {
  it('gets the very same message again after a lost answer or a passing refusal', async () => {
    const before = mails.to(office).length
    mails.once('refuse_for_now')
    mails.once('hang_up_after_data')
    await push()
    const all = await mailsTo(office, before + 2)
    const ids = all.slice(-2).map((mail) => mail.headers.get('message-id'))
    expect(ids[0]).toMatch(/^<digest-[\w-]+@127\.0\.0\.1>$/)
    expect(ids[1]).toBe(ids[0])
  }, 90_000)

  it('may refuse an address for good: staff see it and the next digest is tried in an hour', async () => {
    const before = mails.to(office).length
    mails.once('refuse_recipient')
    await push()
    world.clock.advance({ seconds: 20 })
    const detail = await eventually('the refusal', async () => {
      const shown = (await staff.get('/api/staff/partners/gold')).expect(200)
      return shown.mail.lastError !== null && shown
    })
    expect(detail.mail).toMatchObject({ enabled: true, optedOut: false })
    expect(detail.mail.lastError).toContain('no such mailbox')
    world.clock.advance({ minutes: 61 })
    await push()
    await mailsTo(office, before + 1)
  })
})

describe('the opt-out', () => {
  it('takes one click, is no matter of merely looking, and can be taken back', async () => {
    const before = mails.to(office).length
    await push()
    const link = (await mailsTo(office, before + 1)).at(-1)!.headers.get('list-unsubscribe')!.slice(1, -1)
    const path = new URL(link).pathname
    const looked = await call(world.origin, 'GET', path)
    expect(looked).toMatchObject({ status: 200 })
    expect(looked.text).toContain('Soll office@gold.example keine E-Mails')
    const send = (form: string) =>
      fetch(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form
      })
    expect((await send('List-Unsubscribe=One-Click')).status).toBe(200)
    expect((await send('List-Unsubscribe=One-Click')).status).toBe(200)
    const entries = (await staff.get('/api/staff/audit?kind=mail.opted_out')).expect(200)
    expect(entries.items).toHaveLength(1)
    expect((await staff.get('/api/staff/partners/gold')).expect(200).mail.optedOut).toBe(true)

    world.clock.advance({ hours: 2 })
    await push()
    await noMailsComing()
    expect(mails.to(office)).toHaveLength(before + 1)
    await send('wish=resume')
    await mailsTo(office, before + 2)
  })

  it('knows no forged link', async () => {
    expect((await call(world.origin, 'GET', '/mail/unsubscribe/v1.AAAA.BBBB')).status).toBe(404)
    expect((await call(world.origin, 'POST', '/mail/unsubscribe/nonsense')).status).toBe(404)
  })
})
