import type { Params } from '../../php.ts'
import { type SystemField, systemFields } from '../../crm/field-catalogue.ts'
import { labelIn, type UserField } from '../../crm/user-fields.ts'
import type { EmulatedPortal } from '../../portal.ts'

export function describeFields(portal: EmulatedPortal, entityTypeId: number, originalUfNames: boolean): Params {
  const fields: Params = {}
  for (const field of systemFields(entityTypeId)) fields[field.name] = describeSystem(field)
  for (const field of portal.crm.userFields.of(entityTypeId))
    fields[originalUfNames ? field.fieldName : field.camelName] = describeCustom(field, portal.lang)
  return fields
}

export function describeLegacyFields(portal: EmulatedPortal, entityTypeId: number): Params {
  const fields: Params = {}
  for (const field of systemFields(entityTypeId)) {
    const { upperName: _, ...rest } = describeSystem(field)
    if (field.name !== 'fm') fields[field.upper] = rest
    else for (const type of ['PHONE', 'EMAIL', 'WEB', 'IM', 'LINK']) fields[type] = { ...rest, title: type }
  }
  for (const field of portal.crm.userFields.of(entityTypeId)) {
    const { upperName: _, ...rest } = describeCustom(field, portal.lang)
    fields[field.fieldName] = { ...rest, listLabel: rest.title, formLabel: rest.title, filterLabel: rest.title }
  }
  return fields
}

function describeSystem(field: SystemField): Params {
  return {
    type: field.type === 'text' ? 'string' : field.type,
    isRequired: false,
    isReadOnly: field.isReadOnly,
    isImmutable: field.isImmutable,
    isMultiple: field.isMultiple,
    isDynamic: false,
    title: field.title,
    upperName: field.upper,
    ...(field.statusType === undefined ? {} : { statusType: field.statusType })
  }
}

function describeCustom(field: UserField, lang: string): Params {
  const items = field.list.map((item) => ({ ID: String(item.id), VALUE: item.value }))
  return {
    type: field.userTypeId,
    isRequired: field.mandatory,
    isReadOnly: false,
    isImmutable: false,
    isMultiple: field.multiple,
    isDynamic: true,
    title: labelIn(field.labels.edit, lang),
    upperName: field.fieldName,
    ...(items.length > 0 ? { items } : {}),
    settings: Object.keys(field.settings).length > 0 ? field.settings : []
  }
}
