import { readonly, ref, shallowRef } from 'vue'
import type { FeedPage, FeedRequest } from '../../shared/contract/requests.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { listRequests } from '../api/requests.ts'
import { boot } from '../boot.ts'
import { feedCall, useFeedFilters } from './useFeedFilters.ts'
import { repeatWhenBack } from './useRepeat.ts'
import { onStream } from './useStream.ts'

const items = shallowRef<FeedRequest[]>([])
const counts = ref<FeedPage['counts']>({ unlocked: 0, locked: 0 })
const state = ref<'loading' | 'ready' | 'empty' | 'error'>('loading')
const error = shallowRef<ApiError | null>(null)
const isLoadingMore = ref(false)
const isRefreshing = ref(false)
const moreError = shallowRef<ApiError | null>(null)
const freshCount = ref(0)
const gone = shallowRef(new Set<string>())
/** Another number: another answer, which shares no element with the one before it. */
const edition = ref(0)
let nextCursor: string | null = null
let latest: AbortController | null = null
/** What came with the document is news for so long; who comes to this page later asks anew. */
const GIVEN_FOR_MS = 20_000
const AT_ONCE = 50
let given = boot.feed

const hasMore = ref(false)

function show(page: FeedPage): void {
  items.value = page.items
  edition.value += 1
  counts.value = page.counts
  nextCursor = page.nextCursor
  hasMore.value = nextCursor !== null
  freshCount.value = 0
  gone.value = new Set()
  state.value = page.items.length ? 'ready' : 'empty'
  error.value = null
}

/** Keeps what is shown until the new page is here, so that nothing jumps. */
async function load(): Promise<void> {
  const { filters, active } = useFeedFilters()
  if (given && performance.now() < GIVEN_FOR_MS && active.value === 0 && filters.sort === 'newest') {
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
    const unknown = page.items.filter(({ id }) => !known.has(id)).length
    // The newest shown is counted too, and with many new ones it stands on no page that was asked for.
    const shown = items.value.filter(({ id, releasedAt }) => releasedAt >= (call.since ?? '') && !gone.value.has(id))
    freshCount.value = page.nextCursor ? page.counts.unlocked + page.counts.locked - shown.length : unknown
  } catch {
    // The next event or poll asks again.
  }
}

/** Asks what became of shown requests, and the counts; one that is no more is marked, not pulled away. */
async function refresh(ids: string[]): Promise<void> {
  const shown = ids.filter((id) => items.value.some((item) => item.id === id))
  for (let at = 0; at < shown.length; at += AT_ONCE) {
    const part = shown.slice(at, at + AT_ONCE)
    try {
      const { filters } = useFeedFilters()
      const page = await listRequests({ ...feedCall(filters, Date.now()), ids: part.join(',') })
      counts.value = page.counts
      page.items.forEach(replace)
      const lost = part.filter((id) => !page.items.some((item) => item.id === id && isOpen(item)))
      gone.value = new Set([...[...gone.value].filter((id) => !part.includes(id)), ...lost])
    } catch {
      // The next event or poll asks again.
    }
  }
}

const isOpen = (item: FeedRequest): boolean => !item.unlocked || item.state === 'open' || item.state === 'full'

function replace(changed: FeedRequest): void {
  items.value = items.value.map((item) => (item.id === changed.id ? changed : item))
}

export function useFeed() {
  return {
    items,
    edition,
    counts,
    state,
    error,
    isLoadingMore,
    isRefreshing,
    moreError,
    hasMore,
    gone,
    newCount: readonly(freshCount),
    load,
    loadMore,
    refresh,
    replace
  }
}

/** Live changes of the feed, while the calling component is there. */
export function followFeed(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (state.value === 'empty' || state.value === 'error') void load()
      else void lookForNew()
    }, 400)
  }
  onStream(['request.new', 'poll'], soon)
  repeatWhenBack(error, load)
  repeatWhenBack(moreError, loadMore)
  // A new level opens and locks cards; a poll may have missed what changed.
  onStream(['rating.changed', 'poll'], () => void refresh(items.value.map(({ id }) => id)))
  onStream(['request.changed'], (id) => {
    if (id) void refresh([id])
  })
}
