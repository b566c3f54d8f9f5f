import { ref, shallowRef } from 'vue'
import { asApiError, type ApiError } from '../api/request.ts'

/** One action at a time; what it was refused for is kept until the next one. */
export function useConsoleAct<Action extends string = string>() {
  const open = shallowRef<Action | null>(null)
  const isBusy = ref(false)
  const error = shallowRef<ApiError | null>(null)

  function choose(action: Action | null): void {
    open.value = action
    error.value = null
  }

  /** Answers undefined when it was refused; `error` tells why. */
  async function run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    error.value = null
    try {
      const done = await work()
      open.value = null
      return done
    } catch (cause) {
      error.value = asApiError(cause)
      return undefined
    } finally {
      isBusy.value = false
    }
  }

  return { open, isBusy, error, choose, run }
}
