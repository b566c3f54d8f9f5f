import { isoInZone } from '../clock.ts'
import { asInt, asList, asText, isMap } from '../php.ts'
import { RestError } from '../rest/errors.ts'
import type { SystemField } from './field-catalogue.ts'
import type { UserField } from './user-fields.ts'

export interface ValueRules {
  timeZone: string
  currencies: string[]
}

export function readSystemValue(field: SystemField, value: unknown, rules: ValueRules): unknown {
  if (field.isMultiple)
    return readList(value)
      .map(asInt)
      .filter((id) => id > 0)
  switch (field.type) {
    case 'integer':
    case 'user':
    case 'crm_category':
    case 'crm_lead':
    case 'crm_contact':
    case 'crm_company':
      return asInt(value)
    case 'double':
      return asText(value) === '' ? 0 : readNumber(value, field.upper)
    case 'boolean':
      return readFlag(value)
    case 'date':
    case 'datetime':
      return readMoment(value, field.upper, rules.timeZone)
    case 'crm_currency':
      return readCurrency(value, rules.currencies)
    default:
      if (isMap(value) || Array.isArray(value)) throw notValid(field.upper)
      return asText(value) === '' ? null : asText(value)
  }
}

export function readUserValue(field: UserField, value: unknown, rules: ValueRules): unknown {
  if (!field.multiple) {
    if (isMap(value) || Array.isArray(value)) throw notValid(field.fieldName)
    return readSingle(field, value, rules)
  }
  return readList(value)
    .map((item) => readSingle(field, item, rules))
    .filter((item) => item !== null)
}

function readSingle(field: UserField, value: unknown, rules: ValueRules): unknown {
  if (field.userTypeId === 'boolean') return readFlag(value)
  if (asText(value) === '') return null
  switch (field.userTypeId) {
    case 'integer':
    case 'employee':
      return readNumber(value, field.fieldName)
    case 'double':
      return readNumber(value, field.fieldName)
    case 'enumeration':
      return field.list.some((item) => item.id === asInt(value)) ? asInt(value) : null
    case 'date':
    case 'datetime':
      return readMoment(value, field.fieldName, rules.timeZone)
    default:
      return asText(value)
  }
}

function readList(value: unknown): unknown[] {
  if (value !== null && value !== undefined && value !== '' && typeof value !== 'object')
    throw new RestError('100', `Expected iterable value for multiple field, but got ${typeof value} instead`)
  return asList(value)
}

function readNumber(value: unknown, name: string): number {
  const number = Number(asText(value))
  if (Number.isNaN(number)) throw notValid(name)
  return number
}

function readFlag(value: unknown): 'Y' | 'N' {
  return value === true || ['Y', 'y', '1', 'true'].includes(asText(value)) ? 'Y' : 'N'
}

/** Dates come back as full moments: `2024-06-18` is stored as midnight UTC and shown as `2024-06-18T02:00:00+02:00`. */
function readMoment(value: unknown, name: string, timeZone: string): string | null {
  const text = asText(value)
  if (text === '') return null
  const time = Date.parse(text.replace(' ', 'T'))
  if (Number.isNaN(time)) throw notValid(name)
  return isoInZone(time, timeZone)
}

function readCurrency(value: unknown, currencies: string[]): string | null {
  const code = asText(value)
  if (code === '') return currencies[0] ?? null
  if (!currencies.includes(code)) throw notValid('CURRENCY_ID')
  return code
}

export function notValid(name: string): RestError {
  return new RestError('CRM_FIELD_ERROR_VALUE_NOT_VALID', `Invalid value for field "${name}"`)
}
