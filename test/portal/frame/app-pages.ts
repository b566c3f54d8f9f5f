import type { Express, Request } from 'express'
import { asMap, asText, parsePhp, type Params } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { saying } from '../words.ts'
import { html, type Html } from './html.ts'
import { renderPage } from './layout.ts'
import { currentUser } from './visitor.ts'

/** Home, the application in the work area, and the deep link into it. */
export function addAppPages(app: Express, portal: EmulatedPortal): void {
  app.get('/', (request, response) => {
    const user = currentUser(portal, request, response)
    const say = saying(portal.lang)
    const body = html`<div class="tiles">
      <a class="tile" href="/marketplace/app/${portal.app.code}/"
        ><b>${portal.appTitle}</b><span>${installedText(portal)}</span></a
      >
      ${portal.crm.mode === 'classic' && tile('/crm/lead/', say('Leads'), portal.crm.itemsOf(1).length)}
      ${tile('/crm/deal/', say('Deals'), portal.crm.itemsOf(2).length)}
      ${tile('/notifications/', say('Notifications'), portal.notifications.of(user.id).length)}
    </div>`
    response.send(renderPage(portal, user, request, { title: `${say('Welcome')}, ${user.name}`, active: 'home', body }))
  })

  app.get(['/marketplace/app/', '/marketplace/app/:code/'], (request, response) => {
    const user = currentUser(portal, request, response)
    const query = readQuery(request)
    const options = { ...readOptions(query.options), ...asMap(query.params) }
    const body = frame(asText(query.placement) || 'DEFAULT', options)
    response.send(renderPage(portal, user, request, { title: portal.appTitle, active: 'app', body, isWide: true }))
  })

  app.get('/marketplace/view/:code/', (request, response) => {
    const user = currentUser(portal, request, response)
    const options = asMap(readQuery(request).params)
    const isBound = portal.installation.placementHandler('REST_APP_URI', user.id) !== undefined
    const body =
      request.params.code === portal.app.code
        ? frame(isBound ? 'REST_APP_URI' : 'DEFAULT', options)
        : html`<div class="card">No such application here.</div>`
    response.send(renderPage(portal, user, request, { title: portal.appTitle, active: 'app', body, isWide: true }))
  })
}

/** portal.js opens an application in every such element. */
export function frame(placement: string, options: Params): Html {
  return html`<div class="frame-host" data-frame="${JSON.stringify({ placement, options })}"></div>`
}

function tile(href: string, title: string, count: number): Html {
  return html`<a class="tile" href="${href}"><b>${title}</b><span>${count}</span></a>`
}

function installedText(portal: EmulatedPortal): string {
  const say = saying(portal.lang)
  if (portal.installation.isFinished) return `${say('installed, version')} ${portal.installation.version}`
  return portal.installation.isStarted ? say('installation not finished') : say('not installed yet')
}

function readQuery(request: Request): Params {
  return parsePhp(request.url.split('?')[1] ?? '')
}

function readOptions(value: unknown): Params {
  if (typeof value !== 'string') return asMap(value)
  try {
    return asMap(JSON.parse(value) as unknown)
  } catch {
    return {}
  }
}
