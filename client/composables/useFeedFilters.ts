import { computed, reactive } from 'vue'
import type { FeedFilters } from '../../shared/contract/saved-filters.ts'
import type { FeedCall } from '../api/requests.ts'

export const noFilters = (): FeedFilters => ({
  services: [],
  locations: [],
  languages: [],
  valueClass: [],
  freeSlotsMin: 0,
  maxAgeDays: 0,
  onlyUnlocked: false,
  q: '',
  sort: 'newest'
})

export function feedCall(filters: FeedFilters, now: number): FeedCall {
  const call: FeedCall = { sort: filters.sort, limit: 20 }
  if (filters.services.length) call.services = filters.services.join(',')
  if (filters.locations.length) call.locations = filters.locations.join(',')
  if (filters.languages.length) call.languages = filters.languages.join(',')
  if (filters.valueClass.length) call.valueClass = filters.valueClass.join(',')
  if (filters.freeSlotsMin) call.freeSlotsMin = filters.freeSlotsMin
  if (filters.maxAgeDays) call.since = new Date(now - filters.maxAgeDays * 86_400_000).toISOString()
  if (filters.onlyUnlocked) call.unlocked = 'true'
  if (filters.q.trim()) call.q = filters.q.trim()
  return call
}

const filters = reactive(noFilters())

export function useFeedFilters() {
  const active = computed(
    () =>
      filters.services.length +
      filters.locations.length +
      filters.languages.length +
      filters.valueClass.length +
      [filters.freeSlotsMin, filters.maxAgeDays, filters.onlyUnlocked, filters.q.trim()].filter(Boolean).length
  )
  const clear = () => Object.assign(filters, { ...noFilters(), sort: filters.sort })
  return { filters, active, clear }
}
