import { asList, asMap, asText, isMap, type Params } from '../php.ts'
import { RestError } from '../rest/errors.ts'

export type Row = Params

const OPERATORS = ['!=%', '!%=', '!@', '!=', '!%', '>=', '<=', '=%', '%=', '!', '>', '<', '=', '@', '%', '?'] as const
type Operator = (typeof OPERATORS)[number]

export interface FilterRules {
  /** the row's key for a filter's name; undefined: not allowed */
  resolve(name: string): string | undefined
  /** old methods ignore what they don't know, `crm.item.list` refuses */
  strict: boolean
}

export function matchesFilter(row: Row, filter: Params, rules: FilterRules): boolean {
  const { logic, ...conditions } = filter
  const results = Object.entries(conditions).map(([key, value]) => matchesCondition(row, key, value, rules))
  return asText(logic).toUpperCase() === 'OR' ? results.some(Boolean) : results.every(Boolean)
}

function matchesCondition(row: Row, key: string, value: unknown, rules: FilterRules): boolean {
  if (/^\d+$/.test(key)) return matchesFilter(row, asMap(value), rules)
  const { operator, name } = splitKey(key)
  const field = rules.resolve(name)
  if (field === undefined) {
    if (!rules.strict) return true
    throw new RestError('INVALID_ARG_VALUE', `Invalid filter: field '${name}' is not allowed in filter`)
  }
  if (isMap(value) && rules.strict)
    throw new RestError('INVALID_ARG_VALUE', `Invalid filter: field '${name}' has invalid value`)
  const cells = Array.isArray(row[field]) ? (row[field] as unknown[]) : [row[field]]
  const negative = operator.startsWith('!')
  const positive = (cells.length === 0 ? [null] : cells).some((cell) => test(cell, operator.replace('!', ''), value))
  return negative ? !positive : positive
}

export function splitKey(key: string): { operator: Operator; name: string } {
  const operator = OPERATORS.find((candidate) => key.startsWith(candidate))
  return operator ? { operator, name: key.slice(operator.length) } : { operator: '=', name: key }
}

function test(cell: unknown, operator: string, value: unknown): boolean {
  switch (operator) {
    case '>':
      return compare(cell, value) > 0
    case '>=':
      return compare(cell, value) >= 0
    case '<':
      return compare(cell, value) < 0
    case '<=':
      return compare(cell, value) <= 0
    case '%':
    case '?':
      return asText(cell).toLowerCase().includes(asText(value).toLowerCase())
    case '=%':
    case '%=':
      return like(asText(cell), asText(value))
    default:
      return Array.isArray(value) ? asList(value).some((item) => equal(cell, item)) : equal(cell, value)
  }
}

function equal(cell: unknown, value: unknown): boolean {
  if (cell === 'Y' || cell === 'N') return asText(cell) === flag(value)
  if (isBlank(cell) && isBlank(value)) return true
  if (isMoment(cell) && !Number.isNaN(Date.parse(asText(value)))) return compare(cell, value) === 0
  return asText(cell).toLowerCase() === asText(value).toLowerCase()
}

function flag(value: unknown): string {
  const text = asText(value)
  if (text === '1' || text === 'true') return 'Y'
  return text === '0' || text === 'false' || text === '' ? 'N' : text
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === 0
}

export function compare(cell: unknown, value: unknown): number {
  if (isMoment(cell)) return Date.parse(asText(cell)) - Date.parse(asText(value).replace(' ', 'T'))
  const left = Number(asText(cell))
  const right = Number(asText(value))
  if (!Number.isNaN(left) && !Number.isNaN(right) && asText(cell) !== '') return left - right
  const [a, b] = [asText(cell).toLowerCase(), asText(value).toLowerCase()]
  return a < b ? -1 : a > b ? 1 : 0
}

function isMoment(cell: unknown): boolean {
  return typeof cell === 'string' && /^\d{4}-\d\d-\d\dT/.test(cell)
}

function like(cell: string, pattern: string): boolean {
  const source = pattern.split('%').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${source.join('.*')}$`, 'is').test(cell)
}

export function sortRows(rows: Row[], order: Params, resolve: (name: string) => string | undefined): Row[] {
  const keys = Object.entries(order).map(([name, direction]) => {
    const field = resolve(name)
    if (field === undefined)
      throw new RestError('INVALID_ARG_VALUE', `Invalid order: field '${name}' is not allowed in order`)
    const way = asText(direction).toUpperCase()
    if (way !== 'ASC' && way !== 'DESC')
      throw new RestError(
        'INVALID_ARG_VALUE',
        `Invalid order: allowed sort directions are \`ASC, DESC\`. But got '${asText(direction)}' for field '${name}'`
      )
    return { field, sign: way === 'ASC' ? 1 : -1 }
  })
  return [...rows].sort((a, b) => {
    for (const { field, sign } of keys) {
      const difference = compareCells(a[field], b[field])
      if (difference !== 0) return difference * sign
    }
    return 0
  })
}

function compareCells(a: unknown, b: unknown): number {
  if (isBlank(a) !== isBlank(b)) return isBlank(a) ? -1 : 1
  return compare(a, b)
}
