/**
 * The frame is as high as its content, so `position: fixed` means the whole content and not what one sees.
 * An IntersectionObserver is the only thing that tells which slice of a frame the outer page shows.
 */
export function followVisibleSlice(): void {
  if (window.parent === window) return
  const style = document.documentElement.style
  const thresholds = Array.from({ length: 201 }, (_, index) => index / 200)
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry || entry.intersectionRect.height < 200) return
      style.setProperty('--slice-top', `${Math.max(0, Math.round(entry.intersectionRect.top))}px`)
      style.setProperty('--slice-height', `${Math.round(entry.intersectionRect.height)}px`)
    },
    { threshold: thresholds }
  )
  observer.observe(document.documentElement)
}
