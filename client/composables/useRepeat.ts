import { onScopeDispose, type Ref } from 'vue'
import type { ApiError } from '../api/request.ts'
import { onBack } from '../api/reach.ts'

/** Not what was asked for is missing, but who could answer. */
export const isAway = (error: ApiError | null): boolean => error?.code === 'network' || error?.code === 'unavailable'

/** What failed because the server could not be reached is done again by itself as soon as it is there. */
export function repeatWhenBack(error: Readonly<Ref<ApiError | null>>, again: () => unknown): void {
  const stop = onBack(() => {
    if (isAway(error.value)) void again()
  })
  onScopeDispose(stop, true)
}
