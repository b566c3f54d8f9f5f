import type { Params } from '../php.ts'
import type { Actor } from '../crm/crm-item.ts'
import type { EmulatedPortal } from '../portal.ts'
import { ACCESS_SECONDS, type TokenRecord } from '../tokens.ts'
import { APP_ONLY_EVENTS } from './event-names.ts'

export interface EventOptions {
  /** false: as if automation had caused it; default: tokens when a person did */
  withTokens?: boolean
  by?: Actor
}

/** `auth` of an event: tokens only when a person caused it, a refresh token only at installation and update. */
export function eventAuth(portal: EmulatedPortal, token: TokenRecord | null, withRefresh: boolean): Params {
  const tokens: Params = token
    ? {
        access_token: token.accessToken,
        expires: Math.floor(token.expiresAt / 1000),
        expires_in: ACCESS_SECONDS,
        ...(withRefresh ? { refresh_token: token.refreshToken } : {}),
        user_id: token.userId
      }
    : {}
  return {
    ...tokens,
    // blanks at installation, commas elsewhere: docs, `on-app-install.md`
    scope: portal.grantedScopes.join(withRefresh ? ' ' : ','),
    domain: portal.domain,
    server_endpoint: portal.world.authServer.endpoint,
    status: portal.app.status,
    client_endpoint: portal.endpoint,
    member_id: portal.memberId,
    application_token: portal.installation.applicationToken
  }
}

/** One queue entry for each handler that is bound to the event. */
export function sendToApp(portal: EmulatedPortal, event: string, data: Params, options: EventOptions): void {
  const { installation } = portal
  if (!installation.isFinished) return
  const actor = options.by ?? 1
  for (const handler of installation.eventHandlers) {
    if (handler.event !== event) continue
    const userId = handler.authType > 0 ? handler.authType : actor
    const wants = options.withTokens ?? userId !== 'robot'
    const user = portal.users.find((candidate) => candidate.id === (userId === 'robot' ? 1 : userId))
    const long = event === 'ONAPPINSTALL' || event === 'ONAPPUPDATE'
    const token = wants && user?.active ? portal.issueRecord(user.id, long) : null
    const body = { event, event_handler_id: handler.id, data, auth: eventAuth(portal, token, long) }
    portal.events.add({ event, url: handler.handler, body })
  }
}

/** Subscriptions made by hand in the interface: no tokens at all (docs: `local-integrations/local-webhooks.md`). */
export function sendToOutboundWebhooks(portal: EmulatedPortal, event: string, data: Params): void {
  if (APP_ONLY_EVENTS.has(event)) return
  for (const webhook of portal.outboundWebhooks) {
    if (!webhook.events.includes(event)) continue
    const auth = {
      domain: portal.domain,
      client_endpoint: portal.endpoint,
      server_endpoint: portal.world.authServer.endpoint,
      member_id: portal.memberId,
      application_token: webhook.applicationToken
    }
    portal.events.add({ event, url: webhook.url, body: { event, event_handler_id: webhook.id, data, auth } })
  }
}
