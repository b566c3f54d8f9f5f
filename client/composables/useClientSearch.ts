import { ref } from 'vue'

/** What was typed into another search and is looked for among the clients; it never stands in an address. */
const handedOver = ref('')

export const useClientSearch = () => ({
  handOver: (typed: string): void => {
    handedOver.value = typed.trim()
  },
  /** Once: who comes back later starts anew. */
  take: (): string => {
    const typed = handedOver.value
    handedOver.value = ''
    return typed
  }
})
