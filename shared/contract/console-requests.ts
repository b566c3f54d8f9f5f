import { z } from 'zod'
import {
  DELIVERY_STATES,
  DISPUTE_REASONS,
  HELD_REASONS,
  OUTCOMES,
  REQUEST_STATES,
  SEMANTICS,
  VALUE_CLASSES
} from '../codes.ts'
import { auditEntry, listQuery, onePartner, reasonBody, searchQuery } from './console.ts'
import { endpoint } from './endpoint.ts'
import { historyEntry } from './reservations.ts'
import { commaList, contact, countryCode, money, opaqueId, portalFailure, service, text } from './values.ts'

export const related = z.object({ id: z.string(), number: z.string(), state: z.enum(REQUEST_STATES) })

/** A request as staff see it in lists: scrubbed, without its contact. */
export const staffRequest = z.object({
  id: z.string(),
  number: z.string(),
  externalId: z.string(),
  state: z.enum(REQUEST_STATES),
  services: z.array(service),
  summary: z.string(),
  location: z.object({ country: z.string(), subdivision: z.string().nullable(), city: z.string().nullable() }),
  valueClass: z.enum(VALUE_CLASSES),
  slots: z.object({ taken: z.number(), max: z.number() }),
  source: z.string().nullable(),
  receivedAt: z.string(),
  releasedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  closedAt: z.string().nullable()
})
export type StaffRequest = z.infer<typeof staffRequest>

export const heldNote = z.object({ reason: z.enum(HELD_REASONS), evidence: z.record(z.string(), z.unknown()) })

export const heldRequest = staffRequest.extend({
  description: z.string(),
  languages: z.array(z.string()),
  reasons: z.array(heldNote),
  /** The earlier request of the same client, when it looks like a duplicate. */
  original: related.extend({ receivedAt: z.string(), summary: z.string() }).nullable(),
  /** False without the client's consent: nobody can release it. */
  releasable: z.boolean()
})
export type HeldRequest = z.infer<typeof heldRequest>

export const listHeldRequests = endpoint({
  method: 'get',
  path: '/api/staff/held-requests',
  summary: 'What waits for a decision of staff, the oldest first',
  query: listQuery.extend({ reason: z.enum(HELD_REASONS).optional() }),
  answer: z.object({ items: z.array(heldRequest), nextCursor: z.string().nullable(), total: z.number() }),
  statuses: [200]
})

export const listStaffRequests = endpoint({
  method: 'get',
  path: '/api/staff/requests',
  summary: 'All requests, the newest first; `q` is a number, an externalId or words of the scrubbed text',
  query: listQuery.extend({
    state: commaList(z.enum(REQUEST_STATES)).optional(),
    country: countryCode.optional(),
    q: searchQuery.optional()
  }),
  answer: z.object({ items: z.array(staffRequest), nextCursor: z.string().nullable() }),
  statuses: [200]
})

export const findByExternalId = endpoint({
  method: 'post',
  path: '/api/staff/requests/by-external-id',
  summary: 'The request that a sender calls so. In a body, for an externalId may look like a phone number or an e-mail',
  body: z.object({ externalId: text(200) }),
  answer: z.object({ items: z.array(staffRequest) }),
  statuses: [200]
})

const storyReservation = z.object({
  id: z.string(),
  slot: z.number(),
  partner: onePartner,
  portal: z.object({ memberId: z.string(), domain: z.string().nullable() }),
  reservedAt: z.string(),
  reservedBy: z.object({ id: z.number(), name: z.string() }),
  outcome: z.enum(OUTCOMES),
  closedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
  review: z.literal('win_pending').nullable(),
  delivery: z.object({
    state: z.enum(DELIVERY_STATES),
    attempts: z.number(),
    error: z.string().nullable(),
    failure: portalFailure.nullable(),
    deliveredAt: z.string().nullable()
  }),
  crm: z
    .object({
      entityTypeId: z.number(),
      id: z.number(),
      stageName: z.string().nullable(),
      semantic: z.enum(SEMANTICS).nullable()
    })
    .nullable(),
  dispute: z
    .object({ id: z.string(), reason: z.enum(DISPUTE_REASONS), comment: z.string().nullable(), state: z.string() })
    .nullable(),
  /** When the partner confirmed that it deleted its copy of an erased client's data. */
  erasureConfirmedAt: z.string().nullable(),
  history: z.array(historyEntry)
})

