import { computed, ref } from 'vue'
import { markTour } from '../api/session.ts'
import { useSession } from './useSession.ts'

/** Closed or asked for on this page; the server remembers for the next time. */
const wanted = ref<boolean | null>(null)

export function useTour() {
  const { me } = useSession()
  const isShown = computed(() => wanted.value ?? me.value?.tourSeen === false)

  function close(): void {
    wanted.value = false
    if (me.value?.tourSeen === false) markTour().catch(() => undefined)
  }

  return { isShown, close, open: () => (wanted.value = true) }
}
