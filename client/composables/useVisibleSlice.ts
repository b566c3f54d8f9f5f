import { onScopeDispose, watchEffect } from 'vue'

const EVERY_MS = 250

/**
 * The frame is as high as its content, so `position: fixed` means the whole content and not what one sees.
 * Only an IntersectionObserver tells which slice of a frame the outer page shows, and only its first report is
 * sure to come: while the page scrolls, the visible share stays the same.
 */
export function measureSlice(): void {
  if (window.parent === window) return
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect()
    if (!entry || entry.intersectionRect.height < 200) return
    const { style } = document.documentElement
    style.setProperty('--slice-top', `${Math.max(0, Math.round(entry.intersectionRect.top))}px`)
    style.setProperty('--slice-height', `${Math.round(entry.intersectionRect.height)}px`)
  })
  observer.observe(document.documentElement)
}

/** Keeps `--slice-top` and `--slice-height` true while something is shown that sticks to them. */
export function useVisibleSlice(isNeeded: () => boolean = () => true): void {
  let timer: ReturnType<typeof setInterval> | undefined
  watchEffect(() => {
    clearInterval(timer)
    if (!isNeeded()) return
    measureSlice()
    timer = setInterval(measureSlice, EVERY_MS)
  })
  onScopeDispose(() => clearInterval(timer))
}
