import type { EmulatedPortal } from '../portal/bitrix24.ts'
import type { Random } from '../simulation/random.ts'
import type { Tenant } from '../support/install.ts'

const LEAD = 1
const DEAL = 2

type Item = ReturnType<EmulatedPortal['crm']['itemsOf']>[number]

/** Somebody moves one of the delivered items on; false when there is none yet. */
export async function moveSomething(tenants: Tenant[], random: Random): Promise<boolean> {
  const { portal } = tenants[Math.floor(random.below(tenants.length))]!
  const items = [...portal.crm.itemsOf(LEAD), ...portal.crm.itemsOf(DEAL)]
  const item = items[Math.floor(random.below(items.length))]
  if (!item) return false
  const semantic = item.values.stageSemanticId
  if (item.entityTypeId === LEAD && semantic === 'S') return false
  if (semantic !== 'P') await portal.reopen(item.entityTypeId, item.id)
  else if (random.chance(0.5)) await portal.lose(item.entityTypeId, item.id)
  else if (item.entityTypeId === DEAL) await portal.win(item.id)
  else await portal.convertLead(item.id, { deals: random.chance(0.2) ? 2 : 1 })
  return true
}

/** What a portal's CRM says about our reservations now. */
export class CrmTruth {
  readonly #portal: EmulatedPortal
  readonly #byKey = new Map<string, Item[]>()

  constructor(portal: EmulatedPortal) {
    this.#portal = portal
    for (const entityTypeId of [LEAD, DEAL, 3, 4])
      for (const item of portal.crm.itemsOf(entityTypeId)) {
        const key = String(item.values.originId ?? '')
        if (key !== '') this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), item])
      }
  }

  /** How many items of each kind carry the reservation's key. */
  counts(originId: string): { main: number; persons: number; companies: number; tasks: number } {
    const of = (...types: number[]) => this.#of(originId).filter((item) => types.includes(item.entityTypeId))
    const tasks = of(LEAD, DEAL).flatMap((item) =>
      this.#portal.crm.activities
        .of(item.entityTypeId, item.id)
        .filter((one) => one.subject.startsWith('First contact'))
    )
    const isSimple = this.#portal.crm.mode === 'simple'
    return {
      ...{ main: of(LEAD, DEAL).length, tasks: tasks.length },
      ...(isSimple ? { persons: of(3).length, companies: of(4).length } : { persons: 1, companies: 1 })
    }
  }

  outcome(originId: string): string {
    const lead = this.#of(originId).find((item) => item.entityTypeId === LEAD)
    if (lead && lead.values.stageSemanticId !== 'S') return lead.values.stageSemanticId === 'F' ? 'lost' : 'open'
    const deals = lead
      ? this.#portal.crm.itemsOf(DEAL).filter((item) => item.values.leadId === lead.id)
      : this.#of(originId).filter((item) => item.entityTypeId === DEAL)
    const has = (semantic: string) => deals.some((item) => item.values.stageSemanticId === semantic)
    if (has('S')) return 'won'
    return has('P') || deals.length === 0 ? 'open' : 'lost'
  }

  #of(originId: string): Item[] {
    return this.#byKey.get(originId) ?? []
  }
}
