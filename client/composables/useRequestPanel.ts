import { computed, shallowRef, watch } from 'vue'
import type { FeedRequest } from '../../shared/contract/requests.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { listRequests } from '../api/requests.ts'
import { useFeed } from './useFeed.ts'
import { isAway, repeatWhenBack } from './useRepeat.ts'

/** Which request the side panel shows, and its neighbours in the list; deep links may name one outside of the list. */
export function useRequestPanel(wanted: () => string | null, go: (id: string | null) => unknown) {
  const { items } = useFeed()
  const outside = shallowRef<FeedRequest | null>(null)
  const isMissing = shallowRef(false)
  const error = shallowRef<ApiError | null>(null)

  const index = computed(() => items.value.findIndex(({ id }) => id === wanted()))
  const request = computed(() => {
    const id = wanted()
    if (!id) return null
    return items.value[index.value] ?? (outside.value?.id === id ? outside.value : null)
  })
  const neighbour = (step: number) =>
    computed(() => (index.value < 0 ? null : (items.value[index.value + step]?.id ?? null)))

  async function look(): Promise<void> {
    const id = wanted()
    isMissing.value = false
    error.value = null
    if (!id || items.value.some((item) => item.id === id)) return
    try {
      const { items: found } = await listRequests({ ids: id })
      if (id !== wanted()) return
      outside.value = found[0] ?? null
      isMissing.value = found.length === 0
    } catch (cause) {
      error.value = asApiError(cause)
      isMissing.value = !isAway(error.value)
    }
  }
  watch(wanted, look, { immediate: true })
  repeatWhenBack(error, look)

  return {
    request,
    isMissing,
    previous: neighbour(-1),
    next: neighbour(1),
    open: (id: string | null) => go(id),
    close: () => go(null)
  }
}
