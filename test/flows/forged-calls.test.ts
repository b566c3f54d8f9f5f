import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Connections } from '../faults/connections.ts'
import { hostileUrls } from '../faults/hostile-addresses.ts'
import { generousPolicy, readStore, reserveOne, untilDelivery, untilIdle } from '../faults/stage.ts'
import { formatPhp } from '../portal/php.ts'
import { call } from '../support/api-client.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { recordFigure } from '../support/figure.ts'
import { eventually } from '../support/wait.ts'

describe('forged calls', () => {
  let world: TestWorld
  let tenant: Tenant
  let other: Tenant
  let trap: Server
  const trapped: string[] = []

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
    tenant = await world.addPartner()
    other = await world.addPartner()
    trap = createServer((request, response) => {
      trapped.push(request.url ?? '')
      response.end('{}')
    })
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    await world.stop()
    trap.close()
  })

  const trapPort = (): number => (trap.address() as AddressInfo).port
  const form = (path: string, fields: unknown) =>
    fetch(world.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: formatPhp(fields)
    })
  const authOf = ({ portal }: Tenant) => ({
    domain: portal.domain,
    server_endpoint: world.bitrix24.authServer.endpoint,
    client_endpoint: portal.endpoint,
    member_id: portal.memberId,
    application_token: portal.installation.applicationToken
  })

  /** Calls of the log and sessions aside: what stands in the store about portals and their people. */
  async function truth(): Promise<Record<string, string>> {
    await untilIdle(world)
    const { portal_call: _, job: _jobs, ...store } = await readStore(world.app.ctx.db)
    return store
  }

  it('as events: refused, whatever is wrong with them, and nothing is changed', async () => {
    const id = await reserveOne(world, tenant)
    await untilDelivery(world, id, 'delivered')
    // The timers spread the news of a request a moment after its release.
    await eventually('the spread news', async () => {
      const rows = await world.app.ctx.db.selectFrom('request').select('spreadAt').execute()
      return rows.every(({ spreadAt }) => spreadAt !== null)
    })
    const before = await truth()
    const mine = authOf(tenant)
    const foreign = other.portal.issueToken(1)
    const forged = [
      undefined,
      {},
      { member_id: mine.member_id },
      { ...mine, application_token: '' },
      { ...mine, application_token: mine.application_token.slice(0, -1) },
      { ...mine, application_token: `${mine.application_token}0` },
      { ...mine, application_token: mine.application_token.toUpperCase() },
      { ...mine, application_token: [mine.application_token] },
      { ...mine, application_token: authOf(other).application_token },
      { ...mine, member_id: 'f'.repeat(32) },
      { ...mine, member_id: authOf(other).member_id },
      { ...mine, member_id: { $ne: null } },
      { ...mine, application_token: 'x', access_token: foreign.accessToken, refresh_token: foreign.refreshToken },
      { ...mine, application_token: 'x', access_token: 'made-up', refresh_token: 'made-up' }
    ]
    const names = ['ONCRMLEADUPDATE', 'ONCRMDEALDELETE', 'ONAPPUNINSTALL', 'ONAPPUPDATE', 'ONAPPINSTALL', 'ONSOMETHING']
    for (const event of names)
      for (const auth of forged) {
        const body = { event, data: { FIELDS: { ID: '1' }, CLEAN: '1' }, ts: '1', auth }
        expect((await form('/bitrix24/events', body)).status, `${event} ${JSON.stringify(auth)}`).toBe(403)
        expect((await call(world.origin, 'POST', '/bitrix24/events', body)).status).toBe(403)
      }
    expect(await truth()).toEqual(before)
  })

  it('as ONAPPPAYMENT, which carries no proof: the portal is asked, and it is what counts', async () => {
    const before = (await tenant.admin.get('/api/me')).expect(200)
    const { application_token: _, ...auth } = authOf(tenant)
    await form('/bitrix24/events', { event: 'ONAPPPAYMENT', data: { STATUS: 'U' }, auth })
    await untilIdle(world)
    expect((await tenant.admin.get('/api/me')).expect(200)).toEqual(before)
  })

  it('as sessions and pages: a token opens its own portal only', async () => {
    const { accessToken } = other.portal.issueToken(1)
    const claims = [
      { memberId: tenant.portal.memberId, domain: tenant.portal.domain, accessToken },
      { memberId: other.portal.memberId, domain: tenant.portal.domain, accessToken },
      { memberId: tenant.portal.memberId, domain: other.portal.domain, accessToken },
      { memberId: other.portal.memberId, domain: other.portal.domain, accessToken: 'f'.repeat(70) }
    ]
    for (const claim of claims) {
      expect((await call(world.origin, 'POST', '/api/session', claim)).status).toBe(401)
      const fields = { member_id: claim.memberId, AUTH_ID: claim.accessToken, REFRESH_ID: 'x' }
      expect((await form(`/bitrix24/app?DOMAIN=${claim.domain}&PROTOCOL=0`, fields)).status).toBe(401)
    }
  })

  it('with addresses: nobody outside the allow-list is ever called', async () => {
    const allowed = world.bitrix24.authServer.origin
    const urls = hostileUrls(trapPort(), allowed)
    expect(urls.length).toBeGreaterThanOrEqual(300)
    const tried = urls.length
    const connections = new Connections().start()
    try {
      while (urls.length > 0) await Promise.all(urls.splice(0, 10).map(sendHostile))
      tenant.portal.faults.once({
        kind: 'redirect302',
        method: 'crm.item.add',
        location: `http://127.0.0.1:${trapPort()}/rest/`
      })
      const id = await reserveOne(world, tenant)
      await untilDelivery(world, id, 'retrying')
      world.clock.advance({ seconds: 62 })
      await untilDelivery(world, id, 'delivered')
    } finally {
      connections.stop()
    }
    const hosts = [world.origin, allowed, tenant.portal.origin, other.portal.origin].map(
      (origin) => new URL(origin).host
    )
    expect(connections.outside(hosts)).toEqual([])
    expect(connections.seen.size).toBeGreaterThan(0)
    expect(trapped).toEqual([])
    recordFigure('R24', `${tried} hostile addresses in six places each, 0 called`)
  })

  it('by the store: an auth server outside the allow-list gets no secret and no token, and opening the app heals', async () => {
    const { memberId } = tenant.portal
    const authServer = `http://127.0.0.1:${trapPort()}`
    await untilIdle(world)
    await world.app.ctx.db.updateTable('portal').set({ authServer }).where('memberId', '=', memberId).execute()
    world.bitrix24.tokens.expireAll(memberId)
    const id = await reserveOne(world, tenant)
    expect(await untilDelivery(world, id, 'parked')).toContain('not one of Bitrix24')
    await form('/bitrix24/events', { event: 'ONAPPUNINSTALL', data: {}, ts: '1', auth: authOf(tenant) })
    expect(trapped).toEqual([])
    await tenant.portal.openApp(1)
    await untilDelivery(world, id, 'delivered')
  })

  /** One hostile address in every field that holds one. */
  async function sendHostile(url: string): Promise<void> {
    const { accessToken, refreshToken } = tenant.portal.issueToken(1)
    const { memberId, domain } = tenant.portal
    const session = (more: object) =>
      call(world.origin, 'POST', '/api/session', { memberId, domain, accessToken, lang: 'en', ...more })
    const page = (query: object, more: object) =>
      form(`/bitrix24/app?${new URLSearchParams({ DOMAIN: domain, PROTOCOL: '0', ...query })}`, {
        ...{ member_id: memberId, AUTH_ID: accessToken, REFRESH_ID: refreshToken, ...more }
      })
    const refused = [
      await session({ serverEndpoint: url }),
      await session({ domain: url }),
      await page({}, { SERVER_ENDPOINT: url === '' ? 'x' : url }),
      await page({ DOMAIN: url }, {})
    ]
    for (const { status } of refused) expect([400, 401, 422], url).toContain(status)
    const auth = { ...authOf(tenant), domain: url, server_endpoint: url, client_endpoint: url }
    const data = { FIELDS: { ID: '1' } }
    await form('/bitrix24/events', { event: 'ONCRMLEADUPDATE', data, auth })
    const tokens = { access_token: accessToken, refresh_token: refreshToken }
    await form('/bitrix24/events', { event: 'ONAPPUPDATE', data, auth: { ...auth, ...tokens, application_token: 'x' } })
  }
})
