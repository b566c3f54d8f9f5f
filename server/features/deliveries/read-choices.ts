import type { PortalClient } from '../../bitrix24/portal-client.ts'
import { listOf, objectOf } from '../../bitrix24/rest.ts'
import type { PortalChoices } from './rules.ts'

const KEPT_MS = 5 * 60_000
const kept = new Map<string, { choices: PortalChoices; until: number }>()
const MOST_KEPT = 5_000

/** Mode, sources and currencies of a portal, in one call; an admin may change them, so that they are kept shortly. */
export async function readChoices(client: PortalClient, now: Date): Promise<PortalChoices> {
  const known = kept.get(client.memberId)
  if (known && known.until > now.getTime()) return known.choices
  const { mode, sources, currencies } = await client.batch({
    mode: { method: 'crm.settings.mode.get', params: {} },
    sources: { method: 'crm.status.list', params: { filter: { ENTITY_ID: 'SOURCE' } } },
    currencies: { method: 'crm.currency.list', params: {} }
  })
  if (mode && !mode.ok) throw mode.error
  // A list that did not come this time is not an empty one; a list that is refused may be.
  for (const list of [sources, currencies]) if (list && !list.ok && list.error.kind !== 'refused') throw list.error
  const choices: PortalChoices = {
    crmMode: mode?.ok && Number(mode.result) === 2 ? 'simple' : 'classic',
    sources: sources?.ok ? listOf(sources.result).map((row) => String(objectOf(row).STATUS_ID)) : [],
    currencies: currencies?.ok ? listOf(currencies.result).map((row) => String(objectOf(row).CURRENCY)) : []
  }
  if (kept.size > MOST_KEPT) kept.clear()
  kept.set(client.memberId, { choices, until: now.getTime() + KEPT_MS })
  return choices
}
