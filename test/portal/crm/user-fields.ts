import { asInt, asList, asMap, asText, type Params } from '../php.ts'
import { RestError } from '../rest/errors.ts'
import { entityType } from './entity-types.ts'
import { camelUserField } from './uf-names.ts'

export interface EnumValue {
  id: number
  value: string
  xmlId: string
  sort: number
}

export interface UserField {
  id: number
  entityTypeId: number
  fieldName: string
  camelName: string
  userTypeId: string
  xmlId: string | null
  sort: number
  multiple: boolean
  mandatory: boolean
  showFilter: string
  labels: { edit: unknown; column: unknown; filter: unknown }
  settings: Params
  list: EnumValue[]
}

const TYPES = new Set(
  'string integer double boolean datetime date money url address enumeration file employee crm_status iblock_section iblock_element crm'.split(
    ' '
  )
)

/** Custom fields of leads, deals, contacts and companies. */
export class UserFields {
  #rows: UserField[] = []
  #nextId = 5815
  #nextEnumId = 3157

  of(entityTypeId: number): UserField[] {
    return this.#rows.filter((field) => field.entityTypeId === entityTypeId)
  }

  find(entityTypeId: number, fieldName: string): UserField | undefined {
    return this.of(entityTypeId).find((field) => field.fieldName === fieldName)
  }

  byId(entityTypeId: number, id: number): UserField | undefined {
    return this.of(entityTypeId).find((field) => field.id === id)
  }

  add(entityTypeId: number, fields: Params): UserField {
    const given = asText(fields.FIELD_NAME)
    const type = asText(fields.USER_TYPE_ID)
    if (type === '') throw new RestError('', "The 'USER_TYPE_ID' field is not found.")
    if (given === '') throw new RestError('', "The 'FIELD_NAME' field is not found.")
    const fieldName = given.startsWith('UF_') ? given : `UF_CRM_${given}`
    this.#check(entityTypeId, fieldName, type)
    const field: UserField = {
      id: this.#nextId,
      entityTypeId,
      fieldName,
      camelName: camelUserField(fieldName),
      userTypeId: type,
      xmlId: asText(fields.XML_ID) || null,
      sort: asInt(fields.SORT) || 100,
      multiple: fields.MULTIPLE === 'Y',
      mandatory: fields.MANDATORY === 'Y',
      showFilter: asText(fields.SHOW_FILTER) || 'N',
      labels: readLabels(fields, fieldName),
      settings: asMap(fields.SETTINGS),
      list: this.#readList(fields.LIST)
    }
    this.#nextId += 2
    this.#rows.push(field)
    return field
  }

  update(field: UserField, fields: Params): void {
    if ('MANDATORY' in fields) field.mandatory = fields.MANDATORY === 'Y'
    if ('SORT' in fields) field.sort = asInt(fields.SORT)
    if ('SHOW_FILTER' in fields) field.showFilter = asText(fields.SHOW_FILTER)
    if ('XML_ID' in fields) field.xmlId = asText(fields.XML_ID) || null
    if ('SETTINGS' in fields) field.settings = asMap(fields.SETTINGS)
    if ('LIST' in fields) field.list = this.#readList(fields.LIST)
    const shown = { EDIT_FORM_LABEL: field.labels.edit, LIST_COLUMN_LABEL: field.labels.column }
    field.labels = readLabels({ ...shown, LIST_FILTER_LABEL: field.labels.filter, ...fields }, field.fieldName)
  }

  remove(field: UserField): void {
    this.#rows = this.#rows.filter((row) => row !== field)
  }

  #check(entityTypeId: number, fieldName: string, type: string): void {
    if (fieldName.length > 50) throw new RestError('ERROR_CORE', 'Field name is too long (more than 50 characters).')
    if (!/^[A-Z0-9_]+$/.test(fieldName))
      throw new RestError(
        'ERROR_CORE',
        'Field name contains invalid characters. Allowed characters are: A-Z, 0-9 and _.'
      )
    if (!TYPES.has(type)) throw new RestError('ERROR_CORE', 'Invalid custom type specified.')
    if (this.find(entityTypeId, fieldName)) {
      const entity = entityType(entityTypeId).userFieldEntity
      throw new RestError('ERROR_CORE', `Field ${fieldName} for object ${entity} already exists.`)
    }
  }

  #readList(value: unknown): EnumValue[] {
    return asList(value).map((row, index) => {
      const item = asMap(row)
      const id = asInt(item.ID) || this.#nextEnumId
      if (!asInt(item.ID)) this.#nextEnumId += 2
      return { id, value: asText(item.VALUE), xmlId: asText(item.XML_ID), sort: asInt(item.SORT) || (index + 1) * 10 }
    })
  }
}

function readLabels(fields: Params, fieldName: string): UserField['labels'] {
  const label = fields.LABEL ?? fieldName
  const edit = fields.EDIT_FORM_LABEL ?? label
  return { edit, column: fields.LIST_COLUMN_LABEL ?? edit, filter: fields.LIST_FILTER_LABEL ?? edit }
}

/** A label is one text or a map by language. */
export function labelIn(label: unknown, lang: string): string {
  const map = asMap(label)
  return typeof label === 'string' ? label : asText(map[lang] ?? map.en ?? Object.values(map)[0])
}
