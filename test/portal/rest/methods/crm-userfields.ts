import { asInt, asMap, asText, param, type Params } from '../../php.ts'
import { ENTITY_TYPES, type EntityType } from '../../crm/entity-types.ts'
import { matchesFilter } from '../../crm/filters.ts'
import { labelIn, type UserField } from '../../crm/user-fields.ts'
import { RestError } from '../errors.ts'
import { Page, type Call, type MethodTable } from '../method.ts'

export const crmUserFieldMethods: MethodTable = Object.fromEntries(
  ENTITY_TYPES.flatMap((type) => [
    [`crm.${type.name}.userfield.add`, { scope: 'crm', run: (call: Call) => add(call, type) }],
    [`crm.${type.name}.userfield.get`, { scope: 'crm', run: (call: Call) => show(find(call, type), type, call, true) }],
    [`crm.${type.name}.userfield.list`, { scope: 'crm', run: (call: Call) => list(call, type) }],
    [`crm.${type.name}.userfield.update`, { scope: 'crm', run: (call: Call) => update(call, type) }],
    [`crm.${type.name}.userfield.delete`, { scope: 'crm', run: (call: Call) => remove(call, type) }]
  ])
)

function admin({ caller }: Call): void {
  if (!caller.user.isAdmin) throw new RestError('', 'Access denied.')
}

function find({ portal, params }: Call, type: EntityType): UserField {
  const field = portal.crm.userFields.byId(type.id, asInt(param(params, 'id')))
  if (!field) throw new RestError('ERROR_NOT_FOUND', `The entity with ID '${asText(param(params, 'id'))}' is not found`)
  return field
}

function add(call: Call, type: EntityType): number {
  admin(call)
  return call.portal.crm.userFields.add(type.id, asMap(param(call.params, 'fields'))).id
}

function update(call: Call, type: EntityType): boolean {
  admin(call)
  call.portal.crm.userFields.update(find(call, type), asMap(param(call.params, 'fields')))
  return true
}

function remove(call: Call, type: EntityType): boolean {
  admin(call)
  call.portal.crm.userFields.remove(find(call, type))
  return true
}

function list(call: Call, type: EntityType): Page {
  const filter = asMap(param(call.params, 'filter'))
  const { LANG: lang, ...conditions } = filter
  const resolve = (name: string): string => name
  const rows = call.portal.crm.userFields
    .of(type.id)
    .map((field) => show(field, type, call, typeof lang === 'string'))
    .filter((row) => matchesFilter(row, conditions, { resolve, strict: false }))
  return new Page(rows, rows.length)
}

/** `list` carries labels only when the filter names a language (docs: `crm-lead-userfield-list.md`). */
function show(field: UserField, type: EntityType, { portal, params }: Call, withLabels: boolean): Params {
  const lang = asText(asMap(param(params, 'filter')).LANG) || portal.lang
  const labels = {
    EDIT_FORM_LABEL: labelIn(field.labels.edit, lang),
    LIST_COLUMN_LABEL: labelIn(field.labels.column, lang),
    LIST_FILTER_LABEL: labelIn(field.labels.filter, lang),
    ERROR_MESSAGE: null,
    HELP_MESSAGE: null
  }
  const rows = field.list.map((item) => ({
    ID: String(item.id),
    SORT: String(item.sort),
    VALUE: item.value,
    DEF: 'N',
    XML_ID: item.xmlId
  }))
  return {
    ID: String(field.id),
    ENTITY_ID: type.userFieldEntity,
    FIELD_NAME: field.fieldName,
    USER_TYPE_ID: field.userTypeId,
    XML_ID: field.xmlId,
    SORT: String(field.sort),
    MULTIPLE: field.multiple ? 'Y' : 'N',
    MANDATORY: field.mandatory ? 'Y' : 'N',
    SHOW_FILTER: field.showFilter,
    SHOW_IN_LIST: 'Y',
    EDIT_IN_LIST: 'Y',
    IS_SEARCHABLE: 'N',
    SETTINGS: Object.keys(field.settings).length > 0 ? field.settings : [],
    ...(withLabels ? labels : {}),
    ...(rows.length > 0 ? { LIST: rows } : {})
  }
}
