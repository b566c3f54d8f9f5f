import type { Generated } from 'kysely'
import type { RequestState, ValueClass } from '../../../shared/codes.ts'

/** An implementation request without its contact: all text here is scrubbed. */
export interface RequestTable {
  number: Generated<number>
  id: string
  externalId: string
  state: RequestState
  /** JSON list, and the same as bits for the filter. */
  services: string
  serviceBits: number
  summary: string
  description: string
  country: string
  subdivision: string | null
  city: string | null
  /** JSON list of BCP 47 tags. */
  languages: string
  clientRole: string | null
  companySize: string | null
  industry: string | null
  users: number | null
  budgetAmount: number | null
  budgetCurrency: string | null
  /** Rounded, 0 without a budget: a key of the feed. */
  budgetEur: number
  timeframe: string | null
  edition: string | null
  source: string | null
  valueClass: ValueClass
  /** Lower-case text that the search reads. */
  searchText: string
  maxPartners: number
  freeSlots: number
  /** JSON: `[{reason, evidence}]`. */
  heldReasons: string
  duplicateOf: string | null
  /** Staff found it to be a second push of this request's client: what its externalId is told goes there. */
  mergedInto: string | null
  /** Asked for by the sender; counts from the release when null. */
  wantedExpiresAt: string | null
  hasConsent: number
  consentVersion: string | null
  consentAt: string | null
  receivedAt: string
  releasedAt: string | null
  /** When partners' agents were told of its release, or a notice for each was put into the outbox. */
  spreadAt: string | null
  expiresAt: string | null
  closedAt: string | null
  pushedAt: string
  createdAt: string
  updatedAt: string
}

/** The client's personal data and the unscrubbed text, encrypted with a key of its own. Named by `vault/` only. */
export interface RequestContactTable {
  requestId: string
  /** Which master key wraps the record's key. */
  keyId: string
  wrappedKey: string
  sealed: string
  updatedAt: string
}

/** Keyed hashes by which a client is recognised again: `phone`, `email`, `company_name`, `domain`, `company`. */
export interface RequestFingerprintTable {
  requestId: string
  kind: string
  hash: string
}
