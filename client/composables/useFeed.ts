import { computed, ref, shallowRef } from 'vue'
import type { FeedPage, FeedRequest } from '../../shared/contract/requests.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { getRequest, listRequests } from '../api/requests.ts'
import { boot } from '../boot.ts'
import { feedCall, useFeedFilters } from './useFeedFilters.ts'
import { onStream } from './useStream.ts'

const items = shallowRef<FeedRequest[]>([])
const counts = ref<FeedPage['counts']>({ unlocked: 0, locked: 0 })
const state = ref<'loading' | 'ready' | 'empty' | 'error'>('loading')
const error = shallowRef<ApiError | null>(null)
const isLoadingMore = ref(false)
const isRefreshing = ref(false)
const moreError = shallowRef<ApiError | null>(null)
const fresh = shallowRef<string[]>([])
const gone = shallowRef(new Set<string>())
let nextCursor: string | null = null
let latest: AbortController | null = null
let given = boot.feed

const hasMore = ref(false)

function show(page: FeedPage): void {
  items.value = page.items
  counts.value = page.counts
  nextCursor = page.nextCursor
  hasMore.value = nextCursor !== null
  fresh.value = []
  gone.value = new Set()
  state.value = page.items.length ? 'ready' : 'empty'
  error.value = null
}

/** Keeps what is shown until the new page is here, so that nothing jumps. */
async function load(): Promise<void> {
  const { filters, active } = useFeedFilters()
  if (given && active.value === 0 && filters.sort === 'newest') {
    show(given)
    given = null
    return
  }
  given = null
  latest?.abort()
  const mine = (latest = new AbortController())
  isRefreshing.value = true
  if (state.value !== 'ready') state.value = 'loading'
  try {
    const page = await listRequests(feedCall(filters, Date.now()), mine.signal)
    if (!mine.signal.aborted) show(page)
  } catch (cause) {
    if (mine.signal.aborted) return
    error.value = asApiError(cause)
    state.value = 'error'
  } finally {
    if (latest === mine) isRefreshing.value = false
  }
}

async function loadMore(): Promise<void> {
  if (!nextCursor || isLoadingMore.value) return
  isLoadingMore.value = true
  moreError.value = null
  const shown = items.value
  try {
    const page = await listRequests({ ...feedCall(useFeedFilters().filters, Date.now()), cursor: nextCursor })
    if (shown !== items.value) return
    const known = new Set(shown.map(({ id }) => id))
    items.value = [...shown, ...page.items.filter(({ id }) => !known.has(id))]
    nextCursor = page.nextCursor
    hasMore.value = nextCursor !== null
  } catch (cause) {
    moreError.value = asApiError(cause)
  } finally {
    isLoadingMore.value = false
  }
}

/** Counts what came since the newest one shown, under the same filters. */
async function lookForNew(): Promise<void> {
  const { filters } = useFeedFilters()
  const newest = items.value.reduce((time, item) => (item.releasedAt > time ? item.releasedAt : time), '')
  const call = { ...feedCall(filters, Date.now()), sort: 'newest', limit: 50 }
  if (newest && (!call.since || newest > call.since)) call.since = newest
  try {
    const page = await listRequests(call)
    const known = new Set(items.value.map(({ id }) => id))
    fresh.value = page.items.filter(({ id }) => !known.has(id)).map(({ id }) => id)
  } catch {
    // The next event or poll asks again.
  }
}

async function refreshOne(id: string): Promise<FeedRequest | null> {
  if (!items.value.some((item) => item.id === id)) return null
  try {
    const found = await getRequest(id)
    replace(found)
    return found
  } catch (cause) {
    if (asApiError(cause).code === 'not_found') gone.value = new Set([...gone.value, id])
    return null
  }
}

function replace(changed: FeedRequest): void {
  items.value = items.value.map((item) => (item.id === changed.id ? changed : item))
}

export function useFeed() {
  return {
    items,
    counts,
    state,
    error,
    isLoadingMore,
    isRefreshing,
    moreError,
    hasMore,
    gone,
    newCount: computed(() => fresh.value.length),
    load,
    loadMore,
    refreshOne,
    replace
  }
}

/** Live changes of the feed, while the calling component is there. */
export function followFeed(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (state.value === 'empty') void load()
      else void lookForNew()
    }, 400)
  }
  onStream(['request.new', 'poll'], soon)
  // A new level opens and locks cards.
  onStream(['rating.changed'], () => void load())
  onStream(['request.changed'], (id) => {
    if (id) void refreshOne(id)
  })
}
