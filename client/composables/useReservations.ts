import { ref, shallowRef } from 'vue'
import type { Outcome } from '../../shared/codes.ts'
import type { OwnReservation } from '../../shared/contract/reservations.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { getReservation, listReservations } from '../api/reservations.ts'
import { onStream } from './useStream.ts'

const PAGE = 50

/** The partner's reservations as a list that follows the stream. */
export function useReservations() {
  const items = shallowRef<OwnReservation[]>([])
  const state = ref<'loading' | 'ready' | 'empty' | 'error'>('loading')
  const error = shallowRef<ApiError | null>(null)
  const isLoadingMore = ref(false)
  const hasMore = ref(false)
  const outcome = ref<Outcome | 'all'>('all')
  const q = ref('')
  let cursor: string | null = null
  let latest: AbortController | null = null

  const call = () => ({
    limit: PAGE,
    ...(outcome.value === 'all' ? {} : { outcome: outcome.value }),
    ...(q.value.trim() ? { q: q.value.trim() } : {})
  })

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
    } catch (cause) {
      if (mine.signal.aborted) return
      error.value = asApiError(cause)
      state.value = 'error'
    }
  }

  async function loadMore(): Promise<void> {
    if (!cursor || isLoadingMore.value) return
    isLoadingMore.value = true
    try {
      const page = await listReservations({ ...call(), cursor })
      items.value = [...items.value, ...page.items]
      keepCursor(page.nextCursor)
    } catch (cause) {
      error.value = asApiError(cause)
    } finally {
      isLoadingMore.value = false
    }
  }

  function keepCursor(next: string | null): void {
    cursor = next
    hasMore.value = next !== null
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
  onStream(['poll'], () => void load())

  return { items, state, error, isLoadingMore, hasMore, outcome, q, load, loadMore, replace }
}
