import { computed, reactive, shallowRef } from 'vue'
import type { Projection } from '../../shared/contract/rating.ts'
import { projectRating } from '../api/rating.ts'
import { asApiError, type ApiError } from '../api/request.ts'

export type Ending = 'open' | 'won' | 'lost'

/** What the rating would be if open reservations ended as chosen; the server computes it by its own rules. */
export function useProjection() {
  const endings = reactive(new Map<string, Ending>())
  const projection = shallowRef<Projection | null>(null)
  const error = shallowRef<ApiError | null>(null)
  let latest: AbortController | null = null

  const isChosen = computed(() => [...endings.values()].some((ending) => ending !== 'open'))
  const idsThat = (wanted: Ending): string[] => [...endings].filter(([, ending]) => ending === wanted).map(([id]) => id)

  async function choose(ids: string[], ending: Ending): Promise<void> {
    for (const id of ids) endings.set(id, ending)
    await project()
  }

  /** Keeps what is shown until the newest answer is here. */
  async function project(): Promise<void> {
    latest?.abort()
    error.value = null
    if (!isChosen.value) {
      projection.value = null
      return
    }
    const mine = (latest = new AbortController())
    try {
      const found = await projectRating({ won: idsThat('won'), lost: idsThat('lost') }, mine.signal)
      if (!mine.signal.aborted) projection.value = found
    } catch (cause) {
      if (!mine.signal.aborted) error.value = asApiError(cause)
    }
  }

  /** A reservation that has closed meanwhile can't be chosen any more. */
  async function keepOnly(openIds: string[]): Promise<void> {
    const gone = [...endings.keys()].filter((id) => !openIds.includes(id))
    for (const id of gone) endings.delete(id)
    if (isChosen.value || gone.length > 0) await project()
  }

  const endingOf = (id: string): Ending => endings.get(id) ?? 'open'

  return { projection, error, isChosen, endingOf, choose, keepOnly, project }
}
