import type { Request } from 'express'
import type { EmulatedPortal } from '../portal.ts'
import { fullName, type PortalUser } from '../users.ts'
import { saying } from '../words.ts'
import { html, type Html, type Piece } from './html.ts'

export interface Page {
  title: string
  /** which entry of the menu is lit */
  active: 'home' | 'app' | 'lead' | 'deal' | 'notifications'
  body: Piece
  /** the application's frame fills everything below the header */
  isWide?: boolean
}

const STYLES = ['portal', 'crm', 'slider', 'narrow'].map(
  (name) => html`<link rel="stylesheet" href="/frame/browser/${name}.css" />`
)

export function renderPage(portal: EmulatedPortal, user: PortalUser, request: Request, page: Page): string {
  const isSlider = request.query.IFRAME === 'Y'
  const body = isSlider ? slider(page) : full(portal, user, request, page)
  return `<!doctype html>${
    html`<html lang="${portal.lang === 'de' ? 'de' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <title>${page.title} · ${portal.name}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        ${STYLES}
      </head>
      <body class="${isSlider ? 'is-slider' : ''} ${page.isWide ? 'is-wide' : ''}">
        ${body}
        <script type="module" src="/frame/browser/portal.js"></script>
      </body>
    </html>`.text
  }`
}

function slider(page: Page): Html {
  return html`<main class="work">
    <h1 id="pagetitle" class="pagetitle">${page.title}</h1>
    ${page.body}
  </main>`
}

function full(portal: EmulatedPortal, user: PortalUser, request: Request, page: Page): Html {
  const say = saying(portal.lang)
  const count = portal.notifications.of(user.id).length
  const entries: Array<[Page['active'], string, string, string]> = [
    ['home', '/', say('Home'), '⌂'],
    ['app', `/marketplace/app/${portal.app.code}/`, portal.appTitle, '★'],
    ['lead', '/crm/lead/', say('Leads'), '◎'],
    ['deal', '/crm/deal/', say('Deals'), '◆'],
    ['notifications', '/notifications/', `${say('Notifications')}${count > 0 ? ` (${count})` : ''}`, '♪']
  ]
  const menu = entries
    .filter(([key]) => key !== 'lead' || portal.crm.mode === 'classic')
    .map(
      ([key, href, label, icon]) =>
        html`<a href="${href}" class="${key === page.active ? 'is-active' : ''}" data-menu="${key}"
          ><i>${icon}</i><span>${label}</span></a
        >`
    )
  return html`<header class="top">
      <a class="logo" href="/">${portal.name}<b>24</b></a
      >${switcher(portal, user, request)}
    </header>
    <div class="desk">
      <nav class="menu">${menu}</nav>
      <main class="work">
        <h1 id="pagetitle" class="pagetitle">${page.title}</h1>
        ${page.body}
      </main>
    </div>`
}

/** Changing the person reloads the same page with `?user=`. */
function switcher(portal: EmulatedPortal, user: PortalUser, request: Request): Html {
  const say = saying(portal.lang)
  const options = portal.users
    .filter((candidate) => candidate.active)
    .map((candidate) => {
      const role = candidate.isAdmin ? ` (${say('admin')})` : candidate.isExtranet ? ` (${say('extranet')})` : ''
      const selected = candidate.id === user.id ? html` selected` : ''
      return html`<option value="${candidate.id}" ${selected}>${fullName(candidate)}${role}</option>`
    })
  return html`<form class="who" method="get" action="${request.path}">
    <label for="who">${say('you are:')}</label>
    <select id="who" name="user" data-submit>
      ${options}
    </select>
  </form>`
}
