import type { FeedFilters, SavedFilter } from '../../shared/contract/saved-filters.ts'
import { request } from './request.ts'

type Answer = Promise<{ items: SavedFilter[] }>

const path = (id: string, rest = ''): string => `/api/saved-filters/${encodeURIComponent(id)}${rest}`

export const listSavedFilters = (): Answer => request('/api/saved-filters')

export const saveFilter = (body: { name: string; filters: FeedFilters }): Answer =>
  request('/api/saved-filters', { method: 'POST', body })

export const markFilterSeen = (id: string): Answer => request(path(id, '/seen'), { method: 'POST' })

export const deleteFilter = (id: string): Answer => request(path(id), { method: 'DELETE' })
