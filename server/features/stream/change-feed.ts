import type { AppContext } from '../../context.ts'
import { lastChange, listChangesAfter, listChangesAt, type Change } from '../../changes/repository.ts'
import { onCommit } from '../../db/transaction.ts'
import { Gaps } from './gaps.ts'

const POLL_MS = 1_000
/** Commits of one burst are read together. */
const GATHER_MS = 50
const PAGE = 1_000

type Listener = (changes: Change[]) => void

/** Reads news of all processes from the store once for all streams of this one: by polling, and after own commits. */
export class ChangeFeed {
  readonly #ctx: AppContext
  /** Each with what ends its stream. */
  readonly #listeners = new Map<Listener, () => void>()
  #gaps = new Gaps(0)
  #timer: NodeJS.Timeout | undefined
  #gathering: NodeJS.Timeout | undefined
  #unsubscribe: (() => void) | undefined
  #reading: Promise<void> | undefined
  #isStale = false

  constructor(ctx: AppContext) {
    this.#ctx = ctx
  }

  /** What another process is about to commit is found among the numbers that are missing in the last page. */
  async start(): Promise<void> {
    this.#gaps = new Gaps(Math.max(0, ((await lastChange(this.#ctx.db)) ?? 0) - PAGE))
    await this.#read()
    this.#timer = setInterval(() => this.#refresh(), POLL_MS)
    this.#unsubscribe = onCommit(this.#ctx.db, () => this.#refreshSoon())
  }

  stop(): void {
    clearInterval(this.#timer)
    clearTimeout(this.#gathering)
    this.#unsubscribe?.()
    for (const end of this.#listeners.values()) end()
  }

  /** `end` is called when the process leaves, so that the reader connects to the next one. */
  subscribe(listener: Listener, end: () => void): () => void {
    this.#listeners.set(listener, end)
    return () => this.#listeners.delete(listener)
  }

  #refreshSoon(): void {
    if (this.#listeners.size === 0) return
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      this.#refresh()
    }, GATHER_MS)
  }

  #refresh(): void {
    this.#isStale = true
    this.#reading ??= this.#tell().finally(() => {
      this.#reading = undefined
    })
  }

  async #tell(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false
      try {
        const news = await this.#read()
        if (news.length >= PAGE) this.#isStale = true
        if (news.length > 0) for (const listener of this.#listeners.keys()) listener(news)
      } catch (error) {
        this.#ctx.log.warn({ err: error }, 'news could not be read')
      }
    }
  }

  async #read(): Promise<Change[]> {
    const { db } = this.#ctx
    const missing = this.#gaps.open(performance.now())
    const late = missing.length > 0 ? await listChangesAt(db, missing.slice(0, PAGE)) : []
    const news = await listChangesAfter(db, this.#gaps.last, PAGE)
    const seqs = [...late, ...news].map(({ seq }) => seq)
    this.#gaps.note(seqs, performance.now())
    return [...late, ...news]
  }
}
