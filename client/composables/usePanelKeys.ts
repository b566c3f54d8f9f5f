import { onBeforeUnmount } from 'vue'

const TYPING = ['INPUT', 'TEXTAREA', 'SELECT']
const BACK = { ltr: ['ArrowLeft', 'k'], rtl: ['ArrowRight', 'k'] }
const FORWARD = { ltr: ['ArrowRight', 'j'], rtl: ['ArrowLeft', 'j'] }

/** Arrows (as one reads) or J and K walk through a list while its panel is open. */
export function usePanelKeys(previous: () => void, next: () => void): void {
  const onKey = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && TYPING.includes(event.target.tagName)
    if (isTyping || event.altKey || event.metaKey || event.ctrlKey) return
    const direction = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'
    if (BACK[direction].includes(event.key)) previous()
    if (FORWARD[direction].includes(event.key)) next()
  }
  window.addEventListener('keydown', onKey)
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
