import { z } from 'zod'
import { related } from './console-requests.ts'
import { listQuery, onePartner } from './console.ts'
import { endpoint } from './endpoint.ts'
import { limits } from './session.ts'
import { opaqueId } from './values.ts'

/** Why a partner does not see a request, or can't have it. `hides`: it sees nothing; `blocks`: it can't reserve. */
export const VISIBILITY_REASONS = [
  'held',
  'dropped',
  'merged',
  'withdrawn',
  'erased',
  'expired',
  'full',
  'outside_locations',
  'partner_terminated',
  'partner_suspended',
  'partner_not_approved',
  'partner_not_certified',
  'not_linked',
  'not_installed',
  'portal_trouble',
  'locked',
  'own_request',
  'daily_limit',
  'in_work_limit',
  'paused',
  'filtered'
] as const
export type VisibilityReason = (typeof VISIBILITY_REASONS)[number]

/** What is checked, in the order in which staff would look. */
export const VISIBILITY_RULES = [
  'state',
  'slots',
  'expiry',
  'place',
  'membership',
  'certificate',
  'suspension',
  'portal',
  'unlock',
  'own_request',
  'daily_limit',
  'in_work_limit',
  'connection',
  'pause',
  'filters'
] as const
export type VisibilityRule = (typeof VISIBILITY_RULES)[number]

export const visibility = z.object({
  request: related,
  partner: onePartner.extend({ homeCountry: z.string(), level: z.number(), locations: z.array(z.string()) }),
  portals: z.array(
    z.object({ memberId: z.string(), domain: z.string(), status: z.string(), trouble: z.string().nullable() })
  ),
  /** What the partner gets to see now. */
  sees: z.enum(['nothing', 'locked_card', 'full_card', 'reservation']),
  mayReserve: z.boolean(),
  unlocksAt: z.string().nullable(),
  unlocksNowAtLevel: z.number().nullable(),
  reservationId: z.string().nullable(),
  reasons: z.array(
    z.object({
      code: z.enum(VISIBILITY_REASONS),
      rule: z.enum(VISIBILITY_RULES),
      /** `hides` it, `locks` it, `blocks` reserving, or only keeps notices away (`quiets`). */
      effect: z.enum(['hides', 'locks', 'blocks', 'quiets']),
      until: z.string().nullable(),
      /** What is behind it, in codes and numbers. */
      facts: z
        .object({ held: z.array(z.string()), level: z.number(), domains: z.array(z.string()), trouble: z.string() })
        .partial()
    })
  ),
  /** Every rule and what came of it; `unasked` when the question does not arise. */
  rules: z.array(z.object({ rule: z.enum(VISIBILITY_RULES), verdict: z.enum(['passed', 'against', 'unasked']) })),
  /** What the rules looked at. */
  facts: z.object({
    place: z.object({ country: z.string(), subdivision: z.string().nullable() }),
    /** The location of the partner that covers the request. */
    location: z.string().nullable(),
    releasedAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
    slots: z.object({ taken: z.number(), max: z.number() }),
    certifiedAt: z.string().nullable(),
    limits
  })
})
export type Visibility = z.infer<typeof visibility>

export const getVisibility = endpoint({
  method: 'get',
  path: '/api/staff/requests/:id/visibility',
  summary: 'Why a partner sees this request or does not',
  params: opaqueId,
  query: z.object({ partner: z.string().min(1).max(100) }),
  answer: visibility,
  statuses: [200]
})

export const audienceMember = z.object({
  partner: onePartner,
  level: z.number(),
  /** The location of the partner that covers the request. */
  location: z.string(),
  eligible: z.boolean(),
  reasons: z.array(z.string()),
  installedPortals: z.number(),
  unlocksAt: z.string().nullable(),
  unlocked: z.boolean(),
  reservationId: z.string().nullable(),
  reservedAt: z.string().nullable()
})

export const listAudience = endpoint({
  method: 'get',
  path: '/api/staff/requests/:id/audience',
  summary: 'Partners whose locations cover the request, and when it unlocks for each',
  params: opaqueId,
  query: listQuery,
  answer: z.object({ items: z.array(audienceMember), nextCursor: z.string().nullable() }),
  statuses: [200]
})
