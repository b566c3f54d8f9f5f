import type { SettingsChoices } from '../../../shared/contract/settings.ts'
import type { PortalClient } from '../../bitrix24/portal-client.ts'
import { listOf, objectOf } from '../../bitrix24/rest.ts'

type Row = Record<string, unknown>

/** Users, funnels and stages of the portal as they are now: two calls. */
export async function readSettingsChoices(client: PortalClient): Promise<SettingsChoices> {
  const first = await client.batch({
    mode: { method: 'crm.settings.mode.get', params: {} },
    users: { method: 'user.get', params: { FILTER: { ACTIVE: 'Y', USER_TYPE: 'employee' }, SORT: 'LAST_NAME' } },
    funnels: { method: 'crm.category.list', params: { entityTypeId: 2 } }
  })
  const rowsOf = (name: keyof typeof first, key?: string): Row[] => {
    const result = first[name]
    if (!result) return []
    if (!result.ok) throw result.error
    return listOf(key === undefined ? result.result : objectOf(result.result)[key]).map(objectOf)
  }
  const funnels = rowsOf('funnels', 'categories')
  const stages = await readStages(client, funnels)
  return {
    crmMode: first.mode?.ok && Number(first.mode.result) === 2 ? 'simple' : 'classic',
    users: rowsOf('users').map((user) => ({
      id: Number(user.ID),
      name: [user.NAME, user.LAST_NAME].filter(Boolean).join(' ') || `#${String(user.ID)}`,
      active: user.ACTIVE !== false && user.ACTIVE !== 'N'
    })),
    funnels: funnels.map((funnel) => ({
      id: Number(funnel.id),
      name: typeof funnel.name === 'string' ? funnel.name : `#${String(funnel.id)}`,
      stages: stages.get(Number(funnel.id)) ?? []
    }))
  }
}

async function readStages(client: PortalClient, funnels: Row[]): Promise<Map<number, { id: string; name: string }[]>> {
  const results = await client.batch(
    Object.fromEntries(
      funnels.map(({ id }) => [
        `funnel_${String(id)}`,
        // The general funnel's list has no number (platform.md §4.6).
        {
          method: 'crm.status.list',
          params: { filter: { ENTITY_ID: Number(id) === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${String(id)}` } }
        }
      ])
    )
  )
  return new Map(
    Object.entries(results).map(([name, result]) => [
      Number(name.slice('funnel_'.length)),
      (result.ok ? listOf(result.result).map(objectOf) : []).map((row) => ({
        id: String(row.STATUS_ID),
        name: String(row.NAME)
      }))
    ])
  )
}
