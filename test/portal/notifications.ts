export interface Notification {
  id: number
  userId: number
  kind: 'personal' | 'system'
  authorId: number
  message: string
  messageOut: string
  tag: string
  subTag: string
  at: number
}

/** What `im.notify.*` left behind, newest last. `sent` also keeps what a newer one with the same tag replaced. */
export class Notifications {
  #rows: Notification[] = []
  readonly sent: Notification[] = []
  #nextId = 12345

  get all(): readonly Notification[] {
    return this.#rows
  }

  of(userId: number): Notification[] {
    return this.#rows.filter((row) => row.userId === userId)
  }

  /** A newer notice of the same application and tag deletes the older ones of that user. */
  add(row: Omit<Notification, 'id'>): Notification {
    const added = { ...row, id: this.#nextId }
    this.#nextId += 1
    this.#rows = this.#rows.filter((old) => row.tag === '' || old.tag !== row.tag || old.userId !== row.userId)
    this.#rows.push(added)
    this.sent.push(added)
    return added
  }

  remove(fits: (row: Notification) => boolean): boolean {
    const before = this.#rows.length
    this.#rows = this.#rows.filter((row) => !fits(row))
    return this.#rows.length < before
  }

  clear(): void {
    this.#rows = []
    this.sent.length = 0
  }
}
