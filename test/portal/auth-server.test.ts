import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AuthErrorCode } from './auth-faults.ts'
import { asMap, type Params } from './php.ts'
import { startWorld, type TestWorld } from './testing.ts'

let t: TestWorld
beforeEach(async () => {
  t = await startWorld()
})
afterEach(() => t.stop())

async function refresh(
  refreshToken: string,
  change: Record<string, string> = {}
): Promise<{ status: number; body: Params }> {
  const { clientId, clientSecret } = t.world.app
  const form = {
    grant_type: 'refresh_token',
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken
  }
  const body = new URLSearchParams({ ...form, ...change })
  const response = await fetch(`${t.world.authServer.origin}/oauth/token/`, { method: 'POST', body })
  return { status: response.status, body: asMap(await response.json()) }
}

async function appInfo(accessToken: string): Promise<{ status: number; body: Params }> {
  const response = await fetch(`${t.world.authServer.endpoint}app.info?auth=${accessToken}`)
  return { status: response.status, body: asMap(await response.json()) }
}

test('a refresh token works once: the second use is invalid_grant', async () => {
  const old = t.portal.issueToken(2)
  const first = await refresh(old.refreshToken)
  expect(first.body).toMatchObject({
    expires_in: 3600,
    member_id: t.portal.memberId,
    user_id: 2,
    client_endpoint: t.portal.endpoint,
    domain: new URL(t.world.authServer.origin).host
  })
  expect(await refresh(old.refreshToken)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  expect((await refresh(String(first.body.refresh_token))).status).toBe(200)
  expect(t.world.authServer.refreshesOf(t.portal.memberId)).toBe(2)
})

test('refresh tokens live 180 days', async () => {
  const { refreshToken } = t.portal.issueToken(1)
  t.pass(180 * 86_400_000)
  expect((await refresh(refreshToken)).body.error).toBe('invalid_grant')
})

test('a wrong client comes with HTTP 200, a wrong secret does not', async () => {
  const { refreshToken } = t.portal.issueToken(1)
  expect(await refresh(refreshToken, { client_id: 'x' })).toMatchObject({
    status: 200,
    body: { error: 'wrong_client' }
  })
  expect(await refresh(refreshToken, { client_secret: 'x' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_client' }
  })
  expect((await refresh(refreshToken)).status).toBe(200)
})

test('app.info names the client, the portal and the user of a live token only', async () => {
  const { accessToken } = t.portal.issueToken(3)
  expect(asMap((await appInfo(accessToken)).body.result)).toMatchObject({
    client_id: t.world.app.clientId,
    scope: 'crm,placement,user_brief,im,bizproc',
    user_id: 3,
    install: {
      installed: false,
      domain: t.portal.domain,
      member_id: t.portal.memberId,
      client_endpoint: t.portal.endpoint
    }
  })
  expect((await appInfo('unknown')).body.error).toBe('invalid_client')
  t.world.authServer.expire(accessToken)
  expect(await appInfo(accessToken)).toMatchObject({ status: 401, body: { error: 'expired_token' } })
  t.world.authServer.revoke(accessToken)
  expect((await appInfo(accessToken)).body.error).toBe('invalid_client')
})

test('an uninstalled portal, an unpaid one and a dismissed user get no new tokens', async () => {
  const [a, b, c] = [t.portal.issueToken(2), t.portal.issueToken(1), t.portal.issueToken(1)]
  t.portal.dismiss(2)
  expect((await refresh(a.refreshToken)).body.error).toBe('invalid_grant')
  t.portal.setPlan('unpaid')
  expect(await refresh(b.refreshToken)).toMatchObject({ status: 401, body: { error: 'PAYMENT_REQUIRED' } })
  t.portal.setPlan('standard')
  await t.portal.uninstall()
  expect((await refresh(c.refreshToken)).body.error).toBe('invalid_client')
})

test('every documented refusal can be scripted', async () => {
  const codes: Array<[AuthErrorCode, number]> = [
    ['invalid_request', 400],
    ['invalid_client', 400],
    ['invalid_grant', 400],
    ['invalid_scope', 403],
    ['insufficient_scope', 403],
    ['PAYMENT_REQUIRED', 401],
    ['NOT_INSTALLED', 401],
    ['wrong_client', 200]
  ]
  for (const [kind, status] of codes) {
    t.world.authServer.faults.once({ kind, on: 'token' })
    const { refreshToken } = t.portal.issueToken(1)
    expect(await refresh(refreshToken)).toMatchObject({ status, body: { error: kind } })
    expect((await refresh(refreshToken)).status).toBe(200)
  }
})
