import { CRM_LEAD, type Semantic } from '../../../shared/codes.ts'

/** A lead or deal as the portal shows it now. */
export interface PresentItem {
  kind: 'present'
  entityTypeId: number
  id: number
  stageId: string
  categoryId: number
  /** Null when neither the item nor its stage tells. */
  semantic: Semantic | null
  /** In UTC. */
  createdAt: string | null
  movedAt: string | null
  proof: string | null
}

export interface AbsentItem {
  /** `deleted`: in the recycle bin; `hidden`: the portal refuses to show it; `unread`: not known this time. */
  kind: 'deleted' | 'hidden' | 'unread'
  entityTypeId: number
  id: number
}

export type ItemState = PresentItem | AbsentItem

export const isPresent = (item: ItemState): item is PresentItem => item.kind === 'present'

/** Such as `lead_12`: never a bare number, since PHP would make a list of those. */
export const nameOf = (entityTypeId: number, id: number): string =>
  `${entityTypeId === CRM_LEAD ? 'lead' : 'deal'}_${id}`
