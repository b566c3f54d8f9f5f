export interface TimelineEntry {
  id: number
  kind: 'comment' | 'logmessage'
  entityTypeId: number
  entityId: number
  title: string
  text: string
  iconCode: string
  authorId: number
  created: string
}

/** Comments and log messages below a card. */
export class Timeline {
  readonly entries: TimelineEntry[] = []
  readonly #time: () => string
  #nextId = 999

  constructor(time: () => string) {
    this.#time = time
  }

  add(entry: Omit<TimelineEntry, 'id' | 'created'>): TimelineEntry {
    const added = { ...entry, id: this.#nextId, created: this.#time() }
    this.#nextId += 1
    this.entries.push(added)
    return added
  }

  of(entityTypeId: number, entityId: number): TimelineEntry[] {
    return this.entries.filter((entry) => entry.entityTypeId === entityTypeId && entry.entityId === entityId)
  }
}
