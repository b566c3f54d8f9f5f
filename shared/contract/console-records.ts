import { z } from 'zod'
import { OUTCOMES, REQUEST_STATES, WEBHOOK_ROUTES } from '../codes.ts'
import { auditEntry, listQuery, onePartner, reasonBody, searchQuery } from './console.ts'
import { endpoint } from './endpoint.ts'
import { related } from './console-requests.ts'
import { fieldError } from './problem.ts'
import { instant } from './values.ts'

export const WEBHOOK_STATES = ['answered', 'failed', 'replayed'] as const

export const webhookRecord = z.object({
  /** The `webhook-id`. */
  id: z.string(),
  route: z.string(),
  state: z.enum(WEBHOOK_STATES),
  /** What the sender was told when it was taken. */
  answer: z.unknown().nullable(),
  /** The request that it became or changed. */
  request: related.nullable(),
  /** The partner that it is about: its own record, or who made the purchase. */
  partner: onePartner.nullable(),
  /** How many requests a batch held; 0 for everything else. */
  parts: z.number(),
  code: z.string().nullable(),
  errors: z.array(fieldError),
  externalId: z.string().nullable(),
  /** How often it came. */
  attempts: z.number(),
  receivedAt: z.string(),
  replayedAt: z.string().nullable()
})
export type WebhookRecord = z.infer<typeof webhookRecord>

export const listWebhooks = endpoint({
  method: 'get',
  path: '/api/staff/webhooks',
  summary: 'What staff’s systems pushed, the newest first; bodies are never shown',
  query: listQuery.extend({
    state: z.enum(WEBHOOK_STATES).optional(),
    route: z.enum(WEBHOOK_ROUTES).optional(),
    /** A message’s id, or a request’s external id, number or id: all messages of that request. */
    q: searchQuery.optional()
  }),
  answer: z.object({ items: z.array(webhookRecord), nextCursor: z.string().nullable() }),
  statuses: [200]
})

/** One request of a batch; a refused one is a message of its own in the log. */
export const webhookPart = z.object({
  index: z.number(),
  request: related.nullable(),
  externalId: z.string().nullable(),
  code: z.string().nullable(),
  errors: z.array(fieldError),
  messageId: z.string().nullable()
})
export type WebhookPart = z.infer<typeof webhookPart>

export const listWebhookParts = endpoint({
  method: 'get',
  path: '/api/staff/webhooks/:id/parts',
  summary: 'What became of each request of a batch',
  params: z.object({ id: z.string().min(1).max(300) }),
  query: listQuery,
  answer: z.object({ items: z.array(webhookPart), nextCursor: z.string().nullable() }),
  statuses: [200]
})

export const replayWebhook = endpoint({
  method: 'post',
  path: '/api/staff/webhooks/:id/replay',
  summary: 'Takes a failed message once more, as it came',
  params: z.object({ id: z.string().min(1).max(300) }),
  body: reasonBody,
  answer: z.object({ state: z.enum(['replayed', 'failed']), answer: z.unknown().nullable(), record: webhookRecord }),
  statuses: [200]
})

export const listAudit = endpoint({
  method: 'get',
  path: '/api/staff/audit',
  summary: 'The audit log, the newest entry first',
  query: listQuery.extend({
    kind: z.string().max(60).optional(),
    /** A partner’s code, or a part of its name. */
    partner: z.string().trim().max(100).optional(),
    /** A request’s number or id, a partner’s code, a message’s id. */
    subject: z.string().trim().max(300).optional(),
    /** A portal’s `member_id`, or a part of its domain. */
    portal: z.string().trim().max(200).optional(),
    memberId: z.string().max(64).optional(),
    from: instant.optional(),
    to: instant.optional()
  }),
  answer: z.object({ items: z.array(auditEntry), nextCursor: z.string().nullable() }),
  statuses: [200]
})

export const policyRule = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('number'),
    isWhole: z.boolean(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    /** It has to be greater, and less, than these. */
    above: z.number().nullable(),
    below: z.number().nullable()
  }),
  z.object({ kind: z.literal('choice'), choices: z.array(z.string()) }),
  z.object({ kind: z.literal('switch') }),
  z.object({ kind: z.literal('text') })
])
export type PolicyRule = z.infer<typeof policyRule>

export const getPolicy = endpoint({
  method: 'get',
  path: '/api/staff/policy',
  summary: 'The policy in force and its defaults',
  answer: z.object({
    policy: z.record(z.string(), z.unknown()),
    defaults: z.record(z.string(), z.unknown()),
    /** By path, such as `rating.prior` or `levels.*.daily`. */
    rules: z.record(z.string(), policyRule),
    /** Top-level keys that differ from the defaults. */
    changed: z.array(z.string())
  }),
  statuses: [200]
})

export const tryPolicy = endpoint({
  method: 'post',
  path: '/api/staff/policy/what-if',
  summary: 'Levels and unlocked requests as they would be now under a changed policy; nothing is changed',
  body: z.object({ policy: z.record(z.string(), z.unknown()) }),
  answer: z.object({
    partners: z.number(),
    levels: z.array(z.object({ level: z.number(), now: z.number(), then: z.number() })),
    /** Open requests that are unlocked for a level at this moment. */
    unlocked: z.array(z.object({ level: z.number(), now: z.number(), then: z.number() })),
    up: z.number(),
    down: z.number(),
    /** At most 200, those that lose or gain most first. */
    moved: z.array(
      onePartner.extend({ before: z.number(), after: z.number(), lowBefore: z.number(), lowAfter: z.number() })
    )
  }),
  statuses: [200]
})

export const analytics = z.object({
  from: z.string(),
  to: z.string(),
  byState: z.array(z.object({ state: z.enum(REQUEST_STATES), requests: z.number() })),
  byCountry: z.array(
    z.object({
      country: z.string(),
      requests: z.number(),
      released: z.number(),
      reservations: z.number(),
      won: z.number(),
      lost: z.number()
    })
  ),
  byDay: z.array(
    z.object({ day: z.string(), received: z.number(), released: z.number(), reservations: z.number(), won: z.number() })
  ),
  reservations: z.array(z.object({ outcome: z.enum(OUTCOMES), count: z.number() })),
  /** Minutes from the release to the first reservation. */
  firstReservation: z.object({
    requests: z.number(),
    waiting: z.number(),
    median: z.number().nullable(),
    p90: z.number().nullable()
  }),
  held: z.number(),
  openDisputes: z.number(),
  pendingWins: z.number(),
  failedWebhooks: z.number()
})
export type Analytics = z.infer<typeof analytics>

export const getAnalytics = endpoint({
  method: 'get',
  path: '/api/staff/analytics',
  summary: 'Counts of the requests received in a span of time, 30 days unless told, and what waits for staff now',
  query: z.object({ from: instant.optional(), to: instant.optional() }),
  answer: analytics,
  statuses: [200]
})
