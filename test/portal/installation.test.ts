import { afterEach, beforeEach, expect, test } from 'vitest'
import { asMap } from './php.ts'
import { install, RestClient, startWorld, type TestWorld } from './testing.ts'

let t: TestWorld
beforeEach(async () => {
  t = await startWorld({ lang: 'de' })
})
afterEach(() => t.stop())

test('the installer is opened by a POST with the documented query and body', async () => {
  const opened = await t.portal.openInstaller()
  expect(opened.status).toBe(200)
  const [request] = t.app.received
  const query = new URL(request?.path ?? '', t.app.origin)
  expect(query.pathname).toBe('/install')
  expect(Object.fromEntries(query.searchParams)).toEqual({
    DOMAIN: t.portal.domain,
    PROTOCOL: '0',
    LANG: 'de',
    APP_SID: expect.stringMatching(/^[0-9a-f]{32}$/)
  })
  expect(request?.body).toEqual({
    AUTH_ID: opened.accessToken,
    AUTH_EXPIRES: '3600',
    REFRESH_ID: opened.refreshToken,
    SERVER_ENDPOINT: `${t.world.authServer.origin}/rest/`,
    APPLICATION_TOKEN: t.portal.installation.applicationToken,
    APPLICATION_SCOPE: 'crm,placement,user_brief,im,bizproc',
    member_id: t.portal.memberId,
    status: 'F',
    PLACEMENT: 'DEFAULT',
    PLACEMENT_OPTIONS: '[]'
  })
})

test('until it is finished only administrators see the application, and they see the installer', async () => {
  expect((await t.portal.openApp(2)).blocked).toBe('not_installed')
  expect(new URL((await t.portal.openApp(1)).url).pathname).toBe('/install')
  t.portal.installFinish()
  expect(new URL((await t.portal.openApp(2)).url).pathname).toBe('/app')
  t.portal.setAppAccess([3])
  expect((await t.portal.openApp(2)).blocked).toBe('no_access')
  await expect(t.portal.openInstaller()).rejects.toThrow('never requested again')
})

