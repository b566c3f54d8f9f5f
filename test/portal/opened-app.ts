import type { EmulatedPortal } from './portal.ts'
import { randomHex } from './secrets.ts'
import { ACCESS_SECONDS } from './tokens.ts'
import type { PortalUser } from './users.ts'
import { formatPhp, type Params } from './php.ts'

export interface OpenOptions {
  placement?: string
  options?: Params
  lang?: string
}

/** The hidden form that opens a page of the application (docs: `oauth/simple-way.md`). */
export interface AppForm {
  action: string
  fields: Record<string, string>
  sid: string
  placement: string
  options: Params
  isInstaller: boolean
  accessToken: string
  refreshToken: string
}

export interface OpenedApp {
  status: number
  headers: Headers
  html: string
  url: string
  form: Record<string, string>
  accessToken: string
  refreshToken: string
  /** the portal showed its own message instead of asking the application */
  blocked?: Blocked
}

export type Blocked = 'not_installed' | 'no_access' | 'no_widget'

export const BLOCKED_TEXTS: Record<Blocked, string> = {
  not_installed: 'The application has not been fully installed yet. Please ask your administrator to finish it.',
  no_access: 'You do not have access to this application.',
  no_widget: 'This page is not available.'
}

export function makeForm(portal: EmulatedPortal, user: PortalUser, open: OpenOptions = {}): AppForm | Blocked {
  const { installation, app } = portal
  const placement = open.placement ?? 'DEFAULT'
  if (!portal.mayUseApp(user.id)) return 'no_access'
  if (!installation.isFinished && !user.isAdmin) return 'not_installed'
  const isInstaller = !installation.isFinished
  if (isInstaller) installation.start(user.id)
  const isMain = placement === 'DEFAULT'
  const handler = isMain ? undefined : installation.placementHandler(placement, user.id)
  if (!isMain && !handler) return 'no_widget'
  const target = handler?.handler ?? (isInstaller ? (app.installUrl ?? app.appUrl) : app.appUrl)
  if (!target) throw new Error('the application has no URL: EmulatedBitrix24.setApp')
  const token = portal.issueRecord(user.id, true)
  const sid = randomHex()
  const url = new URL(target)
  const query = { DOMAIN: portal.domain, PROTOCOL: '0', LANG: open.lang ?? user.lang, APP_SID: sid }
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value)
  const options = { ...(isMain ? {} : { URI: '/' }), ...open.options }
  const fields: Record<string, string> = {
    AUTH_ID: token.accessToken,
    AUTH_EXPIRES: String(ACCESS_SECONDS),
    REFRESH_ID: token.refreshToken ?? '',
    SERVER_ENDPOINT: portal.world.authServer.endpoint,
    APPLICATION_TOKEN: installation.applicationToken,
    APPLICATION_SCOPE: portal.grantedScopes.join(','),
    member_id: portal.memberId,
    status: app.status,
    PLACEMENT: placement,
    PLACEMENT_OPTIONS: Object.keys(options).length > 0 ? JSON.stringify(options) : '[]'
  }
  const tokens = { accessToken: token.accessToken, refreshToken: token.refreshToken ?? '' }
  return { action: url.href, fields, sid, placement, options, isInstaller, ...tokens }
}

/** Does over HTTP what the frame does in the browser. */
export async function postForm(portal: EmulatedPortal, form: AppForm | Blocked): Promise<OpenedApp> {
  if (typeof form === 'string') {
    const empty = { form: {}, accessToken: '', refreshToken: '', url: '' }
    return { status: 200, headers: new Headers(), html: BLOCKED_TEXTS[form], blocked: form, ...empty }
  }
  const response = await fetch(form.action, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: portal.origin,
      referer: `${portal.origin}/`,
      'sec-fetch-dest': 'iframe'
    },
    body: formatPhp(form.fields),
    redirect: 'manual'
  })
  const { accessToken, refreshToken } = form
  return {
    status: response.status,
    headers: response.headers,
    html: await response.text(),
    url: form.action,
    form: form.fields,
    accessToken,
    refreshToken
  }
}
