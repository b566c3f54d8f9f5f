import { MESSENGER_TYPES } from '../../../shared/codes.ts'
import type { IntakeSource } from '../../config/intake-file.ts'

type FieldSource = IntakeSource['fields'][string]
/** Values of a field by its name: none, one or several. */
export type ReadField = (name: string) => unknown

const YES = /^(?:y|yes|true|1|on|ja|oui|s[ií]|sim|tak|evet|да|是)$/i

/** Builds the data of a push from a CRM item or a query, as `INTAKE_FILE` says. What is empty is left out. */
export function mapFields(fields: IntakeSource['fields'], read: ReadField): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const [path, source] of Object.entries(fields)) {
    const values = valuesOf(source, read)
    const value = typed(path, values)
    if (value !== undefined) put(data, path, value)
  }
  return data
}

function valuesOf(source: FieldSource, read: ReadField): string[] {
  if (typeof source === 'object') {
    const { from, map } = source
    return valuesOf(from, read).map((value) => (Object.hasOwn(map, value) ? (map[value] ?? value) : value))
  }
  if (source.startsWith('=')) return [source.slice(1)]
  const direct = flat(read(source))
  if (direct.length > 0 || !source.includes(' ')) return direct
  // `NAME LAST_NAME`: several fields make one value.
  const joined = source
    .split(/\s+/)
    .flatMap((name) => flat(read(name)).slice(0, 1))
    .join(' ')
  return joined === '' ? [] : [joined]
}

/** Multiple fields come as lists, phones and the like as lists of `{VALUE}`. */
function flat(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(flat)
  if (typeof value === 'object' && value !== null) {
    const { VALUE, value: small } = value as { VALUE?: unknown; value?: unknown }
    return VALUE === undefined && small === undefined ? [] : flat(VALUE ?? small)
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return []
  const text = String(value).trim()
  return text === '' ? [] : [text]
}

const LISTS = ['services', 'languages']
const NUMBERS = ['users', 'maxPartners', 'budget.amount']
const TIMES = ['expiresAt', 'receivedAt', 'consent.at']
const CODES = ['budget.currency', 'location.country', 'location.subdivision']

function typed(path: string, values: string[]): unknown {
  const [first] = values
  if (first === undefined) return undefined
  if (LISTS.includes(path)) return values.flatMap((value) => value.split(/[,;|]/)).map((value) => value.trim())
  if (NUMBERS.includes(path)) return numberOf(first)
  if (TIMES.includes(path)) return Number.isNaN(Date.parse(first)) ? first : new Date(first).toISOString()
  if (CODES.includes(path)) return first.toUpperCase()
  return path === 'consent.shareWithPartners' ? YES.test(first) : first
}

/** Money fields of the CRM are `12000|EUR`. */
const numberOf = (text: string): unknown => {
  const number = Number(text.split('|')[0]?.replace(/\s/g, ''))
  return Number.isFinite(number) ? number : text
}

/** `contact.messengers.telegram` is an entry of the list. */
function put(data: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.').filter((key) => key !== '__proto__')
  const type = MESSENGER_TYPES.find((known) => path === `contact.messengers.${known}`)
  if (type) {
    const contact = (data.contact ??= {}) as Record<string, unknown>
    contact.messengers = [...((contact.messengers as unknown[] | undefined) ?? []), { type, value }]
    return
  }
  let target = data
  for (const key of keys.slice(0, -1))
    target = (Object.hasOwn(target, key) ? target[key] : (target[key] = {})) as Record<string, unknown>
  target[keys.at(-1) ?? path] = value
}
