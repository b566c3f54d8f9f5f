import { afterEach, beforeEach, expect, test } from 'vitest'
import { asMap } from './php.ts'
import { startWorld, type TestWorld } from './testing.ts'

let t: TestWorld
beforeEach(async () => {
  t = await startWorld()
})
afterEach(() => t.stop())

test('the bucket lets 50 through, refuses the next and drains two a second', async () => {
  for (let index = 0; index < 50; index += 1) expect((await t.rest.call('server.time')).status).toBe(200)
  expect(await t.rest.call('server.time')).toMatchObject({ status: 503, error: 'QUERY_LIMIT_EXCEEDED' })
  t.pass(1000)
  expect((await t.rest.call('server.time')).status).toBe(200)
  expect((await t.rest.call('server.time')).status).toBe(200)
  expect((await t.rest.call('server.time')).status).toBe(503)
  expect(t.portal.requests.queryLimitExceeded).toBe(2)
})

test('a method that used up 480 seconds is refused until its minutes fall out', async () => {
  t.portal.operating.setCost('crm.item.list', 300)
  const list = (): ReturnType<typeof t.rest.call> => t.rest.call('crm.item.list', { entityTypeId: 1 })
  expect((await list()).status).toBe(200)
  const crossing = await list()
  expect(crossing.status).toBe(200)
  expect(crossing.body.time).toMatchObject({ operating: 600 })
  expect(await list()).toMatchObject({ status: 429, error: 'OPERATION_TIME_LIMIT' })
  expect((await t.rest.call('profile')).status).toBe(200)
  expect(
    asMap((await t.rest.call('batch', { cmd: ['crm.item.list?entityTypeId=1'] })).result.result_error)['0']
  ).toMatchObject({
    error: 'OPERATION_TIME_LIMIT'
  })
  t.pass(600_000)
  expect((await list()).status).toBe(200)
})

test('limits can be switched off', async () => {
  t.portal.limits = false
  for (let index = 0; index < 70; index += 1) await t.rest.call('server.time')
  expect(t.portal.requests.queryLimitExceeded).toBe(0)
})

test('a reset after the write loses the answer and keeps the lead', async () => {
  t.portal.faults.once({ kind: 'resetAfter', method: 'crm.item.add' })
  await expect(t.rest.addLead()).rejects.toThrow()
  expect(t.portal.crm.list(1)).toHaveLength(1)
  t.portal.faults.once({ kind: 'resetBefore', method: /^crm\.item/ })
  await expect(t.rest.addLead()).rejects.toThrow()
  expect(t.portal.crm.list(1)).toHaveLength(1)
})

test('a late write shows up after its answer was lost', async () => {
  t.portal.faults.once({ kind: 'lateApply', method: 'crm.item.add', delayMs: 80 })
  const batch = { cmd: { lead: 'crm.item.add?entityTypeId=1&fields[title]=Late' } }
  await expect(t.rest.call('batch', batch)).rejects.toThrow()
  expect(t.portal.crm.list(1)).toHaveLength(0)
  await t.portal.lateWritesDone()
  expect(t.portal.crm.list(1)).toMatchObject([{ title: 'Late' }])
})

test('a batch can lose the entry of a command that ran', async () => {
  t.portal.faults.once({ kind: 'missingBatchEntry', method: 'crm.item.add' })
  const cmd = { a: 'profile', b: 'crm.item.add?entityTypeId=1&fields[title]=Quiet', c: 'profile' }
  const { result } = await t.rest.call('batch', { cmd })
  expect(Object.keys(asMap(result.result))).toEqual(['a', 'c'])
  expect(t.portal.crm.list(1)).toHaveLength(1)
})

test('every other trouble has its own face', async () => {
  const faces: Array<[Parameters<typeof t.portal.faults.once>[0]['kind'], number, string]> = [
    ['internal500', 500, 'INTERNAL_SERVER_ERROR'],
    ['queryLimit503', 503, 'QUERY_LIMIT_EXCEEDED'],
    ['overload503', 503, 'OVERLOAD_LIMIT'],
    ['operation429', 429, 'OPERATION_TIME_LIMIT'],
    ['expiredToken', 401, 'expired_token'],
    ['invalidToken', 401, 'invalid_token'],
    ['accessDenied', 403, 'ACCESS_DENIED'],
    ['paymentRequired', 401, 'PAYMENT_REQUIRED'],
    ['portalDeleted', 500, 'PORTAL_DELETED']
  ]
  for (const [kind, status, error] of faces) {
    t.portal.faults.once({ kind })
    expect(await t.rest.call('profile')).toMatchObject({ status, error })
  }
  for (const [kind, status] of [
    ['html200', 200],
    ['plain503', 503],
    ['error500Before', 500],
    ['redirect302', 302]
  ] as const) {
    t.portal.faults.once({ kind })
    const answer = await fetch(`${t.portal.endpoint}profile?auth=${t.rest.accessToken}`, { redirect: 'manual' })
    expect(answer.status).toBe(status)
    await expect(answer.json()).rejects.toThrow()
  }
  expect((await t.rest.call('profile')).status).toBe(200)
})

test('a silent portal executes or not, and never answers', async () => {
  for (const [kind, leads] of [
    ['timeoutBeforeWrite', 0],
    ['timeoutAfterWrite', 1]
  ] as const) {
    t.portal.faults.once({ kind, method: 'crm.item.add' })
    const body = JSON.stringify({ auth: t.rest.accessToken, entityTypeId: 1, fields: { title: 'Silence' } })
    const headers = { 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(150)
    await expect(fetch(`${t.portal.endpoint}crm.item.add`, { method: 'POST', headers, body, signal })).rejects.toThrow()
    expect(t.portal.crm.list(1)).toHaveLength(leads)
  }
})
