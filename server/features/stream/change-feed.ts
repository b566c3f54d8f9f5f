import { after } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { listChanges, type Change } from '../../changes/repository.ts'
import { onCommit } from '../../db/transaction.ts'

const POLL_MS = 1_000
/** A change may become visible this much later than it says: the transaction that wrote it had to commit first. */
const OVERLAP_MS = 30_000
const MOST_SEEN = 20_000

type Listener = (changes: Change[]) => void

/** Reads news of all processes from the store once for all streams of this one: by polling, and after own commits. */
export class ChangeFeed {
  readonly #ctx: AppContext
  /** Each with what ends its stream. */
  readonly #listeners = new Map<Listener, () => void>()
  #seen = new Set<number>()
  #timer: NodeJS.Timeout | undefined
  #unsubscribe: (() => void) | undefined
  #reading: Promise<void> | undefined
  #isStale = false

  constructor(ctx: AppContext) {
    this.#ctx = ctx
  }

  async start(): Promise<void> {
    for (const change of await this.#read()) this.#seen.add(change.seq)
    this.#timer = setInterval(() => this.#refresh(), POLL_MS)
    this.#unsubscribe = onCommit(this.#ctx.db, () => this.#refresh())
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#unsubscribe?.()
    for (const end of this.#listeners.values()) end()
  }

  /** `end` is called when the process leaves, so that the reader connects to the next one. */
  subscribe(listener: Listener, end: () => void): () => void {
    this.#listeners.set(listener, end)
    return () => this.#listeners.delete(listener)
  }

  #refresh(): void {
    if (this.#listeners.size === 0 && this.#seen.size > MOST_SEEN) this.#seen.clear()
    this.#isStale = true
    this.#reading ??= this.#tell().finally(() => {
      this.#reading = undefined
    })
  }

  async #tell(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false
      try {
        const news = (await this.#read()).filter((change) => !this.#seen.has(change.seq))
        for (const change of news) this.#seen.add(change.seq)
        if (this.#seen.size > MOST_SEEN) this.#seen = new Set([...this.#seen].slice(-MOST_SEEN / 2))
        if (news.length > 0) for (const listener of this.#listeners.keys()) listener(news)
      } catch (error) {
        this.#ctx.log.warn({ err: error }, 'news could not be read')
      }
    }
  }

  #read(): Promise<Change[]> {
    return listChanges(this.#ctx.db, after(this.#ctx.clock.now(), -OVERLAP_MS))
  }
}
