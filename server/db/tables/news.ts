/** A partner's word that it deleted its copy of an erased client's data. */
export interface ErasureConfirmationTable {
  reservationId: string
  at: string
  memberId: string
  userId: number
  userName: string
}

/** How far a partner has been told of new requests by e-mail, and the digest that is on its way. */
export interface MailDigestTable {
  partnerCode: string
  /** Releases up to here were in a digest. */
  coveredTo: string
  lastSentAt: string | null
  /** Makes the Message-ID: a digest that is sent again is the same message. */
  digestId: string | null
  digestTo: string | null
  /** JSON: `[requestId]`. */
  requestIds: string | null
  lastError: string | null
}

/** An address that wants no mail any more. Another address of the same partner has not said so. */
export interface MailOptOutTable {
  partnerCode: string
  email: string
  at: string
}
