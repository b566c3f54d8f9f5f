import type { Express } from 'express'
import type { CrmItem } from '../crm/crm-item.ts'
import { COMPANY, CONTACT, ENTITY_TYPES, type EntityType, LEAD } from '../crm/entity-types.ts'
import { systemFields } from '../crm/field-catalogue.ts'
import { titleOf } from '../crm/item-view.ts'
import { labelIn } from '../crm/user-fields.ts'
import { asInt, asText } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { fullName } from '../users.ts'
import { saying } from '../words.ts'
import { frame } from './app-pages.ts'
import { renderBbCode } from './bb-code.ts'
import { actions, stageBar } from './crm-card-actions.ts'
import { timeline } from './crm-card-timeline.ts'
import { Html, html, type Piece } from './html.ts'
import { renderPage } from './layout.ts'
import { currentUser } from './visitor.ts'

const MAIN_FIELDS =
  'title name secondName lastName companyTitle post companyId contactIds leadId opportunity assignedById observers sourceId sourceDescription comments originatorId originId'.split(
    ' '
  )
const HIDDEN_FIELDS = new Set(['id', 'stageId', 'fm', 'currencyId', 'contactId', 'companyIds'])

/** The card of a lead, deal, contact or company, with the application's tabs. */
export function addCards(app: Express, portal: EmulatedPortal): void {
  for (const type of ENTITY_TYPES) {
    app.get(`/crm/${type.name}/details/:id/`, (request, response) => {
      const user = currentUser(portal, request, response)
      const say = saying(portal.lang)
      const item = portal.crm.find(type.id, Number(request.params.id))
      const title = item ? titleOf(item) : `${say(type.title)} ${say('not found')}`
      const body = item
        ? card(portal, type, item, user.id)
        : html`<div class="card">It was deleted, or never existed. <a href="/crm/${type.name}/">Back</a></div>`
      const active = type.id === LEAD ? 'lead' : 'deal'
      response.status(item ? 200 : 404).send(renderPage(portal, user, request, { title, active, body }))
    })
  }
}

function card(portal: EmulatedPortal, type: EntityType, item: CrmItem, userId: number): Html {
  const say = saying(portal.lang)
  const code = `CRM_${type.code}_DETAIL_TAB`
  const { installation } = portal
  const tabs =
    installation.isFinished && portal.mayUseApp(userId)
      ? installation.placements.filter((row) => row.placement === code)
      : []
  const lang = portal.user(userId).lang
  const buttons = tabs.map((row, index) => {
    const own = row.langAll[lang] as { TITLE?: string } | undefined
    return html`<button type="button" data-tab="app-${index}">${own?.TITLE || row.title || portal.appTitle}</button>`
  })
  const panes = tabs.map(
    (_, index) => html`<div class="pane" id="app-${index}" hidden>${lazyFrame(code, item.id)}</div>`
  )
  return html`${type.stageEntity && stageBar(portal, item)}
    <nav class="tabs" role="tablist">
      <button type="button" class="is-active" data-tab="general">${say('General')}</button>${buttons}
    </nav>
    <div class="pane" id="general">
      <div class="columns">
        <div>
          ${actions(portal, type, item)}
          <section class="card">
            <h2>${say(`About the ${type.name}`)}</h2>
            <dl>${fields(portal, item, true)}</dl>
          </section>
          ${customFields(portal, item)}
          <details class="card">
            <summary>${say('All fields')}</summary>
            <dl>${fields(portal, item, false)}</dl>
          </details>
        </div>
        <div>${timeline(portal, item)}</div>
      </div>
    </div>
    ${panes}`
}

/** Opened only when somebody looks: `data-lazy` becomes `data-frame`. */
function lazyFrame(placement: string, id: number): Html {
  return new Html(frame(placement, { ID: String(id) }).text.replace('data-frame', 'data-lazy'))
}

function fields(portal: EmulatedPortal, item: CrmItem, isMain: boolean): Html[] {
  const rows = systemFields(item.entityTypeId)
    .filter((field) => MAIN_FIELDS.includes(field.name) === isMain && !HIDDEN_FIELDS.has(field.name))
    .filter((field) => !isBlank(item.values[field.name]))
    .sort((a, b) => MAIN_FIELDS.indexOf(a.name) - MAIN_FIELDS.indexOf(b.name))
    .map((field) => row(saying(portal.lang)(field.title), show(portal, item, field.name), field.name))
  if (!isMain) return rows
  const reach = item.fm.map((entry) => row(`${entry.typeId} (${entry.valueType})`, entry.value, `fm-${entry.typeId}`))
  return [...rows, ...reach]
}

function row(title: string, value: Piece, name: string): Html {
  return html`<div data-field="${name}">
    <dt>${title}</dt>
    <dd>${value}</dd>
  </div>`
}

function show(portal: EmulatedPortal, item: CrmItem, name: string): Piece {
  const value = item.values[name]
  if (name === 'opportunity') return `${asText(value)} ${asText(item.values.currencyId)}`
  if (name === 'comments') return renderBbCode(asText(value))
  if (name === 'sourceId')
    return portal.crm.stages.directory('SOURCE').find((source) => source.statusId === value)?.name ?? asText(value)
  if (['assignedById', 'createdBy', 'updatedBy', 'movedBy', 'observers'].includes(name))
    return [value]
      .flat()
      .map((id) => nameOf(portal, asInt(id)))
      .join(', ')
  const linked = { contactIds: CONTACT, companyId: COMPANY, leadId: LEAD }[name]
  if (linked) return [value].flat().map((id) => link(portal, linked, asInt(id)))
  return Array.isArray(value) ? value.map(asText).join(', ') : asText(value)
}

function link(portal: EmulatedPortal, entityTypeId: number, id: number): Html {
  const target = portal.crm.find(entityTypeId, id)
  const type = ENTITY_TYPES.find((candidate) => candidate.id === entityTypeId)
  return html`<a href="/crm/${type?.name}/details/${id}/">${target ? titleOf(target) : `#${id}`}</a> `
}

function nameOf(portal: EmulatedPortal, id: number): string {
  const user = portal.users.find((candidate) => candidate.id === id)
  return user ? fullName(user) : saying(portal.lang)('Automation')
}

function isBlank(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)
  )
}

/** Custom fields can be filled in by hand: a proof of win, for instance. */
function customFields(portal: EmulatedPortal, item: CrmItem): Html | false {
  const say = saying(portal.lang)
  const inputs = portal.crm.userFields.of(item.entityTypeId).map((field) => {
    const value = item.values[field.fieldName]
    const text = Array.isArray(value) ? value.map(asText).join(', ') : asText(value)
    const label = labelIn(field.labels.edit, portal.lang)
    return html`<label>${label}<input name="fields[${field.fieldName}]" value="${text}" /></label>`
  })
  return (
    inputs.length > 0 &&
    html`<form class="card custom" method="post" action="/crm/action">
      <h2>${say('Custom fields')}</h2>
      <input type="hidden" name="action" value="edit" />
      <input type="hidden" name="entityTypeId" value="${item.entityTypeId}" /><input
        type="hidden"
        name="id"
        value="${item.id}"
      />${inputs}<button>${say('Save')}</button>
    </form>`
  )
}
