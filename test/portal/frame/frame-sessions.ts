import { makeForm } from '../opened-app.ts'
import { asMap, asText, isMap, type Params } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { BLOCKED_TEXTS } from '../opened-app.ts'
import { ACCESS_SECONDS } from '../tokens.ts'
import type { PortalUser } from '../users.ts'

interface FrameSession {
  userId: number
  lang: string
  placement: string
  options: Params
  isInstaller: boolean
  accessToken: string
  refreshToken: string
}

/** The frames that are open in browsers, by APP_SID, and the commands that only the portal itself can answer. */
export class FrameSessions {
  readonly #portal: EmulatedPortal
  readonly #sessions = new Map<string, FrameSession>()

  constructor(portal: EmulatedPortal) {
    this.#portal = portal
  }

  /** What the page needs to build the iframe and its hidden form. */
  open(user: PortalUser, request: Params): Params {
    const placement = asText(request.placement) || 'DEFAULT'
    const form = makeForm(this.#portal, user, { placement, options: asMap(request.options) })
    if (typeof form === 'string') return { blocked: BLOCKED_TEXTS[form] }
    const { action, fields, sid, isInstaller, accessToken, refreshToken, options } = form
    this.#sessions.set(sid, {
      userId: user.id,
      lang: user.lang,
      placement,
      options,
      isInstaller,
      accessToken,
      refreshToken
    })
    return { sid, action, fields, name: `${this.#portal.domain}|0|${sid}` }
  }

  command(sid: string, command: string, params: unknown): unknown {
    const session = this.#sessions.get(sid)
    if (!session) return null
    const { installation } = this.#portal
    const given = isMap(params) ? params : {}
    switch (command) {
      case 'getInitData':
        return this.#initData(session)
      case 'setInstall':
        installation.markSeen(session.userId)
        return true
      case 'setInstallFinish':
        if (session.isInstaller) this.#portal.installFinish()
        return true
      case 'refreshAuth':
        return this.#refresh(session)
      case 'setAppOption':
        installation.appOptions[asText(given.name)] = given.value
        return true
      case 'setUserOption':
        installation.userOptionsOf(session.userId)[asText(given.name)] = given.value
        return true
      default:
        return null
    }
  }

  #initData(session: FrameSession): Params {
    const { installation } = this.#portal
    return {
      LANG: session.lang,
      DOMAIN: this.#portal.domain,
      PROTOCOL: '0',
      PATH: '/rest',
      AUTH_ID: session.accessToken,
      REFRESH_ID: session.refreshToken,
      AUTH_EXPIRES: String(ACCESS_SECONDS),
      MEMBER_ID: this.#portal.memberId,
      IS_ADMIN: this.#portal.user(session.userId).isAdmin,
      APP_OPTIONS: installation.appOptions,
      USER_OPTIONS: installation.userOptionsOf(session.userId),
      PLACEMENT: session.placement,
      PLACEMENT_OPTIONS: session.options,
      INSTALL: session.isInstaller,
      FIRST_RUN: installation.isFirstRun(session.userId)
    }
  }

  #refresh(session: FrameSession): Params {
    const token = this.#portal.issueToken(session.userId)
    Object.assign(session, token)
    return { AUTH_ID: token.accessToken, REFRESH_ID: token.refreshToken, AUTH_EXPIRES: String(ACCESS_SECONDS) }
  }
}
