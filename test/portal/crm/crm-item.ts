import type { Params } from '../php.ts'
import type { MultiField } from './multifields.ts'

/** `values` holds system fields under their `crm.item.*` names and custom fields under `UF_…`. */
export interface CrmItem {
  id: number
  entityTypeId: number
  values: Params
  fm: MultiField[]
}

/** Who causes a change: a person by id, or automation (then events carry no tokens). */
export type Actor = number | 'robot'

/** What tests look at: an item as `crm.item.get` would show it, custom fields under their `UF_…` names. */
export interface CrmItemView {
  id: number
  entityTypeId: number
  title: string
  stageId: string
  stageSemanticId: string
  assignedById: number
  fm: MultiField[]
  [name: string]: unknown
}
