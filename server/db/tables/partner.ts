import type { PartnerStatus } from '../../../shared/codes.ts'

/** A member of the program, as staff last pushed it. */
export interface PartnerTable {
  code: string
  name: string
  status: PartnerStatus
  homeCountry: string
  isApproved: number
  certifiedAt: string | null
  /** JSON: `[{portal, userId}]`. */
  certifiedUsers: string
  email: string | null
  /** JSON: `[domain]`. */
  domains: string
  timeZone: string | null
  activationCodeHash: string | null
  /** A time, `permanent` or null. */
  suspendedUntil: string | null
  suspensionReason: string | null
  /** The same from the console: a later push of the registry leaves it. */
  staffSuspendedUntil: string | null
  staffSuspensionReason: string | null
  terminatedAt: string | null
  /** The pushing message's own time: an older message that comes late changes nothing. */
  pushedAt: string
  createdAt: string
  updatedAt: string
}

/** A portal named in the registry, by `member_id` or by domain. */
export interface PartnerPortalTable {
  partnerCode: string
  portal: string
}

/** An extra location. Positions 1–n and the unique code make more than n impossible. */
export interface PartnerLocationTable {
  partnerCode: string
  position: number
  code: string
}

/** The rating as last computed; the truth is in the reservations. */
export interface RatingTable {
  partnerCode: string
  level: number
  o: number
  e: number
  score: number
  low: number
  rating: number
  matured: number
  won: number
  lost: number
  dueAt: string
  updatedAt: string
}

export interface RatingPointTable {
  partnerCode: string
  date: string
  rating: number
  conversion: number | null
}
