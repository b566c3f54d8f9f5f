import { asInt, type Params } from '../php.ts'
import { entityType } from './entity-types.ts'

/** The first of several contacts or companies is the main one. */
export function withClients(values: Params): Params {
  const linked = { ...values }
  for (const [one, many] of [
    ['contactId', 'contactIds'],
    ['companyId', 'companyIds']
  ] as const) {
    const ids = values[many]
    if (Array.isArray(ids)) linked[one] = asInt(ids[0])
    else if (one in values) linked[many] = asInt(values[one]) > 0 ? [asInt(values[one])] : []
  }
  return linked
}

export function defaultTitle(entityTypeId: number, id: number): string | null {
  return entityTypeId === 3 ? null : `${entityType(entityTypeId).title} #${id}`
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
