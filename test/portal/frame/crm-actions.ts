import express, { type Express, type Request, type Response } from 'express'
import { entityType } from '../crm/entity-types.ts'
import { asInt, asMap, asText, parsePhp, type Params } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { html } from './html.ts'
import { renderPage } from './layout.ts'
import { currentUser } from './visitor.ts'

type Action = (portal: EmulatedPortal, given: Params, by: number) => unknown

const ACTIONS: Record<string, Action> = {
  create: (portal, given, by) =>
    portal.create(asInt(given.entityTypeId), { title: given.title, categoryId: asInt(given.categoryId) }, { by }),
  edit: (portal, given, by) => portal.edit(asInt(given.entityTypeId), asInt(given.id), asMap(given.fields), { by }),
  move: (portal, given, by) => portal.moveTo(asInt(given.entityTypeId), asInt(given.id), asText(given.stageId), { by }),
  win: (portal, given, by) => portal.win(asInt(given.id), { by }),
  lose: (portal, given, by) => portal.lose(asInt(given.entityTypeId), asInt(given.id), { by }),
  reopen: (portal, given, by) => portal.reopen(asInt(given.entityTypeId), asInt(given.id), { by }),
  convert: (portal, given, by) => portal.convertLead(asInt(given.id), { by }),
  funnel: (portal, given, by) => portal.moveToFunnel(asInt(given.id), asInt(given.categoryId), undefined, { by }),
  delete: (portal, given, by) => portal.deleteItem(asInt(given.entityTypeId), asInt(given.id), { by }),
  restore: (portal, given, by) => portal.restoreItem(asInt(given.entityTypeId), asInt(given.id), { by }),
  call: (portal, given, by) => portal.addActivity(asInt(given.entityTypeId), asInt(given.id), {}, { by }),
  complete: (portal, given, by) => {
    const activity = portal.crm.activities.byId(asInt(given.activityId))
    if (activity) portal.crm.activities.complete(activity, by)
  },
  comment: (portal, given, by) => {
    const owner = { entityTypeId: asInt(given.entityTypeId), entityId: asInt(given.id) }
    const entry = {
      kind: 'comment',
      ...owner,
      title: '',
      text: asText(given.text),
      iconCode: '',
      authorId: by
    } as const
    portal.crm.timeline.add(entry)
  }
}

/** The buttons of the CRM pages; what the CRM refuses is shown in its own words. */
export function addCrmActions(app: Express, portal: EmulatedPortal): void {
  app.post('/crm/action', express.text({ type: '*/*' }), async (request: Request, response: Response) => {
    const user = currentUser(portal, request, response)
    const given = parsePhp(String(request.body))
    const name = asText(given.action)
    const back = request.get('referer') ?? '/'
    try {
      await ACTIONS[name]?.(portal, given, user.id)
      const list = `/crm/${entityType(asInt(given.entityTypeId)).name}/`
      response.redirect(303, name === 'delete' ? list : back)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      const body = html`<div class="card is-refused">${text} <a href="${back}">Back</a></div>`
      response.status(400).send(renderPage(portal, user, request, { title: 'Not saved', active: 'deal', body }))
    }
  })
}
