import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP } from '../../manifest/app.ts'
import { INSTALLATION_STEPS } from '../../shared/contract/installation.ts'
import {
  generousPolicy,
  itemsOf,
  readStore,
  reserveOne,
  tablesWith,
  untilDelivery,
  untilIdle
} from '../faults/stage.ts'
import type { EmulatedPortal } from '../portal/bitrix24.ts'
import { type ApiClient, call } from '../support/api-client.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { aPartner } from '../support/factories.ts'
import { eventually } from '../support/wait.ts'

describe('the life of an installation', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
  })
  afterAll(() => world.stop())

  const newPortal = (): Promise<EmulatedPortal> => world.bitrix24.addPortal({ name: 'Portal', limits: false })
  const code = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body.code

  async function finished(portal: EmulatedPortal): Promise<ApiClient> {
    const admin = await world.openAs(portal, 1)
    ;(await admin.post('/api/installation/finish')).expect(200)
    await portal.completeInstallation()
    return world.openAs(portal, 1)
  }

  /** Each event once, each tab once, each field once: no twins, no loss. */
  async function expectComplete(portal: EmulatedPortal): Promise<void> {
    await eventually('all handlers', () => portal.installation.eventHandlers.length >= APP.events.length)
    await untilIdle(world)
    const events = portal.installation.eventHandlers.map(({ event, handler }) => `${event} ${handler}`)
    expect(events.sort()).toEqual(APP.events.map((event) => `${event} ${world.origin}/bitrix24/events`).sort())
    const tabs = portal.installation.placements.map(({ placement }) => placement)
    expect(tabs.sort()).toEqual(APP.placements.map((placement) => placement.code).sort())
    for (const entity of [1, 2])
      expect(
        portal.crm.userFields
          .of(entity)
          .map(({ fieldName }) => fieldName)
          .sort()
      ).toEqual([...['UF_CRM_IR_NUMBER', 'UF_CRM_IR_PROOF']])
  }

  async function expectWorking(tenant: Tenant): Promise<void> {
    const id = await reserveOne(world, tenant)
    await untilDelivery(world, id, 'delivered')
    const lead = tenant.portal.crm.list(1).find((item) => item.originId === id)!
    await tenant.portal.lose(1, lead.id)
    await eventually('the outcome by an event', async () => {
      return (await tenant.agent.get(`/api/reservations/${id}`)).expect(200).outcome === 'lost'
    })
  }

  it('tells in the language of the portal that its plan has no REST', async () => {
    const portal = await newPortal()
    portal.user(1).lang = 'de'
    portal.setPlan('free')
    const opened = await portal.openInstaller(1)
    expect(opened.status).toBe(503)
    const boot = JSON.parse(/id="boot">(.*?)<\/script>/.exec(opened.html)![1]!) as Record<string, unknown>
    expect(boot).toMatchObject({
      ...{ page: 'install', lang: 'de', session: null },
      problem: { code: 'portal_unavailable', trouble: 'no_rest' }
    })
  })

  it('starts with the wizard, which may be run twice, and with nothing for anybody before', async () => {
    const portal = await newPortal()
    expect((await portal.openInstaller(1)).status).toBe(200)
    const admin = await world.openAs(portal, 1)
    expect(admin.me.portal).toMatchObject({ memberId: portal.memberId, installed: false })
    expect(await code(admin.get('/api/requests'))).toBe('not_installed')
    const agent = await world.openAs(portal, 2)
    expect(await code(agent.post('/api/installation/finish'))).toBe('admin_only')

    const done = (await admin.post('/api/installation/finish')).expect(200)
    expect(done).toMatchObject({ installed: true, crmMode: 'classic' })
    expect(done.steps.map((step: { state: string }) => step.state)).toEqual(
      Array(INSTALLATION_STEPS.length).fill('done')
    )
    ;(await admin.post('/api/installation/finish')).expect(200)
    await portal.completeInstallation()
    await expectComplete(portal)
    expect(await code((await world.openAs(portal, 2)).get('/api/requests'))).toBe('not_linked')
  })

  it('ties the portal to the partner whose code an admin enters, and to no other', async () => {
    const [partner, other] = [aPartner({ activationCode: 'NORD-1234' }), aPartner({ activationCode: 'SUED-9876' })]
    for (const one of [partner, other]) await world.staff.upsertPartner(one, world.clock.now())
    const portal = await newPortal()
    await portal.openInstaller(1)
    const admin = await finished(portal)
    const link = (activationCode: string, by = admin) => by.post('/api/installation/link', { activationCode })
    expect(await code(link('NORD-0000'))).toBe('unknown_activation_code')
    expect(await code(link('NORD-1234', await world.openAs(portal, 2)))).toBe('admin_only')
    expect((await link('NORD-1234')).expect(200)).toMatchObject({ linked: true })
    ;(await link('NORD-1234')).expect(200)
    expect(await code(link('SUED-9876'))).toBe('portal_taken')
    expect((await world.openAs(portal, 2)).me.partner).toMatchObject({ code: partner.code, eligible: true })
  })

  it('survives updates that drop the handlers or keep them, with a new application token or the old one', async () => {
    const tenant = await world.addPartner()
    for (const keepHandlers of [true, false])
      for (const newApplicationToken of [true, false]) {
        await tenant.portal.update(tenant.portal.installation.version + 1, { keepHandlers, newApplicationToken })
        await expectComplete(tenant.portal)
      }
    await expectWorking(tenant)
  })

  it('puts twins of an earlier installation right', async () => {
    const tenant = await world.addPartner()
    const { installation } = tenant.portal
    installation.placements.push({ ...installation.placements[0]! })
    installation.removeEventHandlers(({ event }) => event === 'ONCRMLEADUPDATE')
    await tenant.portal.update(2)
    await expectComplete(tenant.portal)
  })

  it.each([false, true])('ends at once, CLEAN %s: no token, no session, and no name when clean', async (clean) => {
    const name = clean ? 'Xaverine' : 'Yolandine'
    const portal = await world.bitrix24.addPortal({
      ...{ name: 'Portal', limits: false },
      users: [
        { id: 1, name, lastName: 'Berger', isAdmin: true },
        { id: 2, name: `${name}a`, lastName: 'Carter' }
      ]
    })
    const partner = aPartner({ portals: [portal.memberId] })
    await world.staff.upsertPartner(partner, world.clock.now())
    const tenant = await world.install(portal, String(partner.code))
    ;(await tenant.admin.get('/api/settings')).expect(200)
    const id = await reserveOne(world, tenant)
    await untilDelivery(world, id, 'delivered')
    await untilIdle(world)
    const { applicationToken } = portal.installation
    const { accessToken, refreshToken } = await portal.openApp(1)
    expect(tablesWith(await readStore(world.app.ctx.db), name)).toContain('session')

    await portal.uninstall({ clean })
    expect(portal.events.deliveredLog.at(-1)).toMatchObject({ event: 'ONAPPUNINSTALL', status: 200 })
    const answer = await call(world.origin, 'GET', '/api/me', undefined, {
      authorization: `Bearer ${tenant.agent.token}`
    })
    expect(answer.status).toBe(401)
    const { db } = world.app.ctx
    for (const table of ['portal_token', 'session', 'portal_budget'] as const)
      expect(await db.selectFrom(table).selectAll().where('memberId', '=', portal.memberId).execute()).toEqual([])
    const store = await readStore(db)
    for (const secret of [accessToken, refreshToken, applicationToken, tenant.agent.token])
      expect(tablesWith(store, secret)).toEqual([])
    if (clean) expect(tablesWith(store, name)).toEqual([])
    const kept = await db.selectFrom('settings').selectAll().where('memberId', '=', portal.memberId).execute()
    if (clean) expect(kept).toEqual([])
  })

  it('begins anew: what waited is delivered, and the old life’s late uninstall changes nothing', async () => {
    const tenant = await world.addPartner()
    const { portal } = tenant
    portal.faults.always({ kind: 'plain503', method: 'crm.item.add' })
    const id = await reserveOne(world, tenant)
    await untilDelivery(world, id, 'retrying')
    portal.events.hold()
    await portal.uninstall()
    portal.faults.clear()
    await portal.openInstaller(1)
    const admin = await finished(portal)
    portal.events.release()
    await portal.settled()
    const late = portal.events.deliveredLog.findLast(({ event }) => event === 'ONAPPUNINSTALL')
    expect(late?.status).toBe(403)
    expect((await admin.get('/api/me')).expect(200).portal.installed).toBe(true)
    await expectComplete(portal)
    world.clock.advance({ seconds: 62 })
    await untilDelivery(world, id, 'delivered')
    expect(itemsOf(tenant, id)).toBe(1)
  })

  it('begins anew with the same application token: the late uninstall still changes nothing', async () => {
    const tenant = await world.addPartner()
    const { portal } = tenant
    world.clock.advance({ minutes: 20 })
    portal.events.hold()
    await portal.uninstall()
    await portal.openInstaller(1, { newApplicationToken: false })
    const admin = await finished(portal)
    world.clock.advance({ minutes: 1 })
    portal.events.release()
    await portal.settled()
    expect((await admin.get('/api/me')).expect(200).portal.installed).toBe(true)
    await expectWorking({ ...tenant, agent: await world.openAs(portal, 2) })
  })

  it('pauses while nobody pays: the admins are told, and payment is enough to go on', async () => {
    const tenant = await world.addPartner()
    const { portal } = tenant
    portal.setPlan('unpaid')
    const id = await reserveOne(world, tenant)
    expect(await untilDelivery(world, id, 'parked')).toContain('Subscription has been ended')
    expect((await tenant.admin.get('/api/me')).expect(200).trouble).toEqual(['payment_required'])
    expect((await tenant.agent.get('/api/me')).expect(200).trouble).toEqual([])
    portal.setPlan('basic')
    portal.fire('ONAPPPAYMENT', { CODE: 'requests', STATUS: 'P' })
    await untilDelivery(world, id, 'delivered')
    expect((await tenant.admin.get('/api/me')).expect(200).trouble).toEqual([])
    expect(itemsOf(tenant, id)).toBe(1)
  })

  it('asks the auth server, too, whether the app is paid: an event alone says nothing', async () => {
    const tenant = await world.addPartner()
    await untilIdle(world)
    const trouble = async () => JSON.stringify((await tenant.admin.get('/api/me')).expect(200).trouble)
    const { faults } = world.bitrix24.authServer
    faults.once({ kind: 'PAYMENT_REQUIRED', on: 'app.info' })
    tenant.portal.fire('ONAPPPAYMENT', { CODE: 'requests', STATUS: 'P' })
    await eventually('the trouble', async () => (await trouble()) === '["payment_required"]')
    tenant.portal.fire('ONAPPPAYMENT', { CODE: 'requests', STATUS: 'U' })
    await eventually('no trouble', async () => (await trouble()) === '[]')
  })

  it('goes on at a new address when the portal is renamed', async () => {
    const tenant = await world.addPartner()
    const old = tenant.portal.domain
    await tenant.portal.rename()
    expect(tenant.portal.domain).not.toBe(old)
    await expectWorking(tenant)
    expect((await tenant.agent.get('/api/me')).expect(200).portal.domain).toBe(tenant.portal.domain)
    const requests = tenant.portal.requests.httpCount
    await expectWorking(tenant)
    expect(tenant.portal.requests.httpCount).toBeGreaterThan(requests)
  })
})
