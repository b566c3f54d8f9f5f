import { z } from 'zod'
import { DISPUTE_REASONS, OUTCOMES } from '../codes.ts'
import { listQuery, onePartner, reasonBody } from './console.ts'
import { endpoint } from './endpoint.ts'
import { opaqueId } from './values.ts'

export const reviewedReservation = z.object({
  id: z.string(),
  requestId: z.string(),
  number: z.string(),
  partner: onePartner,
  memberId: z.string(),
  reservedAt: z.string(),
  outcome: z.enum(OUTCOMES),
  review: z.literal('win_pending').nullable(),
  crmStageName: z.string().nullable()
})

export const staffDispute = z.object({
  id: z.string(),
  reason: z.enum(DISPUTE_REASONS),
  comment: z.string().nullable(),
  state: z.enum(['open', 'upheld', 'rejected']),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** The words that the partner reads. */
  decision: z.string().nullable(),
  reservation: reviewedReservation
})
export type StaffDispute = z.infer<typeof staffDispute>

export const listDisputes = endpoint({
  method: 'get',
  path: '/api/staff/disputes',
  summary: 'Disputes, the oldest open ones first',
  query: listQuery.extend({ state: z.enum(['open', 'upheld', 'rejected']).default('open') }),
  answer: z.object({ items: z.array(staffDispute), nextCursor: z.string().nullable() }),
  statuses: [200]
})

export const decideDispute = endpoint({
  method: 'post',
  path: '/api/staff/disputes/:id/decision',
  summary: 'Upheld: the reservation is void. Rejected: it counts on; the partner reads the reason',
  params: opaqueId,
  body: reasonBody.extend({ decision: z.enum(['upheld', 'rejected']) }),
  answer: staffDispute,
  statuses: [200]
})

export const pendingWin = reviewedReservation.extend({
  /** `too_young`, `no_activity`, `proof_missing`, `proof_reused`, `refuted`. */
  doubt: z.string().nullable(),
  since: z.string().nullable()
})

export const listPendingWins = endpoint({
  method: 'get',
  path: '/api/staff/pending-wins',
  summary: 'Wins in a CRM that do not count yet, with the doubt about each',
  query: listQuery,
  answer: z.object({ items: z.array(pendingWin), nextCursor: z.string().nullable() }),
  statuses: [200]
})

export const decideWin = endpoint({
  method: 'post',
  path: '/api/staff/reservations/:id/win',
  summary: 'Vouches for a pending win, or refuses it; the CRM is looked at anew',
  params: opaqueId,
  body: reasonBody.extend({ decision: z.enum(['confirm', 'refuse']) }),
  answer: reviewedReservation,
  statuses: [202]
})

export const voidReservation = endpoint({
  method: 'post',
  path: '/api/staff/reservations/:id/void',
  summary: 'Takes a reservation out of the count for good; its slot stays taken',
  params: opaqueId,
  body: reasonBody,
  answer: reviewedReservation,
  statuses: [200]
})
