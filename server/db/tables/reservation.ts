import type { DeliveryState, DisputeReason, HistoryCause, HistoryKind } from '../../../shared/codes.ts'
import type { Outcome, Semantic, ValueClass } from '../../../shared/codes.ts'

/** One partner's place on a request. Unique (request, slot 1–5) and (request, partner). */
export interface ReservationTable {
  id: string
  requestId: string
  partnerCode: string
  memberId: string
  slot: number
  userId: number
  userName: string
  reservedAt: string
  outcome: Outcome
  closedAt: string | null
  voidReason: string | null
  review: 'win_pending' | null
  /** When something about it has to be looked at again without an event. */
  reviewAt: string | null
  /** Chance of winning and number of reservers, fixed when it closed. */
  expected: number | null
  reservers: number | null
  country: string
  valueClass: ValueClass
  /** Last stage move in the CRM, else the reservation itself: its maturity counts from here. */
  progressAt: string
  /** The item is in the recycle bin since. */
  deletedAt: string | null
  /** The item that decides: the lead, or the deal after a conversion. */
  crmEntityTypeId: number | null
  crmEntityId: number | null
  crmStageId: string | null
  crmStageName: string | null
  crmSemantic: Semantic | null
}

/** The history of a reservation. */
export interface ReservationEventTable {
  id: string
  reservationId: string
  at: string
  kind: HistoryKind
  cause: HistoryCause
  by: string | null
  detail: string | null
  /** As in `bitrix24/failure.ts`; `detail` is then what the portal said. */
  failure: string | null
}

/** Creating the CRM item of a reservation. */
export interface DeliveryTable {
  reservationId: string
  memberId: string
  state: DeliveryState
  target: 'lead' | 'deal' | null
  assigneeId: number | null
  attempts: number
  error: string | null
  /** As in `bitrix24/failure.ts`. */
  failure: string | null
  nextAttemptAt: string | null
  /** JSON: what each call of the delivery has reached, see `features/deliveries/steps.ts`. */
  steps: string
  deliveredAt: string | null
  updatedAt: string
}

/** CRM items that belong to a reservation, so that an event finds it. */
export interface CrmItemTable {
  memberId: string
  entityTypeId: number
  entityId: number
  reservationId: string
}

/** An agent's acceptance of a version of the contact rules. */
export interface RulesAcceptanceTable {
  memberId: string
  userId: number
  version: string
  at: string
}

export interface DisputeTable {
  id: string
  reservationId: string
  reason: DisputeReason
  comment: string | null
  state: 'open' | 'upheld' | 'rejected'
  createdAt: string
  createdBy: number
  decidedAt: string | null
  decidedBy: string | null
  decision: string | null
}

/** A sale that staff recorded; it confirms a win, or refutes it when reversed. */
export interface PurchaseTable {
  externalId: string
  partnerCode: string
  requestExternalId: string | null
  proofHash: string | null
  /** The proof itself, encrypted, so that its hash can be made anew with another key. */
  sealedProof: string | null
  amount: number | null
  currency: string | null
  at: string
  isReversed: number
  receivedAt: string
  /** The pushing message's own time: an older message that comes late changes nothing. */
  pushedAt: string
}

/** One proof, one win ever. */
export interface WinProofTable {
  proofHash: string
  reservationId: string
  sealedProof: string | null
}
