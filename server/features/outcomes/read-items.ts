import { SEMANTICS, type Semantic } from '../../../shared/codes.ts'
import type { CommandResult } from '../../bitrix24/portal-client.ts'
import { listOf, objectOf } from '../../bitrix24/rest.ts'
import { fieldName } from '../../../manifest/app.ts'
import type { ItemState, PresentItem } from './item-state.ts'

export const PROOF_FIELD = fieldName('IR_PROOF')

/** What `crm.item.get` of one item came to. */
export function readItem(entityTypeId: number, id: number, result: CommandResult | undefined): ItemState {
  const absent = (kind: 'deleted' | 'hidden' | 'unread'): ItemState => ({ kind, entityTypeId, id })
  if (!result) return absent('unread')
  if (result.ok) return presentItem(entityTypeId, objectOf(objectOf(result.result).item)) ?? absent('unread')
  if (result.error.kind !== 'refused') return absent('unread')
  return absent(/^(not_found|element_not_found)$/i.test(result.error.code) ? 'deleted' : 'hidden')
}

/** A page of `crm.item.list`. */
export function readItemList(entityTypeId: number, result: unknown): PresentItem[] {
  return listOf(objectOf(result).items).flatMap((row) => presentItem(entityTypeId, objectOf(row)) ?? [])
}

function presentItem(entityTypeId: number, fields: Record<string, unknown>): PresentItem | undefined {
  const id = idOf(fields.id)
  const stageId = textOf(fields.stageId)
  if (id === null || stageId === null) return undefined
  return {
    kind: 'present',
    ...{ entityTypeId, id, stageId },
    categoryId: idOf(fields.categoryId) ?? 0,
    semantic: semanticOf(fields.stageSemanticId),
    createdAt: instantOf(fields.createdTime),
    movedAt: instantOf(fields.movedTime),
    proof: textOf(fields[PROOF_FIELD])
  }
}

/** Rows of a list method, whether bare or under `items`. */
export const readRows = (result: unknown): Record<string, unknown>[] => {
  const { items } = objectOf(result)
  return listOf(items ?? result).map(objectOf)
}

/** Activities that the app did not make itself. */
export function countActivities(result: unknown, ownIds: Set<number>): number {
  return readRows(result).filter((row) => !ownIds.has(idOf(row.ID ?? row.id) ?? 0)).length
}

const CREATED = 1

/** Moves of the item, its creation left out. */
export function countMoves(result: unknown): number {
  return readRows(result).filter((row) => idOf(row.TYPE_ID ?? row.typeId) !== CREATED).length
}

/** Semantics of a row of `crm.status.list`: nothing means in progress. */
export function semanticOfStatus(row: Record<string, unknown>): Semantic | null {
  return row.SEMANTICS === null || row.SEMANTICS === '' ? 'P' : semanticOf(row.SEMANTICS)
}

export function semanticOf(value: unknown): Semantic | null {
  return SEMANTICS.find((semantic) => semantic === value) ?? null
}

/** Ids come as integers or as text; `0`, an empty text and null mean none. */
export function idOf(value: unknown): number | null {
  const id = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null
}

export function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return textOf(value[0])
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function instantOf(value: unknown): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
