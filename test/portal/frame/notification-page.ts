import type { Express } from 'express'
import type { EmulatedPortal } from '../portal.ts'
import { fullName } from '../users.ts'
import { saying } from '../words.ts'
import { renderBbCode } from './bb-code.ts'
import { html } from './html.ts'
import { renderPage } from './layout.ts'
import { currentUser } from './visitor.ts'

export function addNotificationPage(app: Express, portal: EmulatedPortal): void {
  app.get('/notifications/', (request, response) => {
    const user = currentUser(portal, request, response)
    const say = saying(portal.lang)
    const rows = [...portal.notifications.of(user.id)].reverse().map((row) => {
      const author = portal.users.find((candidate) => candidate.id === row.authorId)
      const from = author ? fullName(author) : portal.appTitle
      return html`<li class="notice">
        <b>${from}</b><time>${new Date(row.at).toISOString().slice(0, 16).replace('T', ' ')}</time>
        <p>${renderBbCode(row.message)}</p>
      </li>`
    })
    const body = html`<ul class="card notices">
      ${rows.length > 0 ? rows : html`<li class="empty">${say('Nothing new.')}</li>`}
    </ul>`
    response.send(renderPage(portal, user, request, { title: say('Notifications'), active: 'notifications', body }))
  })
}
