import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import { SERVICES } from '../../shared/codes.ts'
import type { DemoWorld } from './demo-world.ts'
import { EXAMPLE_COUNTRIES, nextExample } from './make-request.ts'
import { watchProgress } from './progress.ts'
import type { Message, StaffDesk } from './staff-desk.ts'
import { staffPage } from './staff-page.ts'
import { startPage } from './start-page.ts'

/** The demo's own pages. The app knows nothing of them: staff's page sends signed webhooks as any tool would. */
export function createSite(world: DemoWorld, desk: StaffDesk): Express {
  const site = express()
  const progress = watchProgress(world, desk)
  site.disable('x-powered-by')
  site.use('/browser/', express.static(fileURLToPath(new URL('./browser/', import.meta.url)), { index: false }))
  site.get('/', (_request, response) => {
    response.send(startPage(world))
  })
  site.get('/progress', (_request, response) => {
    response.json(progress())
  })
  site.get('/staff', (_request, response) => {
    response.send(staffPage())
  })
  site.get('/staff/state', (_request, response) => {
    response.json({
      requests: desk.requests,
      partners: [...desk.partners.values()],
      countries: EXAMPLE_COUNTRIES,
      services: SERVICES
    })
  })
  site.get('/staff/example', (request, response) => {
    response.json(nextExample(String(request.query.country), new Date()))
  })
  site.post('/staff/send', express.json(), async (request, response) => {
    response.json(await desk.send(request.body as Message))
  })
  return site
}
