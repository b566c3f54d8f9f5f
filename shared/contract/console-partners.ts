import { z } from 'zod'
import { OUTCOMES, PARTNER_STATUSES } from '../codes.ts'
import { listQuery, onePartner, reasonBody } from './console.ts'
import { endpoint } from './endpoint.ts'
import { limits } from './session.ts'
import { countryCode, instant } from './values.ts'

export const PARTNER_STATES = ['active', 'suspended', 'terminated', 'not_approved', 'not_certified'] as const

const suspension = z.object({
  /** Pushed with the registry's record, or set in this console. */
  by: z.enum(['registry', 'staff']),
  until: z.string(),
  reason: z.string().nullable()
})

export const staffPartner = onePartner.extend({
  homeCountry: z.string(),
  approved: z.boolean(),
  certifiedAt: z.string().nullable(),
  eligible: z.boolean(),
  /** The gravest first, such as `partner_suspended`. */
  reasons: z.array(z.string()),
  suspensions: z.array(suspension),
  terminatedAt: z.string().nullable(),
  level: z.number(),
  rating: z.number().nullable(),
  portals: z.object({ installed: z.number(), troubled: z.number(), total: z.number() }),
  updatedAt: z.string()
})
export type StaffPartner = z.infer<typeof staffPartner>

export const listPartners = endpoint({
  method: 'get',
  path: '/api/staff/partners',
  summary: 'Partners by code; `q` is a part of the code or the name',
  query: listQuery.extend({
    q: z.string().trim().max(100).optional(),
    status: z.enum(PARTNER_STATUSES).optional(),
    state: z.enum(PARTNER_STATES).optional(),
    country: countryCode.optional()
  }),
  answer: z.object({ items: z.array(staffPartner), nextCursor: z.string().nullable() }),
  statuses: [200]
})

export const staffPartnerDetail = staffPartner.extend({
  email: z.string().nullable(),
  domains: z.array(z.string()),
  timeZone: z.string().nullable(),
  certifiedUsers: z.array(z.object({ portal: z.string(), userId: z.number() })),
  locations: z.array(z.string()),
  limits,
  record: z
    .object({
      score: z.number(),
      low: z.number(),
      rating: z.number(),
      matured: z.number(),
      won: z.number(),
      lost: z.number(),
      updatedAt: z.string()
    })
    .nullable(),
  reservations: z.array(z.object({ outcome: z.enum(OUTCOMES), count: z.number() })),
  installations: z.array(
    z.object({
      memberId: z.string(),
      domain: z.string(),
      status: z.enum(['new', 'installed', 'uninstalled']),
      /** Why it can't be worked with, such as `no_token`. */
      trouble: z.string().nullable(),
      linkedBy: z.enum(['registry', 'code']).nullable(),
      crmMode: z.enum(['classic', 'simple']).nullable(),
      licence: z.string().nullable(),
      lang: z.string(),
      installedAt: z.string().nullable(),
      uninstalledAt: z.string().nullable(),
      pausedUntil: z.string().nullable(),
      deliveries: z.object({ waiting: z.number(), refused: z.number(), parked: z.number() })
    })
  ),
  /** Digests of new requests; `enabled` is false where no mail server is configured. */
  mail: z.object({
    enabled: z.boolean(),
    optedOut: z.boolean(),
    lastSentAt: z.string().nullable(),
    lastError: z.string().nullable()
  }),
  /** Portals that the registry names and that have not opened the app yet. */
  missingPortals: z.array(z.string())
})
export type StaffPartnerDetail = z.infer<typeof staffPartnerDetail>

const byCode = z.object({ code: z.string().min(1).max(100) })

export const getPartner = endpoint({
  method: 'get',
  path: '/api/staff/partners/:code',
  summary: 'A partner with its rating, limits, locations and installations',
  params: byCode,
  answer: staffPartnerDetail,
  statuses: [200]
})

export const suspendPartner = endpoint({
  method: 'post',
  path: '/api/staff/partners/:code/suspension',
  summary: 'Suspends from new requests until a time or for good; the partner reads the reason',
  params: byCode,
  body: reasonBody.extend({ until: z.union([z.literal('permanent'), instant]) }),
  answer: staffPartnerDetail,
  statuses: [200]
})

export const liftSuspension = endpoint({
  method: 'post',
  path: '/api/staff/partners/:code/suspension/lift',
  summary: 'Ends whatever suspends the partner now; a later push of the registry may suspend anew',
  params: byCode,
  body: reasonBody,
  answer: staffPartnerDetail,
  statuses: [200]
})
