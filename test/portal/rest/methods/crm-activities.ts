import { asInt, asList, asMap, asText, param, type Params } from '../../php.ts'
import { type Activity, type NewActivity, readDeadline, showActivity } from '../../crm/activities.ts'
import { findEntityType } from '../../crm/entity-types.ts'
import { matchesFilter, sortRows } from '../../crm/filters.ts'
import { cutPage } from '../../crm/paging.ts'
import { RestError } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'

export const crmActivityMethods: MethodTable = {
  'crm.activity.list': { scope: 'crm', run: list },
  'crm.activity.get': { scope: 'crm', run: (call) => showActivity(find(call)) },
  'crm.activity.add': { scope: 'crm', run: add },
  'crm.activity.update': { scope: 'crm', run: update },
  'crm.activity.delete': {
    scope: 'crm',
    run: (call) => {
      call.portal.crm.activities.remove(find(call), call.caller.user.id)
      return true
    }
  },
  'crm.activity.todo.add': { scope: 'crm', run: addTodo },
  'crm.activity.configurable.add': { scope: 'crm', run: addConfigurable },
  'crm.activity.configurable.update': { scope: 'crm', run: updateConfigurable },
  'crm.activity.configurable.get': {
    scope: 'crm',
    run: (call) => ({ activity: { ...showActivity(find(call)), layout: find(call).layout } })
  }
}

function find({ portal, params }: Call): Activity {
  const activity = portal.crm.activities.byId(asInt(param(params, 'id')))
  if (!activity) throw new RestError('', 'Activity is not found.')
  return activity
}

function owner({ portal, caller }: Call, typeId: number, id: number): { ownerTypeId: number; ownerId: number } {
  const item = findEntityType(typeId) && portal.crm.find(typeId, id)
  if (!item) throw new RestError('OWNER_NOT_FOUND', 'Owner of the entity not found')
  if (!portal.rights.mayEdit(caller.user, item)) throw new RestError('ACCESS_DENIED', 'Access denied.')
  return { ownerTypeId: typeId, ownerId: id }
}

function list({ portal, params }: Call): unknown {
  const rows = portal.crm.activities.rows.map(showActivity)
  const { BINDINGS: bindings, ...filter } = asMap(param(params, 'filter'))
  const resolve = (name: string): string => name
  const rules = { resolve, strict: false }
  const pairs = asList(bindings).map(asMap)
  const wanted = rows.filter(
    (row) =>
      matchesFilter(row, filter, rules) && (pairs.length === 0 || pairs.some((pair) => matchesFilter(row, pair, rules)))
  )
  const order = asMap(param(params, 'order'))
  const sorted = sortRows(wanted, Object.keys(order).length > 0 ? order : { ID: 'ASC' }, resolve)
  const select = asList(param(params, 'select')).map(asText)
  const cut = (row: Params): Params =>
    select.length === 0 || select.includes('*')
      ? row
      : Object.fromEntries(Object.entries(row).filter(([name]) => name === 'ID' || select.includes(name)))
  return cutPage(sorted, param(params, 'start'), (page) => page.map(cut))
}

function add(call: Call): number {
  const fields = asMap(param(call.params, 'fields'))
  if (asText(fields.SUBJECT) === '') throw new RestError('', 'The field SUBJECT is not defined or empty')
  if (asInt(fields.RESPONSIBLE_ID) === 0) throw new RestError('', 'The field RESPONSIBLE_ID is not defined or invalid')
  return call.portal.crm.activities.add(
    {
      ...owner(call, asInt(fields.OWNER_TYPE_ID), asInt(fields.OWNER_ID)),
      typeId: asText(fields.TYPE_ID) || '6',
      providerId: asText(fields.PROVIDER_ID) || 'REST_APP',
      providerTypeId: asText(fields.PROVIDER_TYPE_ID),
      subject: asText(fields.SUBJECT),
      description: asText(fields.DESCRIPTION),
      deadline: readDeadline(fields.END_TIME, call.portal.timeZone) ?? null,
      completed: fields.COMPLETED === 'Y',
      responsibleId: asInt(fields.RESPONSIBLE_ID),
      direction: asText(fields.DIRECTION) || '0',
      originatorId: asText(fields.ORIGINATOR_ID) || null,
      originId: asText(fields.ORIGIN_ID) || null
    },
    call.caller.user.id
  ).id
}

