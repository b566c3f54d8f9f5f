import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { INSTALLATION_STEPS } from './installation.ts'
import { pageLimit, portalFailure } from './values.ts'

/** How the road between the app and the portal is: for its admins, who can mend most troubles themselves. */
export const connection = z.object({
  portal: z.object({
    domain: z.string(),
    /** Such as `no_token`, `payment_required`, `no_rest`, `portal_deleted`, `overload`, `disconnected`. */
    trouble: z.string().nullable(),
    installedAt: z.string().nullable(),
    crmMode: z.enum(['classic', 'simple']).nullable(),
    /** Bitrix24 has blocked the app by hand: nothing is called before, unless an admin asks to check again. */
    heldUntil: z.string().nullable()
  }),
  /** The step of the installation that the portal refuses, in its own words; repeated by "check again". */
  refusedStep: z.object({ step: z.enum(INSTALLATION_STEPS), detail: z.string().nullable() }).nullable(),
  tokens: z.array(z.object({ userId: z.number(), works: z.boolean(), expiresAt: z.string(), renewedAt: z.string() })),
  queue: z.object({ waiting: z.number(), oldestDueAt: z.string().nullable() }),
  deliveries: z.object({ pending: z.number(), retrying: z.number(), refused: z.number(), parked: z.number() }),
  nextSweepAt: z.string().nullable(),
  /** Calls in the leaky bucket now; the portal blocks above its own limit. */
  rate: z.object({ level: z.number(), burst: z.number(), perSecond: z.number() }),
  /** Methods that use a good part of their operating time of ten minutes. */
  operating: z.array(z.object({ method: z.string(), seconds: z.number(), limit: z.number(), resetAt: z.string() })),
  blockedMethods: z.array(z.object({ method: z.string(), until: z.string() })),
  /** `detail` is technical: what the portal or the network said. */
  lastError: z.object({ at: z.string(), method: z.string(), failure: portalFailure, detail: z.string() }).nullable()
})
export type Connection = z.infer<typeof connection>

export const getConnection = endpoint({
  method: 'get',
  path: '/api/connection',
  summary: 'Tokens, queue, limits and last error of the portal’s connection (admin)',
  answer: connection,
  statuses: [200]
})

export const checkConnection = endpoint({
  method: 'post',
  path: '/api/connection/check',
  summary: 'Looks at the portal again: what is missing there is put back, what waits for it goes on (admin)',
  answer: connection,
  statuses: [202]
})

export const portalCall = z.object({
  id: z.string(),
  at: z.string(),
  method: z.string(),
  durationMs: z.number(),
  outcome: z.string(),
  failure: portalFailure.nullable(),
  detail: z.string().nullable()
})
export type PortalCall = z.infer<typeof portalCall>

export const listPortalCalls = endpoint({
  method: 'get',
  path: '/api/connection/calls',
  summary: 'REST calls of the last three days, newest first; secrets and contact data are never in them (admin)',
  query: z.object({
    q: z.string().trim().max(100).optional(),
    outcome: z.enum(['ok', 'failed']).optional(),
    limit: pageLimit,
    cursor: z.string().max(64).optional()
  }),
  answer: z.object({ items: z.array(portalCall), nextCursor: z.string().nullable() }),
  statuses: [200]
})
