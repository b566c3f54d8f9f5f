import { z } from 'zod'
import { DELIVERY_STATES, DISPUTE_REASONS, OUTCOMES, SEMANTICS } from '../codes.ts'
import { endpoint } from './endpoint.ts'
import { unlockedRequest } from './requests.ts'
import { commaList, contact, opaqueId, optionalText, pageLimit, portalFailure, text } from './values.ts'

export const crmLink = z.object({
  entityTypeId: z.number(),
  id: z.number(),
  stageName: z.string(),
  semantic: z.enum(SEMANTICS),
  url: z.string()
})

export const delivery = z.object({
  state: z.enum(DELIVERY_STATES),
  attempts: z.number(),
  /** What went wrong, in the portal's own words where it gave any. */
  error: z.string().optional(),
  failure: portalFailure.optional(),
  nextAttemptAt: z.string().optional()
})

export const reservation = z.object({
  id: z.string(),
  requestId: z.string(),
  number: z.string(),
  slot: z.number(),
  outcome: z.enum(OUTCOMES),
  reservedAt: z.string(),
  reservedBy: z.object({ id: z.number(), name: z.string() }),
  delivery,
  crm: crmLink.nullable(),
  closedAt: z.string().optional(),
  voidReason: z.string().optional(),
  review: z.literal('win_pending').optional(),
  firstContactBy: z.string(),
  /** The client asked for it, or the time is over: the partner has to delete its copy, too. */
  erasedAt: z.string().optional(),
  /** When the partner confirmed that it has. */
  erasureConfirmedAt: z.string().optional(),
  dispute: z
    .object({
      reason: z.enum(DISPUTE_REASONS),
      state: z.string(),
      createdAt: z.string(),
      decidedAt: z.string().optional(),
      /** Staff's words about it. */
      decision: z.string().optional()
    })
    .optional()
})
export type Reservation = z.infer<typeof reservation>

export const historyEntry = z.object({
  at: z.string(),
  /** Such as `reserved`, `delivered`, `stage_moved`, `outcome_changed`. */
  kind: z.string(),
  /** What made it happen: `agent`, `worker`, `event`, `sweep`, `staff`, `purchase`, `time`. */
  cause: z.string(),
  by: z.string().nullable(),
  /** Beside a failure: what the portal said. */
  detail: z.string().nullable(),
  failure: portalFailure.nullable()
})

export const ownReservation = reservation.extend({
  /** Null once the client's data was erased. */
  contact: contact.nullable(),
  request: unlockedRequest
    .omit({ unlocked: true, mine: true, why: true })
    .partial({ summary: true, description: true }),
  history: z.array(historyEntry)
})
export type OwnReservation = z.infer<typeof ownReservation>

export const reserveRequest = endpoint({
  method: 'post',
  path: '/api/requests/:id/reservation',
  summary: 'Takes one of the slots, reveals the contact and queues the delivery; repeating it changes nothing',
  params: opaqueId,
  body: z
    .object({ acceptContactRules: z.string().max(40).nullish() })
    .optional()
    .default({}),
  answer: z.object({ reservation, contact: contact.nullable() }),
  statuses: [201, 200]
})

export const listReservations = endpoint({
  method: 'get',
  path: '/api/reservations',
  summary: 'The partner’s reservations, newest first',
  query: z.object({
    outcome: commaList(z.enum(OUTCOMES)).optional(),
    q: z.string().trim().max(200).optional(),
    /** The reservation of a CRM item of the calling portal, also after a lead became a deal. */
    entityTypeId: z.coerce.number().int().positive().optional(),
    crmId: z.coerce.number().int().positive().optional(),
    limit: pageLimit,
    cursor: z.string().max(400).optional()
  }),
  answer: z.object({ items: z.array(ownReservation), nextCursor: z.string().nullable() }),
  statuses: [200]
})

export const getReservation = endpoint({
  method: 'get',
  path: '/api/reservations/:id',
  summary: 'One reservation with its contact, delivery, CRM item and history',
  params: opaqueId,
  answer: ownReservation,
  statuses: [200]
})

export const redeliver = endpoint({
  method: 'post',
  path: '/api/reservations/:id/delivery',
  summary: 'Sends again after a failure; never makes a second CRM item',
  params: opaqueId,
  answer: ownReservation,
  statuses: [200]
})

export const disputeReservation = endpoint({
  method: 'post',
  path: '/api/reservations/:id/dispute',
  summary: 'Asks staff to void the reservation',
  params: opaqueId,
  body: z.object({ reason: z.enum(DISPUTE_REASONS), comment: text(2000).or(optionalText(2000)) }),
  answer: z.object({ id: z.string(), reason: z.enum(DISPUTE_REASONS), state: z.string(), createdAt: z.string() }),
  statuses: [201]
})
