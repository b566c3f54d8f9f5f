import { asList, isMap, type Params } from '../php.ts'
import { findSystemField, systemFields } from './field-catalogue.ts'
import { readSystemValue, readUserValue, type ValueRules } from './field-values.ts'
import { MULTI_TYPES } from './multifields.ts'
import type { UserFields } from './user-fields.ts'

/** `values` under store names; multifields stay raw, because add and update read them differently. */
export interface Given {
  values: Params
  itemFm?: unknown
  legacyFm?: Params
}

/** `crm.item.*`: camelCase names; unknown and read-only names are silently ignored. */
export function readItemFields(
  entityTypeId: number,
  fields: Params,
  originalUfNames: boolean,
  userFields: UserFields,
  rules: ValueRules
): Given {
  const given: Given = { values: {} }
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'fm') {
      if (findSystemField(entityTypeId, 'fm')) given.itemFm = value
      continue
    }
    const system = findSystemField(entityTypeId, name)
    if (system && !system.isReadOnly) given.values[name] = readSystemValue(system, value, rules)
    const custom = userFields
      .of(entityTypeId)
      .find((field) => (originalUfNames ? field.fieldName : field.camelName) === name)
    if (custom) given.values[custom.fieldName] = readUserValue(custom, value, rules)
  }
  return given
}

/** `crm.lead.*` and its siblings: upper-case names, `PHONE` and `EMAIL` as lists of their own. */
export function readLegacyFields(
  entityTypeId: number,
  fields: Params,
  userFields: UserFields,
  rules: ValueRules
): Given {
  const values: Params = {}
  const upper = new Map(systemFields(entityTypeId).map((field) => [field.upper, field]))
  for (const [name, value] of Object.entries(fields)) {
    const system = upper.get(name)
    if (system && !system.isReadOnly && system.name !== 'fm')
      values[system.name] = readSystemValue(system, system.isMultiple ? asList(value) : value, rules)
    const custom = userFields.find(entityTypeId, name)
    if (custom) values[custom.fieldName] = readUserValue(custom, value, rules)
  }
  const hasFm = MULTI_TYPES.some((type) => type in fields && (isMap(fields[type]) || Array.isArray(fields[type])))
  return hasFm && findSystemField(entityTypeId, 'fm') ? { values, legacyFm: fields } : { values }
}