function update(call: Call): boolean {
  const activity = find(call)
  const fields = asMap(param(call.params, 'fields'))
  if ('SUBJECT' in fields) activity.subject = asText(fields.SUBJECT)
  if ('DESCRIPTION' in fields) activity.description = asText(fields.DESCRIPTION)
  if (fields.COMPLETED === 'Y') call.portal.crm.activities.complete(activity, call.caller.user.id)
  return true
}

function addTodo(call: Call): Params {
  const { params, portal, caller } = call
  for (const name of ['ownerTypeId', 'ownerId', 'deadline'])
    if (params[name] === undefined) throw new RestError('100', `Could not find value for parameter {${name}}`)
  const deadline = readDeadline(params.deadline, portal.timeZone)
  if (!deadline) throw new RestError('WRONG_DATETIME_FORMAT', 'Incorrect date format')
  const responsibleId = asInt(params.responsibleId) || caller.user.id
  const activity = portal.crm.activities.add(
    {
      ...owner(call, asInt(params.ownerTypeId), asInt(params.ownerId)),
      subject: asText(params.title) || 'Activity',
      description: asText(params.description),
      deadline,
      responsibleId
    },
    caller.user.id
  )
  return { id: activity.id }
}

/** Only an application may create these; an incoming one has no deadline. */
function addConfigurable(call: Call): Params {
  const { params, portal, caller } = call
  if (caller.kind !== 'app')
    throw new RestError('ERROR_WRONG_CONTEXT', 'Method call is only possible in the context of an application')
  const layout = asMap(params.layout)
  if (Object.keys(layout).length === 0) throw new RestError('ERROR_EMPTY_LAYOUT', 'The layout field must be filled')
  const fields = asMap(params.fields)
  if (fields.isIncomingChannel === 'Y' && asText(fields.deadline) !== '')
    throw new RestError('INCOMING_ACTIVITY_CAN_NOT_BE_WITH_DEADLINE', 'Incoming activity cannot have a deadline')
  for (const part of ['header', 'body'])
    if (!(part in layout)) throw new RestError('FIELD_IS_REQUIRED', `Field "${part}" is required`)
  const activity = portal.crm.activities.add(
    {
      ...owner(call, asInt(params.ownerTypeId), asInt(params.ownerId)),
      ...readConfigurable(fields, portal.timeZone, caller.user.id),
      subject: asText(asMap(layout.header).title),
      layout
    },
    caller.user.id
  )
  return { activity: { id: activity.id } }
}

function readConfigurable(fields: Params, timeZone: string, userId: number): Partial<NewActivity> {
  return {
    providerId: 'CONFIGURABLE_REST_APP',
    providerTypeId: asText(fields.typeId) || 'CONFIGURABLE',
    deadline: readDeadline(fields.deadline, timeZone) ?? null,
    completed: fields.completed === true || fields.completed === 'Y',
    responsibleId: asInt(fields.responsibleId) || userId,
    originatorId: asText(fields.originatorId) || null,
    originId: asText(fields.originId) || null,
    badgeCode: asText(fields.badgeCode) || null
  }
}

function updateConfigurable(call: Call): Params {
  if (call.caller.kind !== 'app')
    throw new RestError('ERROR_WRONG_CONTEXT', 'Method call is only possible in the context of an application')
  const activity = find(call)
  const fields = asMap(call.params.fields)
  if (call.params.layout !== undefined) activity.layout = asMap(call.params.layout)
  if ('badgeCode' in fields) activity.badgeCode = asText(fields.badgeCode) || null
  if (fields.completed === true || fields.completed === 'Y')
    call.portal.crm.activities.complete(activity, call.caller.user.id)
  return { activity: { id: activity.id } }
}
