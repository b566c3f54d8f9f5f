import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { ApiError } from '../api/request.ts'

const { listRequests } = vi.hoisted(() => ({ listRequests: vi.fn() }))
vi.mock('../api/requests.ts', () => ({ listRequests }))

const { useFeed } = await import('./useFeed.ts')
const { feedCall, noFilters } = await import('./useFeedFilters.ts')

const request = (id: string, releasedAt = '2026-11-22T10:00:00Z') => ({
  ...{ id, releasedAt, unlocked: true, mine: null, state: 'open' }
})
const page = (ids: string[], nextCursor: string | null = null) => ({
  items: ids.map((id) => request(id)),
  nextCursor,
  counts: { unlocked: ids.length, locked: 0 }
})

beforeEach(() => {
  listRequests.mockReset()
})

describe('the feed', () => {
  it('shows the first page and then the next ones below it', async () => {
    const { items, state, hasMore, load, loadMore } = useFeed()
    listRequests.mockResolvedValueOnce(page(['a', 'b'], 'next'))
    await load()
    expect(state.value).toBe('ready')
    listRequests.mockResolvedValueOnce(page(['b', 'c']))
    await loadMore()
    expect(items.value.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(hasMore.value).toBe(false)
  })

  it('tells an empty answer from a failed one', async () => {
    const { state, error, load } = useFeed()
    listRequests.mockResolvedValueOnce(page([]))
    await load()
    expect(state.value).toBe('empty')
    listRequests.mockRejectedValueOnce(new ApiError('partner_suspended', 403))
    await load()
    expect(state.value).toBe('error')
    expect(error.value?.code).toBe('partner_suspended')
  })

  it('keeps the answer to the newest question when an older one comes late', async () => {
    const { items, load } = useFeed()
    let answerOld: (value: unknown) => void = () => undefined
    listRequests.mockImplementationOnce(() => new Promise((resolve) => (answerOld = resolve)))
    listRequests.mockResolvedValueOnce(page(['new']))
    const old = load()
    await load()
    answerOld(page(['old']))
    await old
    expect(items.value.map(({ id }) => id)).toEqual(['new'])
  })

  it('marks a request as gone instead of pulling it away under the reader', async () => {
    const { items, gone, counts, load, refresh } = useFeed()
    listRequests.mockResolvedValueOnce(page(['a', 'b', 'c']))
    await load()
    const closed = { ...request('b'), state: 'withdrawn' }
    listRequests.mockResolvedValueOnce({ ...page(['c']), items: [closed, request('c')] })
    await refresh(['a', 'b', 'c'])
    expect(items.value.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect([...gone.value]).toEqual(['a', 'b'])
    expect(counts.value.unlocked).toBe(1)
  })

  it('replaces a request that changed and asks for none that is not shown', async () => {
    const { items, load, refresh } = useFeed()
    listRequests.mockResolvedValueOnce(page(['a']))
    await load()
    listRequests.mockResolvedValueOnce({ ...page([]), items: [{ ...request('a'), mine: 'v1' }] })
    await effectScope().run(() => Promise.all([refresh(['a']), refresh(['z'])]))
    expect(items.value[0]).toMatchObject({ id: 'a', mine: 'v1' })
    expect(listRequests).toHaveBeenCalledTimes(2)
    expect(listRequests.mock.calls[1]?.[0]).toMatchObject({ ids: 'a' })
  })

  it('keeps what is shown when the answer about it does not come', async () => {
    const { items, gone, load, refresh } = useFeed()
    listRequests.mockResolvedValueOnce(page(['a']))
    await load()
    listRequests.mockRejectedValueOnce(new ApiError('network'))
    await refresh(['a'])
    expect(items.value).toHaveLength(1)
    expect(gone.value.size).toBe(0)
  })
})

describe('filters', () => {
  it('become the parameters of the contract', () => {
    const now = Date.parse('2026-11-22T00:00:00Z')
    const filters = {
      ...noFilters(),
      services: ['training' as const],
      freeSlotsMin: 2,
      maxAgeDays: 1,
      onlyUnlocked: true
    }
    expect(feedCall({ ...filters, q: ' erp ' }, now)).toEqual({
      sort: 'newest',
      limit: 20,
      services: 'training',
      freeSlotsMin: 2,
      since: '2026-11-21T00:00:00.000Z',
      unlocked: 'true',
      q: 'erp'
    })
  })

  it('that are not set are not sent', () => {
    expect(feedCall(noFilters(), 0)).toEqual({ sort: 'newest', limit: 20 })
  })
})
