import { computed, onMounted, ref, shallowRef } from 'vue'
import type { SavedFilter } from '../../shared/contract/saved-filters.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { deleteFilter, listSavedFilters, markFilterSeen, saveFilter } from '../api/saved-filters.ts'
import { noFilters, useFeedFilters } from './useFeedFilters.ts'
import { onStream } from './useStream.ts'

const SOON_MS = 600
/** From here on the server stops counting. */
const MANY = 100

const items = shallowRef<SavedFilter[]>([])
const error = shallowRef<ApiError | null>(null)
const isBusy = ref(false)

async function keep(ask: () => Promise<{ items: SavedFilter[] }>): Promise<boolean> {
  isBusy.value = true
  error.value = null
  try {
    items.value = (await ask()).items
    return true
  } catch (cause) {
    error.value = asApiError(cause)
    return false
  } finally {
    isBusy.value = false
  }
}

/** How many are new under filters; `isMore` when the server did not count them all. */
export function newsOf(saved: Pick<SavedFilter, 'newCount'>[]): { n: number; isMore: boolean } {
  return {
    n: saved.reduce((sum, { newCount }) => sum + Math.min(newCount, MANY - 1), 0),
    isMore: saved.some(({ newCount }) => newCount >= MANY)
  }
}

/** Filters that the user saved on the server: the frame's own storage is not kept by every browser. */
export function useSavedFilters() {
  const { filters } = useFeedFilters()
  const news = computed(() => newsOf(items.value))

  const save = (name: string): Promise<boolean> =>
    keep(() => saveFilter({ name: name.trim(), filters: { ...noFilters(), ...filters } }))
  const remove = (id: string): Promise<boolean> => keep(() => deleteFilter(id))

  async function use(saved: SavedFilter): Promise<void> {
    Object.assign(filters, noFilters(), saved.filters)
    await keep(() => markFilterSeen(saved.id))
  }

  return { items, error, isBusy, news, save, remove, use }
}

/** Counts anew when something came, while the calling component is there. A stale number does no harm. */
export function followSavedFilters(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const load = () =>
    void listSavedFilters()
      .then((answer) => (items.value = answer.items))
      .catch(() => undefined)
  onStream(['request.new', 'poll'], () => {
    clearTimeout(timer)
    if (items.value.length > 0) timer = setTimeout(load, SOON_MS)
  })
  onMounted(load)
}
