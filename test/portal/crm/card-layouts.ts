export interface Section {
  name: string
  title: string
  type: 'section'
  elements: Array<{ name: string; optionFlags: string; options?: unknown }>
}

/** Which fields a card shows: personal (`P`) or common (`C`), per funnel or lead type. */
export class CardLayouts {
  readonly #layouts = new Map<string, Section[]>()

  get(entityTypeId: number, scope: string, userId: number, variant: string): Section[] | null {
    return this.#layouts.get(keyOf(entityTypeId, scope, userId, variant)) ?? null
  }

  set(entityTypeId: number, scope: string, userId: number, variant: string, sections: Section[]): void {
    this.#layouts.set(keyOf(entityTypeId, scope, userId, variant), sections)
  }

  reset(entityTypeId: number, scope: string, userId: number, variant: string): void {
    this.#layouts.delete(keyOf(entityTypeId, scope, userId, variant))
  }
}

function keyOf(entityTypeId: number, scope: string, userId: number, variant: string): string {
  return `${entityTypeId} ${scope === 'C' ? 'C' : `P${userId}`} ${variant}`
}
