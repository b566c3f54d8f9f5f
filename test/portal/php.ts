import qs from 'qs'

export type Params = Record<string, unknown>

/** Reads `fields[PHONE][0][VALUE]=…` the way PHP does. */
export function parsePhp(text: string): Params {
  return qs.parse(text, { depth: 12, parameterLimit: 20_000, arrayLimit: 2_000, plainObjects: false })
}

/** Writes a nested value as a form body with brackets: every scalar arrives as a string, empty arrays vanish. */
export function formatPhp(value: unknown): string {
  return qs.stringify(value, { arrayFormat: 'indices', skipNulls: true })
}

/** PHP has one kind of array: an empty map is encoded as `[]`. */
export function phpMap<T>(map: Record<string, T>): Record<string, T> | [] {
  return Object.keys(map).length === 0 ? [] : map
}

export function isMap(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list, or a map with number keys: PHP makes no difference. */
export function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (isMap(value)) return Object.values(value)
  return value === undefined || value === null || value === '' ? [] : [value]
}

export function asMap(value: unknown): Params {
  if (isMap(value)) return value
  if (Array.isArray(value)) return Object.fromEntries(value.map((item, index) => [String(index), item]))
  return {}
}

export function asText(value: unknown): string {
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : ''
}

export function asInt(value: unknown): number {
  const number = Number.parseInt(asText(value), 10)
  return Number.isNaN(number) ? 0 : number
}

/** Top-level parameter names are case-insensitive in old methods. */
export function param(params: Params, name: string): unknown {
  if (name in params) return params[name]
  const lower = name.toLowerCase()
  return Object.entries(params).find(([key]) => key.toLowerCase() === lower)?.[1]
}
