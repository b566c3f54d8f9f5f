import { ref, shallowRef } from 'vue'
import type { Connection, PortalCall } from '../../shared/contract/connection.ts'
import { checkConnection, getConnection, listPortalCalls } from '../api/connection.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { repeatWhenBack } from './useRepeat.ts'

const LATE_MS = 15 * 60_000
const BUSY_SHARE = 0.8

export type ConnectionTrouble = 'no_token' | 'refused' | 'parked' | 'late' | 'blocked' | 'rate'

/** What is wrong beside the portal's own trouble, the gravest first. */
export function connectionTroubles(connection: Connection, now: number): ConnectionTrouble[] {
  const { tokens, deliveries, queue, blockedMethods, rate, portal } = connection
  const found: [ConnectionTrouble, boolean][] = [
    ['no_token', portal.trouble !== 'no_token' && !tokens.some((token) => token.works)],
    ['refused', deliveries.refused > 0],
    ['parked', deliveries.parked > 0],
    ['late', queue.oldestDueAt !== null && now - Date.parse(queue.oldestDueAt) > LATE_MS],
    ['blocked', blockedMethods.length > 0],
    ['rate', rate.level >= rate.burst * BUSY_SHARE]
  ]
  return found.filter(([, isThere]) => isThere).map(([trouble]) => trouble)
}

/** How the portal's connection is. */
export function useConnection() {
  const connection = shallowRef<Connection | null>(null)
  const isLoading = ref(false)
  const error = shallowRef<ApiError | null>(null)

  async function ask(how: () => Promise<Connection>): Promise<void> {
    isLoading.value = true
    error.value = null
    try {
      connection.value = await how()
    } catch (cause) {
      error.value = asApiError(cause)
    } finally {
      isLoading.value = false
    }
  }

  repeatWhenBack(error, () => ask(getConnection))

  return { connection, isLoading, error, load: () => ask(getConnection), check: () => ask(checkConnection) }
}

/** The log of calls, newest first; the answer to the newest question stays. */
export function usePortalCalls() {
  const calls = shallowRef<PortalCall[]>([])
  const q = ref('')
  const outcome = ref<'all' | 'ok' | 'failed'>('all')
  const state = ref<'loading' | 'ready' | 'error'>('loading')
  const error = shallowRef<ApiError | null>(null)
  const hasMore = ref(false)
  const isLoadingMore = ref(false)
  let cursor: string | null = null
  let latest: AbortController | null = null

  const query = () => ({
    ...(q.value.trim() ? { q: q.value.trim() } : {}),
    ...(outcome.value === 'all' ? {} : { outcome: outcome.value })
  })

  async function load(): Promise<void> {
    latest?.abort()
    const mine = (latest = new AbortController())
    try {
      const page = await listPortalCalls(query(), mine.signal)
      if (mine.signal.aborted) return
      calls.value = page.items
      keepCursor(page.nextCursor)
      state.value = 'ready'
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
    const shown = calls.value
    try {
      const page = await listPortalCalls({ ...query(), cursor })
      if (shown !== calls.value) return
      calls.value = [...shown, ...page.items]
      keepCursor(page.nextCursor)
    } catch (cause) {
      error.value = asApiError(cause)
      state.value = 'error'
    } finally {
      isLoadingMore.value = false
    }
  }

  function keepCursor(next: string | null): void {
    cursor = next
    hasMore.value = next !== null
  }

  repeatWhenBack(error, load)

  return { calls, q, outcome, state, error, hasMore, isLoadingMore, load, loadMore }
}
