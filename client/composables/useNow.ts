import { ref } from 'vue'

const now = ref(Date.now())
let ticking = false

/** The clock of the page, shared by all that counts down. */
export function useNow() {
  if (!ticking) {
    ticking = true
    setInterval(() => {
      now.value = Date.now()
    }, 10_000)
  }
  return now
}
