import { ref, shallowRef } from 'vue'
import type { Rating } from '../../shared/contract/rating.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { getRating } from '../api/rating.ts'
import { repeatWhenBack } from './useRepeat.ts'
import { onStream } from './useStream.ts'

export function useRating() {
  const rating = shallowRef<Rating | null>(null)
  const state = ref<'loading' | 'ready' | 'error'>('loading')
  const error = shallowRef<ApiError | null>(null)

  async function load(): Promise<void> {
    if (!rating.value) state.value = 'loading'
    try {
      rating.value = await getRating()
      error.value = null
      state.value = 'ready'
    } catch (cause) {
      error.value = asApiError(cause)
      if (!rating.value) state.value = 'error'
    }
  }

  onStream(['rating.changed', 'poll'], () => void load())
  repeatWhenBack(error, load)

  return { rating, state, error, load }
}
