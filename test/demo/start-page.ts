import { html, type Html, type Piece } from '../portal/frame/html.ts'
import type { Tenant, DemoWorld } from './demo-world.ts'
import { page } from './page.ts'
import { DEMO_POLICY } from './policy.ts'

/** The one page that leads to everything. */
export function startPage(world: DemoWorld): string {
  const body = html`<header class="hero">
      <div class="wide">
        <p class="eyebrow">Demo · everything on this page is invented and runs on this computer</p>
        <h1>Implementation requests</h1>
        <p class="lead">
          Clients who want Bitrix24 tell Bitrix24. Staff push each request to this app; partners see it inside their own
          portal, without the contact. At most five reserve it, get the contact and a lead in their CRM. Who wins more
          than expected sees more, and earlier.
        </p>
      </div>
    </header>
    <main class="wide">
      ${path(world)}
      <section>
        <h2>Partners and their portals</h2>
        <div class="cards is-double">${world.tenants.map(partnerCard)}</div>
      </section>
      <section class="cards">${staffCard(world)} ${policyCard()} ${technicalCard(world)}</section>
    </main>`
  return page({ title: 'Implementation requests: demo', script: 'start.js', body })
}

const appUrl = ({ emulated }: Tenant, userId: number): string =>
  `${emulated.origin}/marketplace/app/${emulated.app.code}/?user=${userId}`

interface Step {
  title: Piece
  text: Piece
  link?: [href: string, label: string]
  /** Ticked when the portals say so. */
  done?: string
}

function path(world: DemoWorld): Html {
  const redwood = world.tenant('redwood')
  const app = appUrl(redwood, 2)
  const steps: Step[] = [
    {
      title: 'Push a request',
      text: 'Staff’s page is filled in already. Press “Push request”.',
      link: ['/staff', 'Staff’s page'],
      done: 'pushed'
    },
    {
      title: 'See it arrive',
      text: 'Daniel of Redwood sees it at once, locked: his company has level 2, so it opens after a minute, by itself.',
      link: [app, 'Redwood’s requests']
    },
    {
      title: 'Reserve one',
      text: 'Open any unlocked request, press “Reserve and show contact”, accept the rules. There is the client.',
      done: 'reserved'
    },
    {
      title: 'Find it in the CRM',
      text: '“Open in CRM” shows the lead with the whole request. Its tab “Implementation request” is the app again.',
      link: [`${redwood.emulated.origin}/crm/lead/?user=2`, 'Redwood’s leads']
    },
    {
      title: 'Win it',
      text: 'On the lead: “Convert to deal”. On the deal: “Won”. Or “Junk” and “Lost”, to see the other side.',
      link: [`${redwood.emulated.origin}/crm/deal/?user=2`, 'Redwood’s deals'],
      done: 'closed'
    },
    {
      title: 'See the rating move',
      text: 'Back in the app: rating up, level 3, higher limits, and locked requests have opened.',
      link: [`${app}&params[page]=rating`, 'Redwood’s rating']
    }
  ]
  return html`<section>
    <h2>Two minutes, six steps</h2>
    <ol class="path">
      ${steps.map(
        ({ title, text, link, done }) =>
          html`<li ${done ? html`data-done="${done}"` : ''}>
            <h3>${title}</h3>
            <p>${text}</p>
            ${link && html`<a class="button" href="${link[0]}" target="${link[0] === '/staff' ? 'staff' : 'redwood'}">${link[1]}</a>`}
          </li>`
      )}
    </ol>
  </section>`
}

function partnerCard(tenant: Tenant): Html {
  const { record, place, note, emulated, isInstalled } = tenant
  const boards: Array<[string, string]> = [
    ...(emulated.crm.mode === 'classic' ? [['/crm/lead/', 'Leads'] as [string, string]] : []),
    ['/crm/deal/', 'Deals'],
    ['/notifications/', 'Notifications']
  ]
  return html`<article class="card" ${isInstalled ? '' : html`data-done="installed"`}>
    <h3>${record.name}</h3>
    <p class="soft">${place} · ${record.status} · ${emulated.crm.mode} CRM · ${emulated.lang}</p>
    <p>${note}</p>
    <p class="label">Open the app as</p>
    <p class="buttons">
      ${emulated.users.map(
        (user) =>
          html`<a class="button" href="${appUrl(tenant, user.id)}" target="${tenant.key}"
            >${user.name} ${user.lastName}${user.isAdmin && html` <small>admin</small>`}</a
          >`
      )}
    </p>
    <p class="links">
      ${boards.map(([path, label]) => html`<a href="${emulated.origin}${path}" target="${tenant.key}">${label}</a>`)}
    </p>
  </article>`
}

function staffCard({ staffPortal }: DemoWorld): Html {
  const console = `${staffPortal.origin}/marketplace/app/${staffPortal.app.code}/?user=2`
  return html`<article class="card">
    <h3>Staff</h3>
    <p>
      Push, update, withdraw and erase requests; suspend, certify or end partners; record purchases. Each button sends
      one signed webhook and shows the answer.
    </p>
    <p class="buttons"><a class="button is-main" href="/staff" target="staff">Open staff’s page</a></p>
    <p>
      The console stands in staff’s own portal: held requests, disputes, who has what, policy, audit log. A dispute and
      two held requests wait there.
    </p>
    <p class="buttons"><a class="button" href="${console}" target="console">Open the console as Oliver Grant</a></p>
  </article>`
}

function policyCard(): Html {
  const rows = Object.entries(DEMO_POLICY.unlockMinutes).map(
    ([valueClass, minutes]) =>
      html`<tr>
        <th scope="row">${valueClass}</th>
        ${minutes.map((value) => html`<td>${words(value)}</td>`)}
      </tr>`
  )
  return html`<article class="card">
    <h3>Time in this demo</h3>
    <p>The clock is the real one; some policy values are shorter. A request unlocks for a level after:</p>
    <table>
      <thead>
        <tr>
          <th></th>
          ${[1, 2, 3, 4].map((level) => html`<th scope="col">Level ${level}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p class="soft">A win counts at once (otherwise after 72 hours, and with activity in the CRM).</p>
  </article>`
}

function words(minutes: number): string {
  if (minutes === 0) return 'at once'
  if (minutes < 60) return `${minutes} min`
  return minutes < 2880 ? `${minutes / 60} h` : `${minutes / 1440} d`
}

function technicalCard(world: DemoWorld): Html {
  const links: Array<[string, string]> = [
    ['/healthz', 'Health'],
    ['/readyz', 'Readiness'],
    ['/metrics', 'Metrics'],
    ['/openapi.json', 'OpenAPI']
  ]
  return html`<article class="card">
    <h3>Under the hood</h3>
    <p>The app itself is the production build, on a fresh SQLite file, at <code>${world.origin}</code>.</p>
    <p class="links">
      ${links.map(([path, label]) => html`<a href="${world.origin}${path}" target="technical">${label}</a>`)}
    </p>
    <p class="soft">Bitrix24 itself is emulated: REST, events, sign-in and the pages around the app.</p>
  </article>`
}
