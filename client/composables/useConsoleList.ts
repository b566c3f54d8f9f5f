import { ref, shallowRef } from 'vue'
import { asApiError, type ApiError } from '../api/request.ts'
import type { Filters, Page } from '../api/console.ts'
import { repeatWhenBack } from './useRepeat.ts'

/** A list in pages: the answer to the newest question stays, older entries are added below. */
export function useConsoleList<Item, Answer extends Page<Item> = Page<Item>>(
  ask: (filters: Filters, signal: AbortSignal) => Promise<Answer>
) {
  const items = shallowRef<Item[]>([])
  const first = shallowRef<Answer | null>(null)
  const state = ref<'loading' | 'ready' | 'empty' | 'error'>('loading')
  const error = shallowRef<ApiError | null>(null)
  const hasMore = ref(false)
  const isLoadingMore = ref(false)
  let cursor: string | null = null
  let asked: Filters = {}
  let latest = new AbortController()

  async function load(filters: Filters = asked): Promise<void> {
    latest.abort()
    const mine = (latest = new AbortController())
    asked = filters
    if (state.value !== 'ready') state.value = 'loading'
    error.value = null
    try {
      const page = await ask(filters, mine.signal)
      if (mine.signal.aborted) return
      first.value = page
      show(page.items, page.nextCursor)
    } catch (cause) {
      if (mine.signal.aborted) return
      error.value = asApiError(cause)
      state.value = 'error'
    }
  }

  async function loadMore(): Promise<void> {
    if (!cursor || isLoadingMore.value) return
    const mine = latest
    isLoadingMore.value = true
    error.value = null
    try {
      const page = await ask({ ...asked, cursor }, mine.signal)
      if (!mine.signal.aborted) show([...items.value, ...page.items], page.nextCursor)
    } catch (cause) {
      if (!mine.signal.aborted) error.value = asApiError(cause)
    } finally {
      isLoadingMore.value = false
    }
  }

  function show(now: Item[], next: string | null): void {
    items.value = now
    cursor = next
    hasMore.value = next !== null
    state.value = now.length > 0 ? 'ready' : 'empty'
  }

  /** What is decided leaves the list, or stands there as it is now. */
  function settle(isIt: (item: Item) => boolean, now?: Item): void {
    show(
      items.value.flatMap((item) => (isIt(item) ? (now ? [now] : []) : [item])),
      cursor
    )
  }

  repeatWhenBack(error, () => (state.value === 'error' ? load() : loadMore()))

  return { items, first, state, error, hasMore, isLoadingMore, load, loadMore, settle }
}

export type ConsoleList = Pick<
  ReturnType<typeof useConsoleList<unknown>>,
  'state' | 'error' | 'hasMore' | 'isLoadingMore' | 'load' | 'loadMore'
>
