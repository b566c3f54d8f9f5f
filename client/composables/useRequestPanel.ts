import { computed, shallowRef, watch } from 'vue'
import type { FeedRequest } from '../../shared/contract/requests.ts'
import { listRequests } from '../api/requests.ts'
import { useFeed } from './useFeed.ts'

/** Which request the side panel shows, and its neighbours in the list; deep links may name one outside of the list. */
export function useRequestPanel(wanted: () => string | null, go: (id: string | null) => unknown) {
  const { items } = useFeed()
  const outside = shallowRef<FeedRequest | null>(null)
  const isMissing = shallowRef(false)

  const index = computed(() => items.value.findIndex(({ id }) => id === wanted()))
  const request = computed(() => {
    const id = wanted()
    if (!id) return null
    return items.value[index.value] ?? (outside.value?.id === id ? outside.value : null)
  })
  const neighbour = (step: number) =>
    computed(() => (index.value < 0 ? null : (items.value[index.value + step]?.id ?? null)))

  watch(
    wanted,
    (id) => {
      isMissing.value = false
      if (!id || items.value.some((item) => item.id === id)) return
      listRequests({ ids: id }).then(
        ({ items: [found] }) => {
          outside.value = found ?? null
          isMissing.value = !found
        },
        () => (isMissing.value = true)
      )
    },
    { immediate: true }
  )

  return {
    request,
    isMissing,
    previous: neighbour(-1),
    next: neighbour(1),
    open: (id: string | null) => go(id),
    close: () => go(null)
  }
}
