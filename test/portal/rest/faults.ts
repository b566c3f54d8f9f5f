export type FaultKind =
  | 'timeoutAfterWrite'
  | 'timeoutBeforeWrite'
  | 'resetBefore'
  | 'resetAfter'
  | 'error500After'
  | 'error500Before'
  | 'internal500'
  | 'queryLimit503'
  | 'plain503'
  | 'overload503'
  | 'operation429'
  | 'expiredToken'
  | 'invalidToken'
  | 'html200'
  | 'redirect302'
  | 'missingBatchEntry'
  | 'slow'
  | 'accessDenied'
  | 'paymentRequired'
  | 'portalDeleted'
  | 'lateApply'

export interface FaultSpec {
  kind: FaultKind
  /** no method: whatever comes; matches the commands inside a batch, too */
  method?: string | RegExp
  /** `slow`: how long before the call runs; `lateApply`: how long after the answer was lost; `timeout…`: until the portal hangs up */
  delayMs?: number
  times?: number
  /** only when this says so as well */
  when?: (call: { method: string; params: Record<string, unknown> }) => boolean
  /** `redirect302` */
  location?: string
}

interface Armed {
  spec: FaultSpec
  left: number
  hits: number
}

/** Inside a batch these hit the one command; every other kind hits the whole HTTP request. */
const COMMAND_KINDS = new Set<FaultKind>(['missingBatchEntry', 'operation429', 'accessDenied', 'internal500'])

/** Scripted trouble of one portal. */
export class Faults {
  #armed: Armed[] = []

  once(spec: FaultSpec): void {
    this.#armed.push({ spec, left: spec.times ?? 1, hits: 0 })
  }

  always(spec: FaultSpec): void {
    this.#armed.push({ spec, left: Number.POSITIVE_INFINITY, hits: 0 })
  }

  clear(): void {
    this.#armed = []
  }

  /** How often faults of this kind struck. */
  hits(kind?: FaultKind): number {
    return this.#armed.reduce((sum, { spec, hits }) => sum + (kind === undefined || spec.kind === kind ? hits : 0), 0)
  }

  /** The fault for a whole HTTP request: any of its methods may have called for it. */
  takeForRequest(calls: Array<{ method: string; params: Record<string, unknown> }>): FaultSpec | undefined {
    const outer = calls[0]?.method
    return this.#take((spec) => {
      const onlyOuter = outer === 'batch' && COMMAND_KINDS.has(spec.kind)
      return (onlyOuter ? calls.slice(0, 1) : calls).some((call) => matches(spec, call, onlyOuter))
    })
  }

  takeForCommand(call: { method: string; params: Record<string, unknown> }): FaultSpec | undefined {
    return this.#take((spec) => COMMAND_KINDS.has(spec.kind) && matches(spec, call, false))
  }

  #take(fits: (spec: FaultSpec) => boolean): FaultSpec | undefined {
    const found = this.#armed.find((armed) => armed.left > 0 && fits(armed.spec))
    if (!found) return undefined
    found.left -= 1
    found.hits += 1
    return found.spec
  }
}

function matches(
  spec: FaultSpec,
  call: { method: string; params: Record<string, unknown> },
  mustNameIt: boolean
): boolean {
  if (spec.when && !spec.when(call)) return false
  if (spec.method === undefined) return !mustNameIt
  return typeof spec.method === 'string' ? spec.method === call.method : spec.method.test(call.method)
}
