import { CRM_LEAD, type Semantic } from '../../../shared/codes.ts'
import type { CommandResult } from '../../bitrix24/portal-client.ts'
import { MINUTE } from '../../clock.ts'
import type { PresentItem } from './item-state.ts'
import { readRows, semanticOfStatus, textOf } from './read-items.ts'

export interface Stage {
  name: string
  semantic: Semantic | null
}

const KEPT_MS = 5 * MINUTE

/** The directory of an item's stages; `DEAL_STAGE_0` does not exist. */
export function directoryOf({ entityTypeId, categoryId }: Pick<PresentItem, 'entityTypeId' | 'categoryId'>): string {
  if (entityTypeId === CRM_LEAD) return 'STATUS'
  return categoryId > 0 ? `DEAL_STAGE_${categoryId}` : 'DEAL_STAGE'
}

/** Stages of all portals as last read, for a few minutes. Ids are the portal's own and never put together by us. */
export class StageNames {
  readonly #directories = new Map<string, { until: number; stages: Map<string, Stage> }>()

  find(memberId: string, item: PresentItem): Stage | undefined {
    return this.#directories.get(`${memberId}:${directoryOf(item)}`)?.stages.get(item.stageId)
  }

  /** Directories that have to be read to know these items' stages. */
  missing(memberId: string, items: PresentItem[], now: Date): string[] {
    const isStale = (item: PresentItem): boolean => {
      const known = this.#directories.get(`${memberId}:${directoryOf(item)}`)
      return !known || known.until <= now.getTime() || !known.stages.has(item.stageId)
    }
    return [...new Set(items.filter(isStale).map(directoryOf))]
  }

  keep(memberId: string, directory: string, result: CommandResult | undefined, now: Date): void {
    if (!result?.ok) return
    const stages = new Map<string, Stage>()
    for (const row of readRows(result.result)) {
      const id = textOf(row.STATUS_ID)
      if (id !== null) stages.set(id, { name: textOf(row.NAME) ?? id, semantic: semanticOfStatus(row) })
    }
    this.#directories.set(`${memberId}:${directory}`, { until: now.getTime() + KEPT_MS, stages })
  }
}
