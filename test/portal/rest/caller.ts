import { asText, param, type Params } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { systemErrors } from './errors.ts'
import type { Caller } from './method.ts'

/** `/rest/method` with `auth`, or `/rest/{userId}/{code}/method` of an inbound webhook. */
export interface Address {
  method: string
  webhook?: { userId: number; code: string }
}

export function readAddress(path: string): Address | undefined {
  const parts = path.split('/').filter((part) => part !== '')
  const method = decodeURIComponent(parts.at(-1) ?? '').replace(/\.json$/, '')
  if (parts.length === 1 && method !== '') return { method }
  const [userId, code] = parts
  if (parts.length === 3 && userId && code && /^\d+$/.test(userId))
    return { method, webhook: { userId: Number(userId), code } }
  return undefined
}

export function authorize(portal: EmulatedPortal, address: Address, params: Params, header: string): Caller {
  refusePortal(portal)
  return address.webhook ? webhookCaller(portal, address.webhook) : appCaller(portal, params, header)
}

function refusePortal(portal: EmulatedPortal): void {
  if (portal.isDeleted) throw systemErrors.portalDeleted()
  if (portal.plan === 'free') throw systemErrors.freePlan()
}

function webhookCaller(portal: EmulatedPortal, { userId, code }: { userId: number; code: string }): Caller {
  const webhook = portal.inboundWebhooks.find((hook) => hook.userId === userId && hook.code === code)
  const user = portal.users.find((candidate) => candidate.id === userId)
  if (!webhook || !user?.active) throw systemErrors.invalidCredentials()
  return { user, kind: 'webhook', scopes: webhook.scopes, accessToken: code }
}

function appCaller(portal: EmulatedPortal, params: Params, header: string): Caller {
  const accessToken = asText(param(params, 'auth')) || header.replace(/^Bearer /i, '')
  if (accessToken === '') throw systemErrors.noAuth()
  const record = portal.world.tokens.find(accessToken)
  if (!record || record.memberId !== portal.memberId) throw systemErrors.invalidToken()
  const state = portal.world.tokens.stateOf(accessToken)
  if (state === 'uninstalled') throw systemErrors.notInstalled()
  if (state === 'revoked') throw systemErrors.invalidToken()
  if (state === 'expired') throw systemErrors.expiredToken()
  const user = portal.users.find((candidate) => candidate.id === record.userId)
  if (!user?.active) throw systemErrors.userGone()
  if (portal.plan === 'unpaid') throw systemErrors.paymentRequired()
  if (!portal.mayUseApp(user.id)) throw systemErrors.noAppAccess()
  return { user, kind: 'app', scopes: portal.grantedScopes, accessToken }
}
