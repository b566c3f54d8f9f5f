import type { HeldReason, RequestState } from '../../../shared/codes.ts'

/** Why a request is held, or would be. The evidence never repeats contact data: field names, numbers, offsets. */
export interface HeldNote {
  reason: HeldReason
  evidence: Record<string, unknown>
}

/** Where a request stands when an update of it arrives. */
export interface Standing {
  state: RequestState
  reservations: number
  /** Reasons that were noted when it was last looked at. */
  noted: HeldReason[]
}

const CLOSED: RequestState[] = ['withdrawn', 'expired', 'dropped', 'erased']
export const isClosed = (state: RequestState): boolean => CLOSED.includes(state)

/**
 * The state after a push. Closed requests stay closed. A visible request is held again only for a new reason and only
 * while nobody has reserved it: staff may have released it in spite of the old reasons, and hiding it from those
 * who work on it would help nobody. Without the client's consent nothing is shown to anybody further, ever.
 */
export function stateAfterPush(
  before: Standing | undefined,
  notes: HeldNote[],
  slots: { free: number; isOver: boolean }
): RequestState {
  if (before && isClosed(before.state)) return before.state
  if (slots.isOver) return 'expired'
  const accepted = before && before.state !== 'held' ? before.noted : []
  const isReserved = (before?.reservations ?? 0) > 0
  const isHeld = notes.some(({ reason }) => reason === 'consent_missing' || (!isReserved && !accepted.includes(reason)))
  if (isHeld) return 'held'
  return slots.free > 0 ? 'open' : 'full'
}

/** Slots of a request: at most the policy's number, never fewer than are taken. */
export function slotsOf(wanted: number | undefined, most: number, taken: number): { max: number; free: number } {
  const max = Math.max(1, taken, Math.min(wanted ?? most, most))
  return { max, free: max - taken }
}
