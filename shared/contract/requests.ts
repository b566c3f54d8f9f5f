import { z } from 'zod'
import { FEED_SORTS, REQUEST_STATES, VALUE_CLASSES } from '../codes.ts'
import { endpoint } from './endpoint.ts'
import { commaList, languageTag, locationCode, opaqueId, pageLimit, service } from './values.ts'

const slots = z.object({ taken: z.number(), max: z.number() })

export const unlockedRequest = z.object({
  id: z.string(),
  number: z.string(),
  services: z.array(service),
  summary: z.string(),
  description: z.string(),
  location: z.object({
    country: z.string(),
    subdivision: z.string().optional(),
    subdivisionName: z.string().optional(),
    city: z.string().optional()
  }),
  languages: z.array(z.string()),
  client: z.object({
    role: z.string().optional(),
    companySize: z.string().optional(),
    industry: z.string().optional()
  }),
  users: z.number().optional(),
  budget: z.object({ amount: z.number(), currency: z.string() }).optional(),
  timeframe: z.string().optional(),
  edition: z.string().optional(),
  source: z.string().optional(),
  valueClass: z.enum(VALUE_CLASSES),
  releasedAt: z.string(),
  expiresAt: z.string(),
  state: z.enum(REQUEST_STATES),
  slots,
  unlocked: z.literal(true),
  mine: z.string().nullable(),
  /** Why it is shown: codes such as `location:DE`, `service:training`. */
  why: z.array(z.string())
})
export type UnlockedRequest = z.infer<typeof unlockedRequest>

/** All that a partner may know before the request unlocks for its level. */
export const lockedRequest = z.object({
  id: z.string(),
  number: z.string(),
  services: z.array(service),
  location: z.object({ country: z.string() }),
  valueClass: z.enum(VALUE_CLASSES),
  releasedAt: z.string(),
  slots,
  unlocked: z.literal(false),
  unlocksAt: z.string(),
  unlocksNowAtLevel: z.number()
})
export type LockedRequest = z.infer<typeof lockedRequest>

export const feedRequest = z.discriminatedUnion('unlocked', [unlockedRequest, lockedRequest])
export type FeedRequest = z.infer<typeof feedRequest>

export const feedQuery = z.object({
  services: commaList(service).optional(),
  locations: commaList(locationCode).optional(),
  languages: commaList(languageTag).optional(),
  valueClass: commaList(z.enum(VALUE_CLASSES)).optional(),
  unlocked: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  freeSlotsMin: z.coerce.number().int().min(0).max(5).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  q: z.string().trim().max(200).optional(),
  /** Only these, as far as they are still to be seen; the other filters then only count. */
  ids: commaList(z.string().max(64)).optional(),
  sort: z.enum(FEED_SORTS).default('newest'),
  limit: pageLimit,
  cursor: z.string().max(400).optional()
})
export type FeedQuery = z.infer<typeof feedQuery>

export const feedPage = z.object({
  items: z.array(feedRequest),
  nextCursor: z.string().nullable(),
  /** Counted up to 1,000 a location, so that a page costs the same whatever there is. */
  counts: z.object({ unlocked: z.number(), locked: z.number() })
})
export type FeedPage = z.infer<typeof feedPage>

export const listRequests = endpoint({
  method: 'get',
  path: '/api/requests',
  summary: 'Open requests of the partner’s locations, without contact data',
  query: feedQuery,
  answer: feedPage,
  statuses: [200]
})

export const getRequest = endpoint({
  method: 'get',
  path: '/api/requests/:id',
  summary: 'One request, locked ones in the locked shape',
  params: opaqueId,
  answer: feedRequest,
  statuses: [200]
})
