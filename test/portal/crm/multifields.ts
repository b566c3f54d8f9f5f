import { asInt, asList, asMap, asText, isMap, type Params } from '../php.ts'

/** A phone, e-mail, website or messenger of a lead, contact or company. */
export interface MultiField {
  id: number
  typeId: string
  valueType: string
  value: string
}

export const MULTI_TYPES = ['PHONE', 'EMAIL', 'WEB', 'IM', 'LINK']

export class MultiFieldIds {
  #next = 155

  take(): number {
    this.#next += 1
    return this.#next
  }
}

/** `crm.item.add`: a list of `{typeId, valueType, value}`. */
export function readItemMultiFields(value: unknown, ids: MultiFieldIds): MultiField[] {
  return asList(value)
    .map(asMap)
    .flatMap((row) => makeRow(ids, row.typeId, row.valueType, row.value))
}

/** `crm.item.update`: `n0` adds, a number changes, a number with an empty value deletes; a plain list adds. */
export function mergeItemMultiFields(old: MultiField[], value: unknown, ids: MultiFieldIds): MultiField[] {
  if (!isMap(value)) return [...old, ...readItemMultiFields(value, ids)]
  return merge(old, Object.entries(value), ids, (row) => [row.typeId, row.valueType, row.value])
}

/** `crm.lead.*`: `PHONE: [{ID?, VALUE, VALUE_TYPE, DELETE?}]`. */
export function mergeLegacyMultiFields(old: MultiField[], fields: Params, ids: MultiFieldIds): MultiField[] {
  return MULTI_TYPES.reduce((rows, typeId) => {
    const given = asList(fields[typeId]).map((item) => (isMap(item) ? item : { VALUE: item }))
    const entries = given.map((item): [string, unknown] => [
      asText(item.ID) || 'n',
      item.DELETE === 'Y' ? { ...item, VALUE: '' } : item
    ])
    return merge(rows, entries, ids, (row) => [typeId, row.VALUE_TYPE, row.VALUE])
  }, old)
}

export function firstOf(rows: MultiField[], typeId: string, valueType?: string): string {
  const found = rows.find((row) => row.typeId === typeId && (valueType === undefined || row.valueType === valueType))
  return found?.value ?? ''
}

function merge(
  old: MultiField[],
  entries: Array<[string, unknown]>,
  ids: MultiFieldIds,
  read: (row: Params) => [unknown, unknown, unknown]
): MultiField[] {
  let rows = [...old]
  for (const [key, item] of entries) {
    const [typeId, valueType, value] = read(asMap(item))
    const existing = rows.find((row) => row.id === asInt(key))
    if (!existing) rows.push(...makeRow(ids, typeId, valueType, value))
    else if (asText(value) === '') rows = rows.filter((row) => row !== existing)
    else {
      const changed = { ...existing, value: asText(value), valueType: asText(valueType) || existing.valueType }
      rows = rows.map((row) => (row === existing ? changed : row))
    }
  }
  return rows
}

function makeRow(ids: MultiFieldIds, typeId: unknown, valueType: unknown, value: unknown): MultiField[] {
  if (asText(value) === '' || asText(typeId) === '') return []
  return [{ id: ids.take(), typeId: asText(typeId), valueType: asText(valueType) || 'WORK', value: asText(value) }]
}
