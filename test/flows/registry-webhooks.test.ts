import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startIntake, type IntakeServer } from '../support/intake-server.ts'
import { aPushedPartner, message } from '../support/pushed.ts'

let app: IntakeServer
beforeAll(async () => {
  app = await startIntake()
})
afterAll(() => app.close())

describe('a pushed partner', () => {
  it('is replaced as a whole, and an older push changes nothing', async () => {
    const data = aPushedPartner({ email: 'office@partner.example', suspendedUntil: 'permanent' })
    const send = (changes: object, timestamp: string) =>
      app.staff.send('/webhooks/partners', message('partner.upserted', { ...data, ...changes }, timestamp))
    expect((await send({}, '2026-11-02T00:00:00Z')).body).toMatchObject({ id: data.code, state: 'suspended' })
    expect((await send({ email: null, suspendedUntil: null }, '2026-11-03T00:00:00Z')).body.state).toBe('active')
    expect((await send({ name: 'Old' }, '2026-11-01T00:00:00Z')).body.state).toBe('active')
    const row = await app.ctx.db
      .selectFrom('partner')
      .selectAll()
      .where('code', '=', String(data.code))
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ name: data.name, email: null, suspendedUntil: null })
  })

  it('ties the portals it names, by member_id or domain, and lets go of the others', async () => {
    const { db, clock } = app.ctx
    const at = clock.now().toISOString()
    const portal = { clientEndpoint: 'x', authServer: 'x', status: 'installed' as const, lang: 'en', steps: '[]' }
    const nothing = {
      applicationTokenHash: null,
      trouble: null,
      partnerCode: null,
      linkedBy: null,
      licence: null,
      crmMode: null,
      installedAt: null,
      uninstalledAt: null,
      nextSweepAt: null,
      heldUntil: null
    }
    const times = { bucketLevel: 0, bucketAt: at, createdAt: at, updatedAt: at }
    for (const name of ['one', 'two'])
      await db
        .insertInto('portal')
        .values({ ...portal, ...nothing, ...times, memberId: `member-${name}`, domain: `${name}.bitrix24.example` })
        .execute()
    const data = aPushedPartner()
    const tied = async (portals: string[]) => {
      await app.staff.send('/webhooks/partners', message('partner.upserted', { ...data, portals }))
      const rows = await db
        .selectFrom('portal')
        .select('memberId')
        .where('partnerCode', '=', String(data.code))
        .execute()
      return rows.map((row) => row.memberId)
    }
    expect(await tied(['MEMBER-one', 'https://Two.bitrix24.example/'])).toEqual(['member-one', 'member-two'])
    expect(await tied(['member-two'])).toEqual(['member-two'])
  })

  it('loses the extra locations that its new home covers', async () => {
    const { db } = app.ctx
    const data = aPushedPartner({ homeCountry: 'US' })
    await app.staff.send('/webhooks/partners', message('partner.upserted', data))
    const code = String(data.code)
    for (const [index, location] of ['DE-BE', 'FR'].entries())
      await db
        .insertInto('partner_location')
        .values({ partnerCode: code, position: index + 1, code: location })
        .execute()
    await app.staff.send('/webhooks/partners', message('partner.upserted', { ...data, homeCountry: 'DE' }))
    const rows = await db.selectFrom('partner_location').select('code').where('partnerCode', '=', code).execute()
    expect(rows).toEqual([{ code: 'FR' }])
  })
})

describe('a recorded purchase', () => {
  it('is stored once and may be reversed', async () => {
    const partner = aPushedPartner()
    await app.staff.send('/webhooks/partners', message('partner.upserted', partner))
    const data = { externalId: 'sale-1', partnerCode: partner.code, proof: 'B24-1', at: '2026-11-01T00:00:00Z' }
    const send = (changes = {}) =>
      app.staff.send('/webhooks/purchases', message('purchase.recorded', { ...data, ...changes }))
    expect((await send()).body).toEqual({ id: 'sale-1', state: 'recorded', duplicate: false })
    expect((await send({ reversed: true })).body.state).toBe('reversed')
    expect(await send({ partnerCode: 'nobody', externalId: 'sale-2' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'data.partnerCode' }] }
    })
  })
})
