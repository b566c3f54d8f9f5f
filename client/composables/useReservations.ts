import { ref, shallowRef } from 'vue'
import type { Outcome } from '../../shared/codes.ts'
import type { OwnReservation } from '../../shared/contract/reservations.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { getReservation, listReservations } from '../api/reservations.ts'
import { repeatWhenBack } from './useRepeat.ts'
import { onStream } from './useStream.ts'

const PAGE = 50

/** The partner's reservations as a list that follows the stream. */
export function useReservations() {
  const items = shallowRef<OwnReservation[]>([])
  const state = ref<'loading' | 'ready' | 'empty' | 'error'>('loading')
  const error = shallowRef<ApiError | null>(null)
  const moreError = shallowRef<ApiError | null>(null)
  const isLoadingMore = ref(false)
  const hasMore = ref(false)
  const outcome = ref<Outcome | 'all'>('all')
  const q = ref('')
  let cursor: string | null = null
  let latest: AbortController | null = null

  const query = () => ({
    ...(outcome.value === 'all' ? {} : { outcome: outcome.value }),
    ...(q.value.trim() ? { q: q.value.trim() } : {})
  })
  const call = () => ({ limit: PAGE, ...query() })

  async function load(): Promise<void> {
    latest?.abort()
    const mine = (latest = new AbortController())
    if (state.value !== 'ready') state.value = 'loading'
    try {
      const page = await listReservations(call(), mine.signal)
      if (mine.signal.aborted) return
      items.value = page.items
      keepCursor(page.nextCursor)
      state.value = page.items.length ? 'ready' : 'empty'
      error.value = null
    } catch (cause) {
      if (mine.signal.aborted) return
      error.value = asApiError(cause)
      state.value = 'error'
    }
  }

  async function loadMore(): Promise<void> {
    if (!cursor || isLoadingMore.value) return
    isLoadingMore.value = true
    moreError.value = null
    const wanted = latest
    try {
      const page = await listReservations({ ...call(), cursor })
      if (wanted !== latest) return
      const known = new Set(items.value.map(({ id }) => id))
      items.value = [...items.value, ...page.items.filter(({ id }) => !known.has(id))]
      keepCursor(page.nextCursor)
    } catch (cause) {
      moreError.value = asApiError(cause)
    } finally {
      isLoadingMore.value = false
    }
  }

  function keepCursor(next: string | null): void {
    cursor = next
    hasMore.value = next !== null
  }

  /** The newest ones anew; what was loaded below them stays where it is. */
  async function refresh(): Promise<void> {
    if (state.value !== 'ready') return load()
    const wanted = latest
    const page = await listReservations(call()).catch(() => null)
    if (!page || wanted !== latest) return
    const newest = new Map(page.items.map((item) => [item.id, item]))
    const known = new Set(items.value.map(({ id }) => id))
    const added = page.items.filter(({ id }) => !known.has(id))
    items.value = [...added, ...items.value.map((item) => newest.get(item.id) ?? item)]
  }

  function replace(changed: OwnReservation): void {
    const isKnown = items.value.some(({ id }) => id === changed.id)
    items.value = isKnown
      ? items.value.map((item) => (item.id === changed.id ? changed : item))
      : [changed, ...items.value]
    state.value = 'ready'
  }

  onStream(['reservation.changed'], (id) => {
    if (id) void getReservation(id).then(replace, () => undefined)
  })
  onStream(['poll'], () => void refresh())
  repeatWhenBack(error, load)
  repeatWhenBack(moreError, loadMore)

  return { items, state, error, isLoadingMore, moreError, hasMore, outcome, q, query, load, loadMore, replace }
}
