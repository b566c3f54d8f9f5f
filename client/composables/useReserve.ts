import { ref, shallowRef } from 'vue'
import type { Contact } from '../../shared/contract/values.ts'
import type { Reservation } from '../../shared/contract/reservations.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { reserveRequest } from '../api/requests.ts'
import { repeatWhenBack } from './useRepeat.ts'
import { useSession } from './useSession.ts'

/** Taking a place on a request: at most one question (the contact rules), then the contact or a refusal. */
export function useReserve(onReserved: (requestId: string, reservation: Reservation) => void) {
  const isReserving = ref(false)
  const refusal = shallowRef<ApiError | null>(null)
  const rulesVersion = ref<string | null>(null)
  let repeat: () => unknown = () => undefined
  const result = shallowRef<{ reservation: Reservation; contact: Contact | null } | null>(null)

  async function reserve(requestId: string, accepted?: string): Promise<void> {
    if (isReserving.value) return
    const rules = useSession().me.value?.contactRules
    if (!accepted && rules && !rules.accepted) {
      rulesVersion.value = rules.version
      return
    }
    isReserving.value = true
    refusal.value = null
    repeat = () => reserve(requestId, accepted)
    try {
      result.value = await reserveRequest(requestId, accepted)
      rulesVersion.value = null
      onReserved(requestId, result.value.reservation)
      void useSession().refreshMe()
    } catch (cause) {
      const error = asApiError(cause)
      if (error.code === 'contact_rules_not_accepted') {
        rulesVersion.value = error.details.rulesVersion ?? useSession().me.value?.contactRules.version ?? '1'
      } else {
        refusal.value = error
      }
    } finally {
      isReserving.value = false
    }
  }

  repeatWhenBack(refusal, () => repeat())

  function reset(): void {
    refusal.value = null
    rulesVersion.value = null
    result.value = null
  }

  return { isReserving, refusal, rulesVersion, result, reserve, reset }
}
