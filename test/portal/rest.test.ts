import { afterEach, beforeEach, expect, test } from 'vitest'
import { asMap } from './php.ts'
import { RestClient, startWorld, type TestWorld } from './testing.ts'

let t: TestWorld
beforeEach(async () => {
  t = await startWorld()
})
afterEach(() => t.stop())

test('answers JSON, forms with PHP brackets, GET, a .json suffix and doubled slashes alike', async () => {
  const fields = { title: 'By form', fm: [{ typeId: 'PHONE', valueType: 'WORK', value: '+49 30 1' }] }
  expect((await t.rest.form('crm.item.add.json', { entityTypeId: 1, fields })).status).toBe(200)
  const url = `${t.portal.origin}/rest//crm.lead.get?id=1&auth=${t.rest.accessToken}`
  const answer = asMap(await (await fetch(url)).json())
  expect(asMap(answer.result)).toMatchObject({ ID: '1', TITLE: 'By form', PHONE: [{ VALUE: '+49 30 1' }] })
  expect(answer.time).toMatchObject({ operating: expect.any(Number), date_start: expect.stringMatching(/\+01:00$/) })
})

test('lets browsers of other origins in, on errors as well', async () => {
  const preflight = await fetch(`${t.portal.endpoint}profile`, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
  const refused = await fetch(`${t.portal.endpoint}profile`)
  expect(refused.status).toBe(401)
  expect(refused.headers.get('access-control-allow-origin')).toBe('*')
})

test('a batch runs in order, resolves references and keeps empty maps as arrays', async () => {
  const cmd = {
    deal: 'crm.item.add?entityTypeId=2&fields[title]=One',
    again: 'crm.item.get?entityTypeId=2&id=$result[deal][item][id]',
    nested: 'batch?cmd[a]=profile'
  }
  const { result, status } = await t.rest.call('batch', { halt: 0, cmd })
  expect(status).toBe(200)
  expect(asMap(asMap(result.result).again)).toMatchObject({ item: { id: 1, title: 'One' } })
  expect(result.result_error).toEqual({
    nested: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED', error_description: expect.any(String) }
  })
  expect(result.result_next).toEqual([])
  expect((await t.rest.call('batch', { cmd: { p: 'profile' } })).result.result_error).toEqual([])
})

test('a halted batch leaves the rest out, a long one refuses what is beyond 50', async () => {
  const halted = await t.rest.call('batch', { halt: 1, cmd: ['profile', 'no.such.method', 'profile'] })
  expect(Object.keys(asMap(halted.result.result))).toEqual(['0'])
  expect(Object.keys(asMap(halted.result.result_error))).toEqual(['1'])
  const long = await t.rest.call('batch', { halt: 0, cmd: Array.from({ length: 52 }, () => 'profile') })
  expect(asMap(long.result.result_error)['51']).toMatchObject({ error: 'ERROR_BATCH_LENGTH_EXCEEDED' })
  expect(Object.keys(asMap(long.result.result))).toHaveLength(50)
})

test('lists come in pages of 50 and start=-1 counts nothing', async () => {
  for (let index = 0; index < 60; index += 1) await t.portal.create(1, { title: `Lead ${index}` })
  const first = await t.rest.call('crm.item.list', { entityTypeId: 1, select: ['id', 'title'] })
  expect(first.body).toMatchObject({ total: 60, next: 50 })
  const second = await t.rest.call('crm.item.list', { entityTypeId: 1, start: 50 })
  expect(second.result.items).toHaveLength(10)
  expect(second.body.next).toBeUndefined()
  const uncounted = await t.rest.call('crm.item.list', { entityTypeId: 1, start: -1, filter: { '>id': 55 } })
  expect(uncounted.body).toMatchObject({ total: 0, result: { items: expect.arrayContaining([]) } })
  expect(uncounted.result.items).toHaveLength(5)
})

test('some refusals of placement.bind come with HTTP 200', async () => {
  const bind = (params: Record<string, unknown>): Promise<unknown> => t.rest.call('placement.bind', params)
  expect(await bind({ HANDLER: 'http://127.0.0.1/x' })).toMatchObject({ status: 200, error: 'ERROR_ARGUMENT' })
  const page = { PLACEMENT: 'REST_APP_URI', HANDLER: 'http://127.0.0.1/x' }
  expect(await bind(page)).toMatchObject({ status: 200, body: { result: true } })
  expect(await bind(page)).toMatchObject({ status: 200, error: 'ERROR_PLACEMENT_MAX_COUNT' })
  expect((await t.rest.call('placement.unbind', { PLACEMENT: 'REST_APP_URI' })).result).toEqual({ count: 2 })
})

test('checks scopes, context and rights', async () => {
  t.world.setApp({ scope: ['placement'] })
  expect(await t.rest.call('crm.item.list', { entityTypeId: 1 })).toMatchObject({
    status: 403,
    error: 'insufficient_scope'
  })
  t.world.setApp({ scope: ['crm', 'placement'] })
  const employee = new RestClient(t.portal, 2)
  expect((await employee.call('placement.bind', { PLACEMENT: 'LEFT_MENU', HANDLER: 'http://a/' })).status).toBe(403)
  const hook = t.portal.createInboundWebhook(1, ['crm'])
  expect(asMap(await (await fetch(`${hook}event.get`)).json()).error).toBe('WRONG_AUTH_TYPE')
  expect(asMap(await (await fetch(`${hook}crm.settings.mode.get.json`)).json()).result).toBe(1)
  t.portal.setAppAccess([3])
  expect(await employee.call('profile')).toMatchObject({ status: 403, error: 'user_access_error' })
  t.portal.dismiss(3)
  expect((await new RestClient(t.portal, 3).call('profile')).error).toBe('authorization_error')
})

test('an extranet user has no crm.item methods', async () => {
  const guest = t.portal.addUser({ name: 'Guest', isExtranet: true })
  const answer = await new RestClient(t.portal, guest.id).call('crm.item.list', { entityTypeId: 1 })
  expect(answer).toMatchObject({ status: 403, error: 'allowed_only_intranet_user' })
})

test('tokens expire after an hour, unpaid and free portals refuse', async () => {
  t.pass(3_600_000)
  expect(await t.rest.call('profile')).toMatchObject({ status: 401, error: 'expired_token' })
  t.rest.accessToken = t.portal.issueToken(1).accessToken
  t.portal.setPlan('unpaid')
  expect((await t.rest.call('profile')).error).toBe('PAYMENT_REQUIRED')
  t.portal.setPlan('free')
  expect(await t.rest.call('profile')).toMatchObject({ status: 403, error: 'ACCESS_DENIED' })
  t.portal.delete()
  expect((await t.rest.call('profile')).error).toBe('PORTAL_DELETED')
})

test('after a rename the old address answers 302 with the new one', async () => {
  const old = t.portal.origin
  await t.portal.rename()
  const answer = await fetch(`${old}/rest/profile`, { method: 'POST', redirect: 'manual' })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`${t.portal.origin}/rest/profile`)
  expect(t.portal.origin).not.toBe(old)
  expect((await t.rest.call('profile')).status).toBe(200)
})