test('no event and no widget before installFinish, then ONAPPINSTALL with tokens', async () => {
  await t.portal.openInstaller()
  for (const event of ['ONAPPINSTALL', 'ONCRMLEADADD'])
    await t.rest.call('event.bind', { event, handler: `${t.app.origin}/events` })
  await t.rest.call('placement.bind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: `${t.app.origin}/tab` })
  t.app.clear()
  await t.rest.addLead()
  await t.world.settled()
  expect(t.app.events).toEqual([])
  expect((await t.portal.openApp(1, { placement: 'CRM_LEAD_DETAIL_TAB' })).blocked).toBe('no_widget')
  await t.portal.completeInstallation()
  expect(t.app.events).toEqual(['ONAPPINSTALL'])
  const [event] = t.app.received
  expect(event?.text).toContain('data%5BVERSION%5D=1')
  expect(event?.body).toMatchObject({
    event_handler_id: expect.any(String),
    ts: expect.stringMatching(/^\d+$/),
    data: { VERSION: '1', ACTIVE: 'Y', INSTALLED: 'Y', LANGUAGE_ID: 'de' },
    auth: {
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: '3600',
      member_id: t.portal.memberId,
      application_token: t.portal.installation.applicationToken,
      client_endpoint: t.portal.endpoint
    }
  })
  const tab = await t.portal.openApp(2, { placement: 'CRM_LEAD_DETAIL_TAB', options: { ID: '1' } })
  expect(JSON.parse(tab.form.PLACEMENT_OPTIONS ?? '')).toMatchObject({ ID: '1' })
  expect((await t.rest.call('app.info')).result.INSTALLED).toBe(true)
})

test('events carry tokens for people, none for automation, and never a refresh token', async () => {
  await install(t, ['ONCRMLEADUPDATE'])
  await t.rest.addLead()
  await t.portal.moveTo(1, 1, 'IN_PROCESS', { by: 2 })
  await t.portal.moveTo(1, 1, 'PROCESSED', { by: 'robot' })
  await t.world.settled()
  const [person, robot] = t.app.received.map((entry) => asMap(entry.body.auth))
  expect(person).toMatchObject({ access_token: expect.any(String), user_id: '2' })
  expect(person).not.toHaveProperty('refresh_token')
  expect(robot).not.toHaveProperty('access_token')
  expect(robot).toMatchObject({ application_token: t.portal.installation.applicationToken })
})

test('an uninstall kills every token at once and tells with the application token alone', async () => {
  await install(t, ['ONAPPUNINSTALL', 'ONCRMLEADADD'])
  const token = t.portal.installation.applicationToken
  await t.portal.uninstall({ clean: true })
  expect(t.app.events).toEqual(['ONAPPUNINSTALL'])
  const auth = asMap(t.app.received[0]?.body.auth)
  expect(auth).toMatchObject({ application_token: token })
  expect(auth).not.toHaveProperty('access_token')
  expect(asMap(t.app.received[0]?.body.data).CLEAN).toBe('1')
  expect(await t.rest.call('profile')).toMatchObject({ status: 401, error: 'ERROR_OAUTH' })
  const { memberId } = t.portal
  const again = await t.portal.openInstaller()
  expect(again.form).toMatchObject({ member_id: memberId })
  expect(again.form.APPLICATION_TOKEN).not.toBe(token)
})

test('an update may bring a new application token and drop the handlers', async () => {
  await install(t, ['ONAPPUPDATE'])
  const token = t.portal.installation.applicationToken
  await t.portal.update(2, { newApplicationToken: true, keepHandlers: false })
  expect(t.app.received[0]?.body.data).toEqual({ VERSION: '2', PREVIOUS_VERSION: '1', LANGUAGE_ID: 'de' })
  expect(asMap(t.app.received[0]?.body.auth).application_token).not.toBe(token)
  expect((await t.rest.call('event.get')).body.result).toEqual([])
})

test('binding an event twice is refused, an unknown one too', async () => {
  const bind = { event: 'oncrmdealadd', handler: `${t.app.origin}/events` }
  expect((await t.rest.call('event.bind', bind)).body.result).toBe(true)
  expect(await t.rest.call('event.bind', bind)).toMatchObject({ status: 400, error: 'ERROR_CORE' })
  expect((await t.rest.call('event.bind', { ...bind, event: 'ONNOTHING' })).error).toBe('ERROR_EVENT_NOT_FOUND')
  expect((await new RestClient(t.portal, 2).call('event.bind', { ...bind, auth_type: 1 })).error).toBe('ACCESS_DENIED')
  expect((await t.rest.call('event.get')).body.result).toEqual([
    { event: 'ONCRMDEALADD', handler: bind.handler, auth_type: '0', offline: 0 }
  ])
})

test('the queue delays, doubles, drops, holds and shuffles, and never retries', async () => {
  await install(t, ['ONCRMLEADADD'])
  t.portal.events.duplicate(3)
  await t.rest.addLead()
  await t.world.settled()
  expect(t.app.events).toHaveLength(3)
  t.portal.events.calm()
  t.portal.events.drop(() => true)
  await t.rest.addLead()
  await t.world.settled()
  expect(t.portal.events.droppedLog).toHaveLength(1)
  t.portal.events.calm()
  t.portal.events.hold()
  await t.rest.addLead()
  await t.world.settled()
  expect(t.app.events).toHaveLength(3)
  t.portal.events.shuffle()
  t.portal.events.release()
  await t.world.settled()
  expect(t.app.events).toHaveLength(4)
  await t.app.stop()
  await t.rest.addLead()
  await t.world.settled()
  expect(t.portal.events.deliveredLog.at(-1)).toMatchObject({ status: null, error: expect.any(String) })
})

test('outbound webhooks and robots call without tokens', async () => {
  const token = t.portal.createOutboundWebhook(['ONCRMLEADADD'], `${t.app.origin}/hook`)
  await t.rest.addLead()
  t.portal.sendRobotWebhook(`${t.app.origin}/robot?id=1&title=A%20lead`, 1, 1)
  await t.world.settled()
  const [hook, robot] = [...t.app.received].sort((a, b) => a.path.localeCompare(b.path))
  expect(asMap(hook?.body.auth)).toMatchObject({ application_token: token, member_id: t.portal.memberId })
  expect(robot?.body).toMatchObject({ document_id: ['crm', 'CCrmDocumentLead', 'LEAD_1'] })
  expect(asMap(robot?.body.auth)).not.toHaveProperty('application_token')
})

test('a newer notice with the same tag replaces the older', async () => {
  const notify = (MESSAGE: string): Promise<unknown> =>
    t.rest.call('im.notify.system.add', { USER_ID: 2, MESSAGE, TAG: 'r-1' })
  await notify('one')
  await notify('two')
  expect(t.portal.notifications.of(2).map((row) => row.message)).toEqual(['two'])
  expect((await t.rest.call('im.notify.personal.add', { MESSAGE: 'x' })).error).toBe('USER_ID_EMPTY')
})
