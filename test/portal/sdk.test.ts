import { B24OAuth, ParamsFactory, type B24OAuthParams } from '@bitrix24/b24jssdk'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EmulatedBitrix24, type EmulatedPortal } from './bitrix24.ts'

let world: EmulatedBitrix24
let portal: EmulatedPortal
beforeEach(async () => {
  world = await EmulatedBitrix24.start()
  portal = await world.addPortal({ name: 'SDK' })
})
afterEach(() => world.stop())

function client(expires = Math.floor(Date.now() / 1000) + 3600): B24OAuth {
  const { accessToken, refreshToken } = portal.issueToken(1)
  const params: B24OAuthParams = {
    applicationToken: portal.installation.applicationToken,
    userId: 1,
    memberId: portal.memberId,
    accessToken,
    refreshToken,
    expires,
    expiresIn: 3600,
    scope: portal.grantedScopes.join(','),
    domain: portal.domain,
    clientEndpoint: portal.endpoint,
    serverEndpoint: world.authServer.endpoint,
    status: 'F'
  }
  const secret = { clientId: world.app.clientId, clientSecret: world.app.clientSecret }
  return new B24OAuth(params, secret, { restrictionParams: ParamsFactory.getDefault() })
}

test('the official SDK calls, lists and batches', async () => {
  const b24 = client()
  const added = await b24.actions.v2.call.make<{ item: { id: number } }>({
    method: 'crm.item.add',
    params: { entityTypeId: 1, fields: { title: 'From the SDK' } }
  })
  expect(added.getData()?.result.item.id).toBe(1)
  for (let index = 0; index < 55; index += 1) await portal.create(1, { title: `Lead ${index}` })
  const listed = await b24.actions.v2.callList.make<{ id: number }>({
    method: 'crm.item.list',
    params: { entityTypeId: 1, select: ['id'] },
    idKey: 'id',
    customKeyForResult: 'items'
  })
  expect(listed.getData()).toHaveLength(56)
  const batch = await b24.actions.v2.batch.make({
    calls: {
      good: { method: 'crm.item.get', params: { entityTypeId: 1, id: 1 } },
      bad: { method: 'crm.item.get', params: { entityTypeId: 1, id: 999 } }
    },
    options: { isHaltOnError: false, returnAjaxResult: true }
  })
  expect(batch.isSuccess).toBe(false)
  expect([...batch.getErrorMessages()].join()).toContain('Element not found')
  expect(portal.requests.of('crm.item.get')).toMatchObject([{ outcome: 'ok' }, { outcome: 'NOT_FOUND' }])
})

test('the official SDK refreshes an expired token once and goes on', async () => {
  const b24 = client(0)
  const saved: string[] = []
  b24.setCallbackRefreshAuth(({ authData }) => {
    saved.push(authData.refresh_token)
    return Promise.resolve()
  })
  const answers = await Promise.all(
    [1, 2, 3].map(() => b24.actions.v2.call.make<{ ID: string }>({ method: 'profile' }))
  )
  expect(answers.map((answer) => answer.getData()?.result.ID)).toEqual(['1', '1', '1'])
  expect(world.authServer.refreshesOf(portal.memberId)).toBe(1)
  expect(saved).toHaveLength(1)
})

test('the official SDK takes a 401 for a reason to refresh', async () => {
  portal.faults.once({ kind: 'expiredToken', method: 'profile' })
  const answer = await client().actions.v2.call.make<{ ADMIN: boolean }>({ method: 'profile' })
  expect(answer.getData()?.result.ADMIN).toBe(true)
  expect(world.authServer.refreshesOf(portal.memberId)).toBe(1)
})
