import { asInt, asMap, asText, isMap, param, type Params } from '../../php.ts'
import { cutPage } from '../../crm/paging.ts'
import { findEntityType } from '../../crm/entity-types.ts'
import { RestError } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'

export const crmTimelineMethods: MethodTable = {
  'crm.timeline.comment.add': { scope: 'crm', run: addComment },
  'crm.timeline.comment.list': { scope: 'crm', run: listComments },
  'crm.timeline.logmessage.add': { scope: 'crm', run: addLogMessage },
  'crm.activity.badge.add': { scope: 'crm', run: addBadge },
  'crm.activity.badge.get': { scope: 'crm', run: getBadge },
  'crm.activity.badge.list': { scope: 'crm', run: ({ portal }) => ({ badges: [...portal.badges.values()] }) },
  'crm.activity.badge.delete': { scope: 'crm', run: deleteBadge }
}

function readOwner(
  { portal, caller }: Call,
  typeKey: number | string,
  id: number
): { entityTypeId: number; entityId: number } {
  const type = findEntityType(typeKey)
  const item = type && portal.crm.find(type.id, id)
  if (!type || !item) throw new RestError('OWNER_NOT_FOUND', 'Owner was not found')
  if (!portal.rights.mayEdit(caller.user, item)) throw new RestError('ACCESS_DENIED', 'Access denied.')
  return { entityTypeId: type.id, entityId: id }
}

/** Accepts only lower-case `fields`, unlike its neighbours. */
function addComment(call: Call): number {
  const { fields } = call.params
  if (!isMap(fields)) throw new RestError('100', 'Could not find value for parameter {fields}')
  const owner = readOwner(call, asText(fields.ENTITY_TYPE), asInt(fields.ENTITY_ID))
  const text = asText(fields.COMMENT)
  if (text === '') throw new RestError('INVALID_ARG_VALUE', 'Empty comment')
  const entry = { kind: 'comment', ...owner, title: '', text, iconCode: '', authorId: call.caller.user.id } as const
  return call.portal.crm.timeline.add(entry).id
}

/** Bare rows, ids as text; the filter names the owner. */
function listComments(call: Call): unknown {
  const filter = asMap(call.params.filter)
  const { entityTypeId, entityId } = readOwner(call, asText(filter.ENTITY_TYPE), asInt(filter.ENTITY_ID))
  const comments = call.portal.crm.timeline.of(entityTypeId, entityId).filter(({ kind }) => kind === 'comment')
  const isNewestFirst = asText(asMap(call.params.order).ID).toUpperCase() === 'DESC'
  const rows = comments.map(({ id, text, created, authorId }) => ({
    ...{ ID: String(id), ENTITY_ID: String(entityId), ENTITY_TYPE: asText(filter.ENTITY_TYPE) },
    ...{ CREATED: created, COMMENT: text, AUTHOR_ID: String(authorId) }
  }))
  return cutPage(isNewestFirst ? rows.reverse() : rows, call.params.start, (page) => page)
}

function addLogMessage(call: Call): Params {
  if (call.caller.kind !== 'app')
    throw new RestError('ERROR_WRONG_CONTEXT', 'Method call is only possible in the context of an application')
  const fields = asMap(call.params.fields)
  for (const name of ['title', 'text', 'iconCode'])
    if (asText(fields[name]) === '') throw new RestError('100', `Could not find value for parameter {${name}}`)
  const owner = readOwner(call, asInt(fields.entityTypeId), asInt(fields.entityId))
  const { id, created, authorId, title, text, iconCode } = call.portal.crm.timeline.add({
    kind: 'logmessage',
    ...owner,
    title: asText(fields.title),
    text: asText(fields.text),
    iconCode: asText(fields.iconCode),
    authorId: call.caller.user.id
  })
  return { logMessage: { id, created, authorId, title, text, iconCode } }
}

function addBadge({ portal, caller, params }: Call): Params {
  if (!caller.user.isAdmin) throw new RestError('ACCESS_DENIED', 'Access denied.')
  const code = asText(params.code)
  const missing = ['code', 'title', 'value', 'type'].find((name) => params[name] === undefined || params[name] === '')
  if (missing) throw new RestError('100', `Could not find value for parameter {${missing}}`)
  if (portal.badges.has(code)) throw new RestError('ERROR_CORE', `Badge with code ${code} already exists`)
  const badge = { code, title: params.title, value: params.value, type: asText(params.type) }
  portal.badges.set(code, badge)
  return { badge }
}

function getBadge({ portal, params }: Call): Params {
  const badge = portal.badges.get(asText(param(params, 'code')))
  if (!badge) throw new RestError('NOT_FOUND', 'Not found.')
  return { badge }
}

function deleteBadge({ portal, caller, params }: Call): boolean {
  if (!caller.user.isAdmin) throw new RestError('ACCESS_DENIED', 'Access denied.')
  if (!portal.badges.delete(asText(params.code))) throw new RestError('NOT_FOUND', 'Not found.')
  return true
}
