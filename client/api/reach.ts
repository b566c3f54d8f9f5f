import { readonly, ref } from 'vue'

const PAUSES_MS = [1000, 2000, 3000, 5000]

const isLost = ref(false)
const listeners = new Set<() => void>()
let hurry: (() => void) | null = null

/** No answer came, or none of ours: from now on it is asked until one comes. */
export function noteLost(): void {
  if (isLost.value) return
  isLost.value = true
  void lookOut()
}

export function noteReached(): void {
  if (!isLost.value) return
  isLost.value = false
  hurry?.()
  for (const listener of [...listeners]) listener()
}

/** Told each time that the server is there again; answers what ends that. */
export function onBack(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useReach = () => ({ isLost: readonly(isLost) })

async function lookOut(): Promise<void> {
  window.addEventListener('online', hurryUp)
  for (let attempt = 0; isLost.value; attempt += 1) {
    const pause = PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)]!
    await new Promise<void>((resolve) => {
      hurry = resolve
      setTimeout(resolve, pause * (0.8 + Math.random() * 0.4))
    })
    if (await isThere()) noteReached()
  }
  window.removeEventListener('online', hurryUp)
}

export const isThere = (): Promise<boolean> =>
  fetch('/readyz', { cache: 'no-store', credentials: 'omit' }).then(
    ({ ok }) => ok,
    () => false
  )

const hurryUp = (): void => hurry?.()
