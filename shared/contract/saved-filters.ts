import { z } from 'zod'
import { FEED_SORTS, VALUE_CLASSES } from '../codes.ts'
import { endpoint } from './endpoint.ts'
import { languageTag, locationCode, opaqueId, service, text } from './values.ts'

/** What the filters of the feed hold. */
export const feedFilters = z.object({
  services: z.array(service).max(100),
  locations: z.array(locationCode).max(100),
  languages: z.array(languageTag).max(100),
  valueClass: z.array(z.enum(VALUE_CLASSES)).max(10),
  freeSlotsMin: z.number().int().min(0).max(5),
  maxAgeDays: z.number().int().min(0).max(365),
  onlyUnlocked: z.boolean(),
  q: z.string().trim().max(200),
  sort: z.enum(FEED_SORTS)
})
export type FeedFilters = z.infer<typeof feedFilters>

export const MOST_SAVED_FILTERS = 10
/** More are not counted. */
export const MOST_NEW = 100

export const savedFilter = z.object({
  id: z.string(),
  name: z.string(),
  filters: feedFilters,
  /** Requests that came since it was last used, at most `MOST_NEW`. */
  newCount: z.number()
})
export type SavedFilter = z.infer<typeof savedFilter>

const answer = z.object({ items: z.array(savedFilter) })

export const listSavedFilters = endpoint({
  method: 'get',
  path: '/api/saved-filters',
  summary: 'The user’s saved filters, each with the number of new requests',
  answer,
  statuses: [200]
})

export const saveFilter = endpoint({
  method: 'post',
  path: '/api/saved-filters',
  summary: 'Saves filters under a name; the same name replaces',
  body: z.object({ name: text(60), filters: feedFilters }),
  answer,
  statuses: [200]
})

export const markFilterSeen = endpoint({
  method: 'post',
  path: '/api/saved-filters/:id/seen',
  summary: 'Starts counting new requests from now',
  params: opaqueId,
  answer,
  statuses: [200]
})

export const deleteFilter = endpoint({
  method: 'delete',
  path: '/api/saved-filters/:id',
  summary: 'Deletes a saved filter; one that is gone already is no error',
  params: opaqueId,
  answer,
  statuses: [200]
})
