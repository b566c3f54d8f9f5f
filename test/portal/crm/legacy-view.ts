import { asText, type Params } from '../php.ts'
import type { CrmItem } from './crm-item.ts'
import { systemFields, type FieldType } from './field-catalogue.ts'
import { MULTI_TYPES } from './multifields.ts'
import type { UserFields } from './user-fields.ts'

/** The item under its upper-case names; every value is a string or null (docs: `crm/leads/crm-lead-list.md`). */
export function showLegacy(item: CrmItem, userFields: UserFields, withMultiFields: boolean): Params {
  const shown: Params = {}
  for (const field of systemFields(item.entityTypeId)) {
    if (field.isMultiple || field.name === 'previousStageId') continue
    shown[field.upper] = legacyText(item.values[field.name], field.type)
  }
  for (const field of userFields.of(item.entityTypeId))
    shown[field.fieldName] = legacyCustom(item.values[field.fieldName], field.multiple, field.userTypeId)
  if (!withMultiFields) return shown
  for (const typeId of MULTI_TYPES) {
    const rows = item.fm.filter((row) => row.typeId === typeId)
    if (rows.length === 0) continue
    shown[typeId] = rows.map(({ id, valueType, value }) => ({
      ID: String(id),
      VALUE_TYPE: valueType,
      VALUE: value,
      TYPE_ID: typeId
    }))
  }
  return shown
}

function legacyText(value: unknown, type: FieldType): string | null {
  if (type === 'double') return Number(value ?? 0).toFixed(2)
  if (type === 'boolean') return asText(value) || 'N'
  if (type === 'date' && (value === null || value === undefined)) return ''
  return value === null || value === undefined ? null : asText(value)
}

function legacyCustom(value: unknown, multiple: boolean, userTypeId: string): unknown {
  if (multiple) return Array.isArray(value) && value.length > 0 ? value.map(asText) : false
  if (userTypeId === 'boolean') return value === 'Y' ? '1' : '0'
  return value === null || value === undefined ? null : asText(value)
}
