import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import { asMap, asText } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { fullName } from '../users.ts'
import { addAppPages } from './app-pages.ts'
import { addCrmActions } from './crm-actions.ts'
import { addBoards } from './crm-board.ts'
import { addCards } from './crm-card.ts'
import { FrameSessions } from './frame-sessions.ts'
import { addNotificationPage } from './notification-page.ts'
import { currentUser } from './visitor.ts'

/** Every page that a person opens at the portal's origin, and what its script asks for. */
export function framePages(portal: EmulatedPortal): Express {
  const app = express()
  const sessions = new FrameSessions(portal)
  app.disable('x-powered-by')
  app.use('/frame/browser/', express.static(fileURLToPath(new URL('./browser/', import.meta.url)), { index: false }))
  app.get('/frame/users', (_request, response) => {
    response.json(
      portal.users
        .filter((user) => user.active)
        .map((user) => ({ id: String(user.id), name: fullName(user), position: user.position }))
    )
  })
  app.post('/frame/open', express.json(), (request, response) => {
    response.json(sessions.open(currentUser(portal, request, response), asMap(request.body)))
  })
  app.post('/frame/command', express.json(), (request, response) => {
    const { sid, command, params } = asMap(request.body)
    response.json({ answer: sessions.command(asText(sid), asText(command), params) })
  })
  addAppPages(app, portal)
  addNotificationPage(app, portal)
  addBoards(app, portal)
  addCards(app, portal)
  addCrmActions(app, portal)
  return app
}
