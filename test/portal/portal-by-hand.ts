import type { NewActivity } from './crm/activities.ts'
import type { Converted } from './crm/conversion.ts'
import type { CrmStore } from './crm/crm-store.ts'
import { PortalAutomation } from './automation.ts'
import type { ByOption, Person } from './person.ts'
import type { Params } from './php.ts'

/** The CRM as a person or automation moves it: each step fires the events that Bitrix24 fires. */
export abstract class PortalByHand extends PortalAutomation {
  abstract readonly crm: CrmStore
  abstract readonly person: Person

  create(entityTypeId: number, fields: Params, option?: ByOption): Promise<number> {
    return this.#after(this.person.create(entityTypeId, fields, option))
  }

  edit(entityTypeId: number, id: number, fields: Params, option?: ByOption): Promise<void> {
    return this.#after(this.person.edit(entityTypeId, id, fields, option))
  }

  moveTo(entityTypeId: number, id: number, stageId: string, option?: ByOption): Promise<void> {
    return this.#after(this.person.moveTo(entityTypeId, id, stageId, option))
  }

  win(dealId: number, option: ByOption = {}): Promise<void> {
    return this.#after(this.person.moveToSemantics(2, dealId, 'S', option))
  }

  lose(entityTypeId: number, id: number, option: ByOption = {}): Promise<void> {
    return this.#after(this.person.moveToSemantics(entityTypeId, id, 'F', option))
  }

  reopen(entityTypeId: number, id: number, option: ByOption = {}): Promise<void> {
    return this.#after(this.person.moveToSemantics(entityTypeId, id, 'P', option))
  }

  moveToFunnel(dealId: number, categoryId: number, stageId?: string, option: ByOption = {}): Promise<void> {
    return this.#after(this.person.moveToFunnel(dealId, categoryId, stageId, option))
  }

  convertLead(
    leadId: number,
    option: ByOption & { deals?: number; contact?: boolean; categoryId?: number } = {}
  ): Promise<Converted> {
    return this.#after(this.person.convertLead(leadId, option))
  }

  deleteItem(entityTypeId: number, id: number, option: ByOption = {}): Promise<void> {
    return this.#after(this.person.remove(entityTypeId, id, option))
  }

  restoreItem(entityTypeId: number, id: number, option: ByOption & { newId?: boolean } = {}): Promise<number> {
    return this.#after(this.person.restore(entityTypeId, id, option))
  }

  addActivity(
    entityTypeId: number,
    id: number,
    activity: Partial<NewActivity> = {},
    option: ByOption = {}
  ): Promise<number> {
    return this.#after(this.person.addActivity(entityTypeId, id, activity, option))
  }

  /** Returns the category id; its stages are `C{id}:…`, cut at 21 characters. */
  addFunnel(name: string, id?: number): number {
    return this.crm.stages.addFunnel(name, id).id
  }

  /** A mandatory custom field; it is created when the CRM doesn't have it. */
  requireField(entityTypeId: number, fieldName: string, label = fieldName): void {
    const known = this.crm.userFields.find(entityTypeId, fieldName)
    if (known) known.mandatory = true
    else {
      const field = { FIELD_NAME: fieldName, USER_TYPE_ID: 'string', LABEL: label, MANDATORY: 'Y' }
      this.crm.userFields.add(entityTypeId, field)
    }
  }

  /** A step: it resolves once the events it caused have been handed to the queue. */
  async #after<T>(value: T): Promise<T> {
    await Promise.resolve()
    return value
  }
}
