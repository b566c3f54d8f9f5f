import type { Params } from '../php.ts'

export interface LoggedRequest {
  method: string
  params: Params
  userId: number | null
  at: number
  address: string
  /** the command's name when it came inside a batch */
  batchKey?: string
  /** `ok`, the error code, or `fault:kind` */
  outcome: string
  status: number
}

/** Every REST request that reached the portal, the commands inside batches as well. */
export class RequestLog {
  #all: LoggedRequest[] = []
  #queryLimit = 0
  #operationLimit = 0
  /** false: only counts, for load tests */
  keep = true
  readonly #counts = new Map<string, number>()

  add(entry: LoggedRequest): void {
    this.#counts.set(entry.method, (this.#counts.get(entry.method) ?? 0) + 1)
    if (entry.outcome === 'QUERY_LIMIT_EXCEEDED') this.#queryLimit += 1
    if (entry.outcome === 'OPERATION_TIME_LIMIT') this.#operationLimit += 1
    if (this.keep) this.#all.push(entry)
  }

  get all(): readonly LoggedRequest[] {
    return this.#all
  }

  of(method: string | RegExp): LoggedRequest[] {
    return this.#all.filter((entry) =>
      typeof method === 'string' ? entry.method === method : method.test(entry.method)
    )
  }

  count(method?: string): number {
    if (method !== undefined) return this.#counts.get(method) ?? 0
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
  }

  get counts(): Record<string, number> {
    return Object.fromEntries(this.#counts)
  }

  /** HTTP requests, batches counted once. */
  get httpCount(): number {
    return this.#all.filter((entry) => entry.batchKey === undefined).length
  }

  get queryLimitExceeded(): number {
    return this.#queryLimit
  }

  get operationTimeLimit(): number {
    return this.#operationLimit
  }

  clear(): void {
    this.#all = []
    this.#counts.clear()
    this.#queryLimit = 0
    this.#operationLimit = 0
  }
}
