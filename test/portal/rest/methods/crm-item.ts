import { asInt, asList, asMap, asText, phpMap, type Params } from '../../php.ts'
import type { CrmItem } from '../../crm/crm-item.ts'
import { type EntityType, findEntityType } from '../../crm/entity-types.ts'
import { findSystemField } from '../../crm/field-catalogue.ts'
import { matchesFilter, sortRows } from '../../crm/filters.ts'
import { type Given, readItemFields } from '../../crm/item-fields.ts'
import { showItem } from '../../crm/item-view.ts'
import { cutPage } from '../../crm/paging.ts'
import { RestError, systemErrors } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'
import { describeFields } from './crm-item-fields.ts'

/** Parameter names of `crm.item.*` are exact: it is a controller method, unlike the old ones. */
export const crmItemMethods: MethodTable = {
  'crm.item.add': { scope: 'crm', run: add },
  'crm.item.update': { scope: 'crm', run: update },
  'crm.item.get': { scope: 'crm', run: get },
  'crm.item.list': { scope: 'crm', run: list },
  'crm.item.delete': { scope: 'crm', run: remove },
  'crm.item.fields': {
    scope: 'crm',
    run: (call) => {
      const type = typeOf(call)
      return { fields: describeFields(call.portal, type.id, usesOriginalNames(call)) }
    }
  }
}

function typeOf({ caller, params }: Call): EntityType {
  if (caller.user.isExtranet) throw systemErrors.intranetOnly()
  const id = asInt(params.entityTypeId)
  if (params.entityTypeId === undefined) throw new RestError('100', 'Could not find value for parameter {entityTypeId}')
  if (id === 5) throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type is not supported')
  const type = findEntityType(id)
  if (!type) throw new RestError('NOT_FOUND', 'Smart process not found')
  return type
}

function usesOriginalNames({ params }: Call): boolean {
  return params.useOriginalUfNames === 'Y' || params.useOriginalUfNames === true
}

function readGiven(call: Call, type: EntityType): Given {
  const { crm } = call.portal
  return readItemFields(type.id, asMap(call.params.fields), usesOriginalNames(call), crm.userFields, crm.rules)
}

function findItem(call: Call, type: EntityType): CrmItem {
  const item = call.portal.crm.find(type.id, asInt(call.params.id))
  if (!item) throw new RestError('NOT_FOUND', 'Element not found')
  return item
}

function show(call: Call, item: CrmItem): Params {
  return { item: showItem(item, call.portal.crm.userFields, usesOriginalNames(call)) }
}

function add(call: Call): Params {
  const type = typeOf(call)
  if (call.params.fields === undefined) throw new RestError('100', 'Could not find value for parameter {fields}')
  if (!call.portal.rights.mayAdd(call.caller.user)) throw new RestError('ACCESS_DENIED', 'Access denied')
  return show(call, call.portal.crm.add(type.id, readGiven(call, type), call.caller.user.id))
}

function update(call: Call): Params {
  const item = findItem(call, typeOf(call))
  if (!call.portal.rights.mayEdit(call.caller.user, item)) throw new RestError('ACCESS_DENIED', 'Access denied')
  call.portal.crm.update(item, readGiven(call, typeOf(call)), call.caller.user.id)
  return show(call, item)
}

function get(call: Call): Params {
  const item = findItem(call, typeOf(call))
  if (!call.portal.rights.mayRead(call.caller.user, item))
    throw new RestError('ACCESS_DENIED', 'You do not have permission to view this item')
  return show(call, item)
}

function remove(call: Call): unknown {
  const item = findItem(call, typeOf(call))
  if (!call.portal.rights.mayEdit(call.caller.user, item)) throw new RestError('ACCESS_DENIED', 'Access denied')
  call.portal.crm.remove(item, call.caller.user.id)
  return phpMap({})
}

function list(call: Call): unknown {
  const type = typeOf(call)
  const { crm, rights } = call.portal
  const original = usesOriginalNames(call)
  const custom = new Map(
    crm.userFields.of(type.id).map((field) => [original ? field.fieldName : field.camelName, field.fieldName])
  )
  const resolve = (name: string): string | undefined => {
    if (name === 'fm') return undefined
    return findSystemField(type.id, name) ? name : custom.get(name)
  }
  const visible = crm.itemsOf(type.id).filter((item) => rights.mayRead(call.caller.user, item))
  const filter = asMap(call.params.filter)
  const rules = { resolve, strict: true }
  matchesFilter({}, filter, rules)
  const rows = visible.map((item) => item.values).filter((values) => matchesFilter(values, filter, rules))
  const order = asMap(call.params.order)
  const sorted = sortRows(rows, Object.keys(order).length > 0 ? order : { id: 'ASC' }, resolve)
  const select = asList(call.params.select).map(asText)
  return cutPage(sorted, call.params.start, (page) => ({
    items: page.flatMap((values) => {
      const item = crm.find(type.id, asInt(values.id))
      return item ? [showItem(item, crm.userFields, original, select)] : []
    })
  }))
}
