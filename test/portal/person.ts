import type { NewActivity } from './crm/activities.ts'
import { convertLead, type Converted } from './crm/conversion.ts'
import type { Actor, CrmItem } from './crm/crm-item.ts'
import { DEAL, LEAD } from './crm/entity-types.ts'
import { readItemFields } from './crm/item-fields.ts'
import { asInt, type Params } from './php.ts'
import type { EmulatedPortal } from './portal.ts'

export interface ByOption {
  /** whose hand it was; `robot`: automation, so that events carry no tokens. Default: the responsible person */
  by?: Actor
}

/** What people and automation do in the CRM's own pages. */
export class Person {
  readonly #portal: EmulatedPortal

  constructor(portal: EmulatedPortal) {
    this.#portal = portal
  }

  create(entityTypeId: number, fields: Params, { by = 1 }: ByOption = {}): number {
    const { crm } = this.#portal
    return crm.add(entityTypeId, readItemFields(entityTypeId, fields, true, crm.userFields, crm.rules), by).id
  }

  edit(entityTypeId: number, id: number, fields: Params, option: ByOption = {}): void {
    const { crm } = this.#portal
    const item = crm.need(entityTypeId, id)
    const given = readItemFields(entityTypeId, fields, true, crm.userFields, crm.rules)
    crm.update(item, given, this.#hand(item, option))
  }

  moveTo(entityTypeId: number, id: number, stageId: string, option: ByOption = {}): void {
    const item = this.#portal.crm.need(entityTypeId, id)
    this.#portal.crm.update(item, { values: { stageId } }, this.#hand(item, option))
  }

  moveToSemantics(entityTypeId: number, id: number, semantics: 'P' | 'S' | 'F', option: ByOption): void {
    const item = this.#portal.crm.need(entityTypeId, id)
    const categoryId = asInt(item.values.categoryId)
    this.moveTo(entityTypeId, id, this.#portal.crm.stages.first(entityTypeId, categoryId, semantics), option)
  }

  moveToFunnel(dealId: number, categoryId: number, stageId: string | undefined, option: ByOption): void {
    const { crm } = this.#portal
    const item = crm.need(DEAL, dealId)
    const values = { categoryId, stageId: stageId ?? crm.stages.first(DEAL, categoryId, 'P') }
    crm.update(item, { values }, this.#hand(item, option))
  }

  convertLead(
    leadId: number,
    option: ByOption & { deals?: number; contact?: boolean; categoryId?: number }
  ): Converted {
    const lead = this.#portal.crm.need(LEAD, leadId)
    const { by: _, ...rest } = option
    return convertLead(this.#portal.crm, lead, { ...rest, actor: this.#hand(lead, option) })
  }

  remove(entityTypeId: number, id: number, option: ByOption): void {
    const item = this.#portal.crm.need(entityTypeId, id)
    this.#portal.crm.remove(item, this.#hand(item, option))
  }

  restore(entityTypeId: number, id: number, option: ByOption & { newId?: boolean }): number {
    return this.#portal.crm.restore(entityTypeId, id, option.by ?? 1, option.newId).id
  }

  addActivity(entityTypeId: number, id: number, given: Partial<NewActivity>, option: ByOption): number {
    const item = this.#portal.crm.need(entityTypeId, id)
    const call = { typeId: '2', providerId: 'VOXIMPLANT_CALL', providerTypeId: 'CALL', direction: '2', completed: true }
    const activity = { ...call, subject: 'Outgoing call', ...given, ownerTypeId: entityTypeId, ownerId: id }
    return this.#portal.crm.activities.add(activity, this.#hand(item, option)).id
  }

  #hand(item: CrmItem, option: ByOption): Actor {
    return option.by ?? (asInt(item.values.assignedById) || 1)
  }
}
