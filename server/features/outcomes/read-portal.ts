import { APP } from '../../../manifest/app.ts'
import { CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import type { Command, CommandResult } from '../../bitrix24/portal-client.ts'
import type { Policy } from '../../config/policy.ts'
import { isPresent, nameOf, type ItemState, type PresentItem } from './item-state.ts'
import { activityCommands, activityOf } from './read-activity.ts'
import { PROOF_FIELD, readItem, readItemList } from './read-items.ts'
import type { Followed } from './repository.ts'
import { needsActivity, standingOf, type Evidence, type Standing } from './rules.ts'
import type { StageNames } from './stage-names.ts'

/** What the portal says about one reservation. */
export interface Reading {
  followed: Followed
  leads: ItemState[]
  deals: ItemState[]
  standing: Standing
  activity: Evidence['activity']
}

export interface Batches {
  readonly memberId: string
  batch(commands: Record<string, Command>): Promise<Record<string, CommandResult>>
}

const MOST_PAGES = 20

/**
 * Reads what the portal's CRM says about reservations, in few batches. What can't be read now is left out of the
 * answer's decisions (`unread`) and its error kept, so that the rest can be applied before the job is repeated.
 */
export class PortalReader {
  readonly #client: Batches
  readonly #stages: StageNames
  readonly #policy: Policy
  readonly #now: Date
  /** The first trouble that may pass. */
  error: PortalError | undefined

  constructor(client: Batches, stages: StageNames, policy: Policy, now: Date) {
    this.#client = client
    this.#stages = stages
    this.#policy = policy
    this.#now = now
  }

  async read(all: Followed[]): Promise<Reading[]> {
    const states = await this.#readItems(all)
    await this.#findRestored(all, states)
    await this.#readStages([...states.values()].flat())
    const dealsOf = await this.#readDealsOfLeads(states)
    await this.#readStages([...dealsOf.values()].flat())
    const readings = all.map((followed) => this.#readingOf(followed, states.get(followed.row.id) ?? [], dealsOf))
    const judged = readings.filter(({ followed, standing }) =>
      needsActivity(followed.row, standing, this.#policy, this.#now)
    )
    const results = await this.#run(activityCommands(judged.flatMap(presentOf)))
    for (const reading of judged) reading.activity = activityOf(presentOf(reading), reading.followed.steps, results)
    return readings
  }

  async #readItems(all: Followed[]): Promise<Map<string, ItemState[]>> {
    const refs = all.flatMap((followed) => followed.items)
    const results = await this.#run(
      Object.fromEntries(
        refs.map(({ entityTypeId, entityId }) => [
          nameOf(entityTypeId, entityId),
          { method: 'crm.item.get', params: { entityTypeId, id: entityId, useOriginalUfNames: 'Y' } }
        ])
      )
    )
    return new Map(
      all.map(({ row, items }) => [
        row.id,
        items.map((item) =>
          readItem(item.entityTypeId, item.entityId, results[nameOf(item.entityTypeId, item.entityId)])
        )
      ])
    )
  }

  /** An item may come back from the recycle bin under a new id; the key that the app gave it stays. */
  async #findRestored(all: Followed[], states: Map<string, ItemState[]>): Promise<void> {
    const lost = all.flatMap(({ row }) => {
      const items = states.get(row.id) ?? []
      return items.length > 0 && items.every((item) => item.kind === 'deleted') ? [{ row, items }] : []
    })
    const results = await this.#run(
      Object.fromEntries(
        lost.map(({ row, items }) => {
          const { entityTypeId } = originOf(items)
          const filter = { '=originatorId': APP.originator, '=originId': row.id }
          return [`restored_${row.id}`, listCommand(entityTypeId, filter, 0)]
        })
      )
    )
    for (const { row, items } of lost) {
      const result = results[`restored_${row.id}`]
      if (result?.ok) items.push(...readItemList(originOf(items).entityTypeId, result.result))
    }
  }

  async #readDealsOfLeads(states: Map<string, ItemState[]>): Promise<Map<number, ItemState[]>> {
    const leads = [...states.values()].flat().filter((item) => item.entityTypeId === CRM_LEAD && mayBeConverted(item))
    const deals = new Map<number, ItemState[]>(leads.map((lead) => [lead.id, []]))
    let pages = leads.map((lead) => ({ leadId: lead.id, start: 0 }))
    for (let page = 0; page < MOST_PAGES && pages.length > 0; page++) {
      const results = await this.#run(
        Object.fromEntries(
          pages.map(({ leadId, start }) => [`deals_${leadId}`, listCommand(CRM_DEAL, { leadId }, start)])
        )
      )
      pages = pages.flatMap(({ leadId }) => {
        const result = results[`deals_${leadId}`]
        if (!result?.ok) {
          deals.get(leadId)!.push({ kind: 'unread', entityTypeId: CRM_DEAL, id: 0 })
          return []
        }
        deals.get(leadId)!.push(...readItemList(CRM_DEAL, result.result))
        return result.next === null ? [] : [{ leadId, start: result.next }]
      })
    }
    return deals
  }

  /** Names for people, and the semantics of items that do not tell theirs. */
  async #readStages(states: ItemState[]): Promise<void> {
    const { memberId } = this.#client
    const items = states.filter(isPresent)
    const directories = this.#stages.missing(memberId, items, this.#now)
    const results = await this.#run(
      Object.fromEntries(
        directories.map((directory) => [
          `stages_${directory}`,
          { method: 'crm.status.list', params: { filter: { ENTITY_ID: directory } } }
        ])
      )
    )
    for (const directory of directories)
      this.#stages.keep(memberId, directory, results[`stages_${directory}`], this.#now)
    for (const item of items) item.semantic ??= this.#stages.find(memberId, item)?.semantic ?? null
  }

  #readingOf(followed: Followed, items: ItemState[], dealsOf: Map<number, ItemState[]>): Reading {
    const leads = items.filter((item) => item.entityTypeId === CRM_LEAD)
    const known = items.filter((item) => item.entityTypeId === CRM_DEAL)
    const found = leads.flatMap((lead) => dealsOf.get(lead.id) ?? [])
    const deals = [...known.filter((deal) => !found.some((other) => other.id === deal.id)), ...found]
    const standing = standingOf(leads, deals, followed.row.crmEntityId)
    return { followed, leads, deals, standing, activity: 'unread' }
  }

  /** Never throws what the portal did: a failed batch is a failure of each of its commands. */
  async #run(commands: Record<string, Command>): Promise<Record<string, CommandResult>> {
    if (Object.keys(commands).length === 0) return {}
    try {
      const results = await this.#client.batch(commands)
      for (const result of Object.values(results))
        if (!result.ok && result.error.kind !== 'refused') this.error ??= result.error
      return results
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      this.error ??= error
      return {}
    }
  }
}

const presentOf = (reading: Pick<Reading, 'leads' | 'deals'>): PresentItem[] =>
  [...reading.leads, ...reading.deals].filter(isPresent)

const originOf = (items: ItemState[]): ItemState => items.find((item) => item.entityTypeId === CRM_LEAD) ?? items[0]!

/** A lead out of reach may be one that was converted: simple mode hides such leads. */
const mayBeConverted = (lead: ItemState): boolean =>
  lead.kind === 'present' ? lead.semantic === 'S' : lead.kind !== 'unread'

function listCommand(entityTypeId: number, filter: Record<string, unknown>, start: number): Command {
  const fields = ['id', 'stageId', 'stageSemanticId', 'createdTime', 'movedTime', PROOF_FIELD]
  const select = entityTypeId === CRM_DEAL ? [...fields, 'categoryId'] : fields
  const order = { id: 'ASC' }
  return { method: 'crm.item.list', params: { entityTypeId, filter, select, order, start, useOriginalUfNames: 'Y' } }
}
