import { z } from 'zod'
import { PARTNER_STATUSES } from '../codes.ts'
import { endpoint } from './endpoint.ts'

const allowance = z.object({ used: z.number(), max: z.number() })
export const limits = z.object({
  daily: allowance,
  inWork: allowance,
  /** When the next reservation of the rolling 24 hours becomes free. */
  dailyFreeAt: z.string().nullish()
})
export type Limits = z.infer<typeof limits>

export const me = z.object({
  user: z.object({ id: z.number(), name: z.string(), isAdmin: z.boolean() }),
  portal: z.object({ memberId: z.string(), domain: z.string(), installed: z.boolean() }),
  partner: z
    .object({
      code: z.string(),
      name: z.string(),
      status: z.enum(PARTNER_STATUSES),
      homeCountry: z.string(),
      eligible: z.boolean(),
      /** Why it is not eligible; `until` tells the end of a temporary suspension. */
      reasons: z.array(z.string()),
      until: z.string().nullable()
    })
    .nullable(),
  level: z.number().nullable(),
  limits: limits.nullable(),
  locations: z.array(z.string()),
  staff: z.boolean(),
  lang: z.string(),
  contactRules: z.object({ version: z.string(), accepted: z.boolean() }),
  mayReserve: z.boolean(),
  pausedUntil: z.string().nullable(),
  /** Whether this user has seen, or closed, the guided tour. */
  tourSeen: z.boolean(),
  /** Something that an admin has to mend, such as a portal without a working token. */
  trouble: z.array(z.string())
})
export type Me = z.infer<typeof me>

export const openSession = endpoint({
  method: 'post',
  path: '/api/session',
  summary: 'Trades the access token of the opening user for a session of at most 60 minutes',
  body: z.object({
    memberId: z.string().min(1).max(64),
    domain: z.string().min(1).max(255),
    accessToken: z.string().min(1).max(512),
    serverEndpoint: z.string().max(255).nullish(),
    lang: z.string().max(20).nullish()
  }),
  answer: z.object({ token: z.string(), expiresAt: z.string(), me }),
  statuses: [200]
})

export const getMe = endpoint({
  method: 'get',
  path: '/api/me',
  summary: 'Who is calling, for which portal and partner, with which limits',
  answer: me,
  statuses: [200]
})

export const markTour = endpoint({
  method: 'post',
  path: '/api/me/tour',
  summary: 'Remembers that the user has seen the guided tour',
  answer: z.object({ tourSeen: z.literal(true) }),
  statuses: [200]
})
