import type { Semantics } from './stages.ts'

export const CREATED = 1
export const MIDDLE = 2
export const FINAL = 3
export const FUNNEL_CHANGED = 5

export interface StageMove {
  id: number
  entityTypeId: number
  typeId: number
  ownerId: number
  createdTime: string
  categoryId: number
  stageId: string
  semantics: Semantics
}

/** Every stage that an item ever had, as `crm.stagehistory.list` shows it. */
export class StageHistory {
  readonly rows: StageMove[] = []
  #nextId = 35

  add(row: Omit<StageMove, 'id'>): void {
    this.rows.push({ id: this.#nextId, ...row })
    this.#nextId += 2
  }

  of(entityTypeId: number, ownerId: number): StageMove[] {
    return this.rows.filter((row) => row.entityTypeId === entityTypeId && row.ownerId === ownerId)
  }
}
