import { makeForm, type OpenedApp, postForm } from './opened-app.ts'
import type { EmulatedPortal } from './portal.ts'
import { randomHex } from './secrets.ts'
import { sendToApp } from './events/event-sender.ts'

export interface UpdateOptions {
  /** the token may change with a version (docs: `on-app-update.md`) */
  newApplicationToken?: boolean
  /** the English docs say handlers are dropped by an update, the Russian ones that they stay */
  keepHandlers?: boolean
}

/** Install, finish, update, uninstall: what the platform does around the application. */
export class InstallationLife {
  readonly #portal: EmulatedPortal
  #wasRemoved = false

  constructor(portal: EmulatedPortal) {
    this.#portal = portal
  }

  /** Works again after an uninstall: same portal, by default a new application token. */
  async openInstaller(userId: number, options: { newApplicationToken?: boolean } = {}): Promise<OpenedApp> {
    const { installation } = this.#portal
    if (installation.isFinished) throw new Error('installed: the installer is never requested again')
    if (this.#wasRemoved && (options.newApplicationToken ?? true)) installation.applicationToken = randomHex()
    this.#wasRemoved = false
    return postForm(this.#portal, makeForm(this.#portal, this.#portal.user(userId)))
  }

  /** What `setInstallFinish` in the frame causes. A second call does nothing. */
  finish(): void {
    const { installation } = this.#portal
    if (installation.isFinished) return
    installation.start(installation.installedBy)
    installation.isFinished = true
    const data = { VERSION: installation.version, ACTIVE: 'Y', INSTALLED: 'Y', LANGUAGE_ID: this.#portal.lang }
    sendToApp(this.#portal, 'ONAPPINSTALL', data, { by: installation.installedBy })
  }

  async update(version: number, options: UpdateOptions = {}): Promise<void> {
    const { installation } = this.#portal
    const data = { VERSION: version, PREVIOUS_VERSION: installation.version, LANGUAGE_ID: this.#portal.lang }
    installation.version = version
    if (options.newApplicationToken) installation.applicationToken = randomHex()
    sendToApp(this.#portal, 'ONAPPUPDATE', data, { by: installation.installedBy })
    if (options.keepHandlers === false) installation.eventHandlers = []
    await this.#portal.settled()
  }

  /** Tokens die at once; the event carries the application token and nothing to call back with. */
  async uninstall(clean: boolean): Promise<void> {
    const portal = this.#portal
    const data = { LANGUAGE_ID: portal.lang, CLEAN: clean ? 1 : 0 }
    const auth = {
      domain: portal.domain,
      server_endpoint: portal.world.authServer.endpoint,
      client_endpoint: portal.endpoint,
      member_id: portal.memberId,
      application_token: portal.installation.applicationToken
    }
    portal.world.tokens.revokePortal(portal.memberId)
    const handlers = portal.installation.eventHandlers.filter((handler) => handler.event === 'ONAPPUNINSTALL')
    portal.installation.remove(clean)
    this.#wasRemoved = true
    for (const handler of handlers) {
      const body = { event: 'ONAPPUNINSTALL', event_handler_id: handler.id, data, auth }
      portal.events.add({ event: 'ONAPPUNINSTALL', url: handler.handler, body })
    }
    await portal.settled()
  }
}
