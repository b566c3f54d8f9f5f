import type { Express } from 'express'
import type { EmulatedPortal } from '../portal.ts'
import { fullName } from '../users.ts'
import { renderBbCode } from './bb-code.ts'
import { html } from './html.ts'
import { renderPage } from './layout.ts'
import { currentUser } from './visitor.ts'

export function addNotificationPage(app: Express, portal: EmulatedPortal): void {
  app.get('/notifications/', (request, response) => {
    const user = currentUser(portal, request, response)
    const rows = [...portal.notifications.of(user.id)].reverse().map((row) => {
      const author = portal.users.find((candidate) => candidate.id === row.authorId)
      const from = author ? fullName(author) : portal.app.title
      return html`<li class="notice">
        <b>${from}</b><time>${new Date(row.at).toISOString().slice(0, 16).replace('T', ' ')}</time>
        <p>${renderBbCode(row.message)}</p>
      </li>`
    })
    const body = html`<ul class="card notices">
      ${rows.length > 0 ? rows : html`<li class="empty">Nothing new.</li>`}
    </ul>`
    response.send(renderPage(portal, user, request, { title: 'Notifications', active: 'notifications', body }))
  })
}
