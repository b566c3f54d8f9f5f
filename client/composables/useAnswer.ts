import { ref, shallowRef } from 'vue'
import { asApiError, type ApiError } from '../api/request.ts'
import { repeatWhenBack } from './useRepeat.ts'

/** The answer to one question that needs no more than loading and trying again. */
export function useAnswer<T>(ask: () => Promise<T>, { isRepeated = true } = {}) {
  const answer = shallowRef<T | null>(null)
  const error = shallowRef<ApiError | null>(null)
  const isLoading = ref(false)

  async function load(): Promise<void> {
    isLoading.value = true
    error.value = null
    try {
      answer.value = await ask()
    } catch (cause) {
      error.value = asApiError(cause)
    } finally {
      isLoading.value = false
    }
  }

  if (isRepeated) repeatWhenBack(error, load)

  return { answer, error, isLoading, load }
}
