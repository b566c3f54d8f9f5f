import { computed, onScopeDispose, ref, watch } from 'vue'
import { painted } from './painted.ts'

/** As many rows as a screen shows. */
const STEP = 6

/** Of a new list the first screen is made at once and the rest between paints, so that a press in between is heard. */
export function useGrowingList(edition: () => number, count: () => number) {
  const made = ref(STEP)
  let latest = 0

  async function grow(): Promise<void> {
    const mine = (latest += 1)
    for (made.value = STEP; made.value < count(); made.value += STEP) {
      await painted()
      if (mine !== latest) return
    }
    made.value = Infinity
  }
  watch(edition, grow, { immediate: true })
  onScopeDispose(() => (latest += 1))

  return { made, missing: computed(() => Math.max(0, count() - made.value)) }
}