const recipient = z.object({
  at: z.string(),
  kind: z.string(),
  partner: onePartner.nullable(),
  memberId: z.string().nullable(),
  domain: z.string().nullable(),
  userId: z.number().nullable(),
  userName: z.string().nullable()
})

/** One thing that happened to a request, whoever did it; `kind` as in the history or the audit log. */
const storyEvent = z.object({
  at: z.string(),
  kind: z.string(),
  by: z.string().nullable(),
  partnerCode: z.string().nullable(),
  reservationId: z.string().nullable(),
  /** The original's number, when this duplicate was merged. */
  into: z.string().nullable(),
  detail: z.string().nullable(),
  failure: portalFailure.nullable()
})

export const requestStory = staffRequest.extend({
  description: z.string(),
  languages: z.array(z.string()),
  client: z.object({
    role: z.string().nullable(),
    companySize: z.string().nullable(),
    industry: z.string().nullable()
  }),
  users: z.number().nullable(),
  budget: money.nullable(),
  timeframe: z.string().nullable(),
  edition: z.string().nullable(),
  consent: z.object({ given: z.boolean(), textVersion: z.string().nullable(), at: z.string().nullable() }),
  erasedAt: z.string().nullable(),
  /** Why it is held, or was before staff released it. */
  reasons: z.array(heldNote),
  original: related.nullable(),
  mergedInto: related.nullable(),
  merged: z.array(related.extend({ externalId: z.string() })),
  /** When it unlocked, or will, for partners of each level. */
  unlocks: z.array(z.object({ level: z.number(), at: z.string(), partners: z.number() })),
  reservations: z.array(storyReservation),
  /** Everybody who was shown the contact. */
  recipients: z.array(recipient),
  timeline: z.array(storyEvent),
  audit: z.array(auditEntry)
})
export type RequestStory = z.infer<typeof requestStory>

export const getRequestStory = endpoint({
  method: 'get',
  path: '/api/staff/requests/:id',
  summary: 'One request from its arrival to its outcomes, without the contact',
  params: opaqueId,
  answer: requestStory,
  statuses: [200]
})

/** A client in all of its requests, and everybody who was shown its data. */
export const clientRecord = z.object({
  by: z.enum(['email', 'phone']),
  requests: z.array(staffRequest),
  recipients: z.array(recipient.extend({ requestId: z.string(), number: z.string() }))
})
export type ClientRecord = z.infer<typeof clientRecord>

export const findClient = endpoint({
  method: 'post',
  path: '/api/staff/clients/search',
  summary:
    'Finds a client by e-mail or phone through keyed fingerprints; the look is audited, what was asked is not kept',
  body: reasonBody.extend({ q: text(200) }),
  answer: clientRecord,
  statuses: [200]
})

export const viewContact = endpoint({
  method: 'post',
  path: '/api/staff/requests/:id/contact',
  summary: 'The contact and the text as the client wrote it; the look is audited with its reason',
  params: opaqueId,
  body: reasonBody,
  answer: z.object({
    contact,
    original: z.object({ summary: z.string(), description: z.string().nullable() })
  }),
  statuses: [200]
})

const action = <Path extends string>(path: Path, summary: string) =>
  endpoint({
    method: 'post',
    path: `/api/staff/requests/:id/${path}`,
    summary,
    params: opaqueId,
    body: reasonBody,
    answer: staffRequest,
    statuses: [200]
  })

export const releaseRequest = action('release', 'Opens a held request to partners')
export const dropRequest = action('drop', 'Closes a held request that is none')
export const withdrawRequest = action('withdraw', 'No new reservations; reserving partners are told')
export const eraseRequest = action(
  'erase',
  'Destroys the contact and all free text; partners are told to delete theirs'
)

export const mergeRequest = endpoint({
  method: 'post',
  path: '/api/staff/requests/:id/merge',
  summary: 'Closes a held duplicate in favour of its original; both externalIds answer for the original',
  params: opaqueId,
  body: reasonBody.extend({ into: text(64) }),
  answer: staffRequest,
  statuses: [200]
})
