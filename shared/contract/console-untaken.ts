import { z } from 'zod'
import { staffRequest } from './console-requests.ts'
import { listQuery } from './console.ts'
import { endpoint } from './endpoint.ts'

/** Why nobody has reserved a request, as far as the app can tell. */
export const UNTAKEN_REASONS = ['nobody_covers', 'nobody_eligible', 'all_locked', 'not_chosen'] as const
export type UntakenReason = (typeof UNTAKEN_REASONS)[number]

export const untakenRequest = staffRequest.extend({
  reason: z.enum(UNTAKEN_REASONS),
  /** Numbers of partners now. */
  reach: z.object({
    /** Their locations cover it. */
    covering: z.number(),
    /** Of these, those who may take part and have the app: the request is unlocked for them, or still locked. */
    unlocked: z.number(),
    locked: z.number()
  }),
  /** When it unlocks for the next of those for whom it is locked. */
  nextUnlockAt: z.string().nullable()
})
export type UntakenRequest = z.infer<typeof untakenRequest>

export const listUntaken = endpoint({
  method: 'get',
  path: '/api/staff/untaken-requests',
  summary: 'Open requests that nobody has reserved for longer than the policy’s time, the oldest first, and why',
  query: listQuery,
  /** `hours`: the policy’s time. */
  answer: z.object({
    items: z.array(untakenRequest),
    nextCursor: z.string().nullable(),
    total: z.number(),
    hours: z.number()
  }),
  statuses: [200]
})
