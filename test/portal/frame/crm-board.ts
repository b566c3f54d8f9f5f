import type { Express } from 'express'
import { DEAL, type EntityType, entityType, LEAD } from '../crm/entity-types.ts'
import { titleOf } from '../crm/item-view.ts'
import { asInt, asText } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { fullName } from '../users.ts'
import { saying } from '../words.ts'
import { html, type Html } from './html.ts'
import { renderPage } from './layout.ts'
import { currentUser } from './visitor.ts'

/** Leads and deals by stage. */
export function addBoards(app: Express, portal: EmulatedPortal): void {
  for (const id of [LEAD, DEAL] as const) {
    const type = entityType(id)
    app.get([`/crm/${type.name}/`, `/crm/${type.name}/kanban/`, `/crm/${type.name}/list/`], (request, response) => {
      const user = currentUser(portal, request, response)
      const say = saying(portal.lang)
      const categoryId = asInt(request.query.category)
      const body = html`${id === DEAL && funnels(portal, categoryId)}${quickAdd(portal, type, categoryId)}
        <div class="board">${columns(portal, type, categoryId)}</div>
        ${recycled(portal, type)}`
      const active = id === LEAD ? 'lead' : 'deal'
      response.send(renderPage(portal, user, request, { title: say(`${type.title}s`), active, body }))
    })
  }
}

function columns(portal: EmulatedPortal, type: EntityType, categoryId: number): Html[] {
  const items = portal.crm.itemsOf(type.id).filter((item) => asInt(item.values.categoryId) === categoryId)
  return portal.crm.stagesOf(type.id, categoryId).map((stage) => {
    const own = items.filter((item) => item.values.stageId === stage.statusId)
    const cards = own.map((item) => {
      const owner = portal.users.find((user) => user.id === item.values.assignedById)
      return html`<a class="ticket" href="/crm/${type.name}/details/${item.id}/"
        ><b>${titleOf(item)}</b> <span>${asText(item.values.opportunity)} ${asText(item.values.currencyId)}</span
        ><small>${owner ? fullName(owner) : ''}</small></a
      >`
    })
    return html`<section class="column">
      <h2 style="background:${stage.color}">${stage.name} <i>${own.length}</i></h2>
      ${cards}
    </section>`
  })
}

function funnels(portal: EmulatedPortal, categoryId: number): Html {
  const links = portal.crm.stages.funnels.map(
    (funnel) =>
      html`<a class="${funnel.id === categoryId ? 'is-active' : ''}" href="/crm/deal/?category=${funnel.id}"
        >${funnel.name}</a
      >`
  )
  return html`<nav class="tabs">${links}</nav>`
}

function quickAdd(portal: EmulatedPortal, type: EntityType, categoryId: number): Html {
  const say = saying(portal.lang)
  const label = say(`New ${type.name}`)
  return html`<form class="quick" method="post" action="/crm/action">
    <input type="hidden" name="action" value="create" />
    <input type="hidden" name="entityTypeId" value="${type.id}" /><input
      type="hidden"
      name="categoryId"
      value="${categoryId}"
    />
    <input name="title" placeholder="${label}" aria-label="${label}" required /><button>${say('Create')}</button>
  </form>`
}

function recycled(portal: EmulatedPortal, type: EntityType): Html | false {
  const say = saying(portal.lang)
  const rows = portal.crm.bin.list(type.id).map(
    (item) =>
      html`<li>
        ${titleOf(item)}
        <form method="post" action="/crm/action">
          <input type="hidden" name="action" value="restore" />
          <input type="hidden" name="entityTypeId" value="${type.id}" /><input
            type="hidden"
            name="id"
            value="${item.id}"
          /><button>${say('Restore')}</button>
        </form>
      </li>`
  )
  return (
    rows.length > 0 &&
    html`<section class="card bin">
      <h2>${say('Recycle bin')}</h2>
      <ul>
        ${rows}
      </ul>
    </section>`
  )
}
