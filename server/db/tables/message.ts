import type { Generated } from 'kysely'

/** A staff webhook that was answered; the id makes a repeat harmless. */
export interface WebhookMessageTable {
  id: string
  route: string
  bodyHash: string
  status: number
  /** JSON of the answer. */
  answer: string
  receivedAt: string
  /** How often it came. */
  attempts: number
  /** The request that it became or changed; those of a batch stand in `webhook_part`. */
  subjectId: string | null
}

/** A request that a batch of messages became or changed. */
export interface WebhookPartTable {
  messageId: string
  subjectId: string
}

/** A message that could not be taken. It is kept with its error until it is replayed or its time has passed. */
export interface IntakeFailureTable {
  /** The `webhook-id` where there is one. */
  id: string
  route: string
  externalId: string | null
  code: string
  /** JSON: `[{path, message}]`. */
  errors: string
  /** Encrypted as it came, it may hold contact data. */
  sealedBody: string
  attempts: number
  receivedAt: string
  replayedAt: string | null
}

/** A request of a burst: on disk and answered, but not read yet. Ids grow with time, so that they tell the order. */
export interface DeferredPushTable {
  /** The id that the sender was told; the request will have it. */
  requestId: string
  externalId: string
  messageId: string
  /** Encrypted as it came, it holds contact data. */
  sealedBody: string
  pushedAt: string
  receivedAt: string
}

/** An event of a portal as it came, tokens cut. Stored before it is answered. */
export interface PortalEventTable {
  id: string
  memberId: string
  event: string
  /** JSON of `data`. */
  data: string
  /** Unix seconds, as the portal sent it. */
  ts: number | null
  receivedAt: string
  handledAt: string | null
}

/** A step of background work. Written in the transaction that makes it necessary. */
export interface JobTable {
  id: string
  kind: string
  payload: string
  /** Jobs of one queue run one at a time, held by a unique index. */
  queue: string | null
  /** A waiting job with the same key is this job. */
  dedupeKey: string | null
  dueAt: string
  attempts: number
  lockedBy: string | null
  lockedUntil: string | null
  lastError: string | null
  createdAt: string
}

/** What the streams of the frames are told: ids only. */
export interface ChangeTable {
  seq: Generated<number>
  kind: string
  subjectId: string
  partnerCode: string | null
  country: string | null
  subdivision: string | null
  at: string
}

/** Append-only; each entry holds the hash of the one before. */
export interface AuditEntryTable {
  seq: number
  at: string
  kind: string
  memberId: string | null
  userId: number | null
  partnerCode: string | null
  subjectId: string | null
  reason: string | null
  previousHash: string
  hash: string
}

/** The last link of the audit chain: one row. */
export interface AuditHeadTable {
  id: number
  seq: number
  hash: string
}
