import { beforeEach, expect, it, vi } from 'vitest'
import { ApiError } from '../api/request.ts'

const api = vi.hoisted(() => ({
  listSavedFilters: vi.fn(),
  saveFilter: vi.fn(),
  markFilterSeen: vi.fn(),
  deleteFilter: vi.fn()
}))
vi.mock('../api/saved-filters.ts', () => api)

const { newsOf, useSavedFilters } = await import('./useSavedFilters.ts')
const { noFilters, useFeedFilters } = await import('./useFeedFilters.ts')

const saved = (newCount: number) => ({
  ...{ id: 'f1', name: 'Telephony', newCount },
  filters: { ...noFilters(), services: ['telephony' as const] }
})

beforeEach(() => Object.values(api).forEach((call) => call.mockReset()))

it('saves what is set, under a trimmed name', async () => {
  const { filters } = useFeedFilters()
  filters.q = 'erp'
  api.saveFilter.mockResolvedValue({ items: [saved(0)] })
  const { items, save } = useSavedFilters()
  expect(await save(' Telephony ')).toBe(true)
  expect(api.saveFilter).toHaveBeenCalledWith({ name: 'Telephony', filters: { ...noFilters(), q: 'erp' } })
  expect(items.value).toHaveLength(1)
})

it('replaces all filters by the saved ones and starts counting anew', async () => {
  const { filters } = useFeedFilters()
  filters.q = 'erp'
  api.markFilterSeen.mockResolvedValue({ items: [saved(0)] })
  const { news, use } = useSavedFilters()
  await use(saved(3))
  expect({ ...filters }).toEqual(saved(0).filters)
  expect(api.markFilterSeen).toHaveBeenCalledWith('f1')
  expect(news.value).toEqual({ n: 0, isMore: false })
})

it('keeps the list and names the refusal when saving is refused', async () => {
  api.saveFilter.mockRejectedValue(new ApiError('validation_failed', 422))
  const { items, error, save } = useSavedFilters()
  expect(await save('One more')).toBe(false)
  expect(items.value).toHaveLength(1)
  expect(error.value?.code).toBe('validation_failed')
})

it('adds up what is new, and says “more” where the server stopped counting', () => {
  expect(newsOf([saved(3), saved(60)])).toEqual({ n: 63, isMore: false })
  expect(newsOf([saved(5), saved(100)])).toEqual({ n: 104, isMore: true })
})
