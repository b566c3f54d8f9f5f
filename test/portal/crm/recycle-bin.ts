import type { CrmItem } from './crm-item.ts'

/** Deleted items wait here until somebody restores them. */
export class RecycleBin {
  #items: CrmItem[] = []

  put(item: CrmItem): void {
    this.#items.push(item)
  }

  list(entityTypeId: number): CrmItem[] {
    return this.#items.filter((item) => item.entityTypeId === entityTypeId)
  }

  take(entityTypeId: number, id: number): CrmItem {
    const item = this.#items.find((candidate) => candidate.entityTypeId === entityTypeId && candidate.id === id)
    if (!item) throw new Error(`nothing in the recycle bin: ${entityTypeId}/${id}`)
    this.#items = this.#items.filter((candidate) => candidate !== item)
    return item
  }

  /** Emptied: the item can't come back. */
  purge(): void {
    this.#items = []
  }
}
