import { onScopeDispose, watchEffect } from 'vue'

const EVERY_MS = 250

/** What one sees of the page, from its own top. */
export interface Slice {
  top: number
  height: number
}

/**
 * The frame is as high as its content, so `position: fixed` means the whole content and not what one sees.
 * Only an IntersectionObserver tells which slice of a frame the outer page shows, and only its first report is
 * sure to come: while the page scrolls, the visible share stays the same.
 */
export function readSlice(told: (slice: Slice) => void): void {
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect()
    if (!entry) return
    const { boundingClientRect, intersectionRect } = entry
    told({ top: intersectionRect.top - boundingClientRect.top, height: intersectionRect.height })
  })
  observer.observe(document.documentElement)
}

export function measureSlice(): void {
  if (window.parent === window) return
  readSlice(({ top, height }) => {
    if (height < 200) return
    const { style } = document.documentElement
    style.setProperty('--slice-top', `${Math.max(0, Math.round(top))}px`)
    style.setProperty('--slice-height', `${Math.round(height)}px`)
  })
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
