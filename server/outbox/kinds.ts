import { z } from 'zod'

/** Kinds of background work and what each needs to know. No contact data: the job reads it when it runs. */
export const JOB_KINDS = {
  'delivery.send': z.object({ reservationId: z.string() }),
  'reservation.void': z.object({ reservationId: z.string(), reason: z.enum(['withdrawn']) }),
  'outcome.sync': z.object({ memberId: z.string(), cause: z.enum(['event', 'sweep', 'purchase', 'time', 'staff']) }),
  'portal.reconcile': z.object({ memberId: z.string() }),
  'token.renew': z.object({ memberId: z.string(), userId: z.number() }),
  'portal.verify': z.object({ memberId: z.string() }),
  'rating.recalculate': z.object({ partnerCode: z.string() }),
  'card.note': z.object({ reservationId: z.string(), note: z.enum(['withdrawn', 'erased']) }),
  'card.badge': z.object({ reservationId: z.string() }),
  'robot.answer': z.object({
    memberId: z.string(),
    eventToken: z.string(),
    /** Null when the robot runs on something else than a lead or a deal. */
    card: z.object({ entityTypeId: z.number(), entityId: z.number() }).nullable()
  }),
  'agent.notify': z.object({
    memberId: z.string(),
    subjectId: z.string(),
    /** The subject: a request, a reservation, the first release of a digest, the user of a test. */
    notice: z.enum([
      'request_new',
      'requests_digest',
      'request_withdrawn',
      'request_erased',
      'delivery_refused',
      'test'
    ])
  }),
  /** The partner has risen: what was planned for its old level may come earlier. */
  'notices.advance': z.object({ partnerCode: z.string() }),
  'intake.read': z.object({ source: z.string(), itemId: z.number() }),
  'mail.digest': z.object({ partnerCode: z.string() }),
  'journal.empty': z.object({})
} as const

export type JobKind = keyof typeof JOB_KINDS
export type JobPayload<Kind extends JobKind> = z.infer<(typeof JOB_KINDS)[Kind]>
