import { ref } from 'vue'

const attempt = ref(0)

/** Another number makes the page anew, with what could not be loaded before. */
export const useAttempt = () => ({ attempt, again: () => (attempt.value += 1) })
