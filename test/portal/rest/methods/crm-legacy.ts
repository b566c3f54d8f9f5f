import { asInt, asList, asMap, asText, isMap, param, type Params } from '../../php.ts'
import type { CrmItem } from '../../crm/crm-item.ts'
import { DEAL, ENTITY_TYPES, type EntityType } from '../../crm/entity-types.ts'
import { matchesFilter, sortRows } from '../../crm/filters.ts'
import { readLegacyFields } from '../../crm/item-fields.ts'
import { showLegacy } from '../../crm/legacy-view.ts'
import { cutPage } from '../../crm/paging.ts'
import { RestError } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'
import { describeLegacyFields } from './crm-item-fields.ts'

/** `crm.lead.*`, `crm.deal.*`, `crm.contact.*`, `crm.company.*`: frozen, still working; errors have an empty code. */
export const crmLegacyMethods: MethodTable = Object.fromEntries(
  ENTITY_TYPES.flatMap((type) => [
    [`crm.${type.name}.add`, { scope: 'crm', run: (call: Call) => add(call, type) }],
    [`crm.${type.name}.update`, { scope: 'crm', run: (call: Call) => update(call, type) }],
    [`crm.${type.name}.get`, { scope: 'crm', run: (call: Call) => get(call, type) }],
    [`crm.${type.name}.list`, { scope: 'crm', run: (call: Call) => list(call, type) }],
    [`crm.${type.name}.delete`, { scope: 'crm', run: (call: Call) => remove(call, type) }],
    [`crm.${type.name}.fields`, { scope: 'crm', run: (call: Call) => describeLegacyFields(call.portal, type.id) }]
  ])
)

function oldError(text: string): RestError {
  return new RestError('', text)
}

function readFields({ portal, params }: Call, type: EntityType): ReturnType<typeof readLegacyFields> {
  const fields = param(params, 'fields')
  if (!isMap(fields) && !Array.isArray(fields)) throw oldError("Parameter 'fields' must be array.")
  return readLegacyFields(type.id, asMap(fields), portal.crm.userFields, portal.crm.rules)
}

function findItem({ portal, params }: Call, type: EntityType): CrmItem {
  const item = portal.crm.find(type.id, asInt(param(params, 'id')))
  if (!item) throw oldError('Not found')
  return item
}

function add(call: Call, type: EntityType): number {
  if (!call.portal.rights.mayAdd(call.caller.user)) throw oldError('Access denied.')
  return call.portal.crm.add(type.id, readFields(call, type), call.caller.user.id).id
}

function update(call: Call, type: EntityType): boolean {
  const item = findItem(call, type)
  if (!call.portal.rights.mayEdit(call.caller.user, item)) throw oldError('Access denied.')
  const given = readFields(call, type)
  const { categoryId: _, ...values } = given.values
  const foreign =
    type.id === DEAL &&
    values.stageId !== undefined &&
    !call.portal.crm.stages.find(DEAL, asInt(item.values.categoryId), asText(values.stageId))
  // a stage of another funnel is silently dropped: docs, `crm/deals/index.md`
  if (foreign) delete values.stageId
  call.portal.crm.update(item, { ...given, values }, call.caller.user.id)
  return true
}

function get(call: Call, type: EntityType): Params {
  const item = findItem(call, type)
  if (!call.portal.rights.mayRead(call.caller.user, item)) throw oldError('Access denied.')
  return showLegacy(item, call.portal.crm.userFields, true)
}

function remove(call: Call, type: EntityType): boolean {
  const item = findItem(call, type)
  if (!call.portal.rights.mayEdit(call.caller.user, item)) throw oldError('Access denied.')
  call.portal.crm.remove(item, call.caller.user.id)
  return true
}

function list(call: Call, type: EntityType): unknown {
  const { crm, rights } = call.portal
  const items = crm.itemsOf(type.id).filter((item) => rights.mayRead(call.caller.user, item))
  const rows = items.map((item) => showLegacy(item, crm.userFields, false))
  const known = new Set(Object.keys(rows[0] ?? {}))
  const resolve = (name: string): string | undefined => (known.has(name) ? name : undefined)
  const filter = asMap(param(call.params, 'filter'))
  const wanted = rows.filter((row) => matchesFilter(row, filter, { resolve, strict: false }))
  const order = Object.fromEntries(
    Object.entries(asMap(param(call.params, 'order'))).filter(([name]) => known.has(name))
  )
  const sorted = sortRows(wanted, Object.keys(order).length > 0 ? order : { ID: 'ASC' }, resolve)
  const select = asList(param(call.params, 'select')).map(asText)
  return cutPage(sorted, param(call.params, 'start'), (page) => page.map((row) => cut(row, select, call, type)))
}

/** Without `select` come all system fields; custom fields and multifields only when named or by `UF_*`. */
function cut(row: Params, select: string[], { portal }: Call, type: EntityType): Params {
  const item = portal.crm.find(type.id, asInt(row.ID))
  const all = item ? showLegacy(item, portal.crm.userFields, true) : row
  const starred = select.length === 0 || select.includes('*')
  const keep = (name: string): boolean => {
    if (select.includes(name) || name === 'ID') return true
    if (name.startsWith('UF_')) return select.includes('UF_*')
    return starred && !Array.isArray(all[name])
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => keep(name)))
}
