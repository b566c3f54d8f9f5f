export interface Vitals {
  lcp: number
  cls: number
  /** The longest wait since it was last set to 0, and what it followed. */
  wait: number
  slowest: string
}

/** Runs in every document before its own scripts; as the definitions of web.dev say. */
export function observe(smallest: number): void {
  const vitals = { lcp: 0, cls: 0, wait: 0, slowest: '' }
  Object.assign(window, { vitals })
  const on = (type: string, note: (entry: any) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more })
  on('largest-contentful-paint', (entry) => (vitals.lcp = entry.startTime))
  const noteEvent = ({ interactionId, duration, name, target }: any) => {
    if (!interactionId || duration <= vitals.wait) return
    vitals.wait = duration
    vitals.slowest = `${name} on ${(target?.innerText ?? target?.type ?? '').slice(0, 30)}`
  }
  on('event', noteEvent, { durationThreshold: smallest })
  // Chromium tells a frame within the same process nothing of `hadRecentInput`.
  let lastInput = -Infinity
  for (const type of ['pointerdown', 'pointerup', 'keydown'])
    addEventListener(type, ({ timeStamp }) => (lastInput = timeStamp), { capture: true, passive: true })
  let [sum, first, last] = [0, 0, 0]
  on('layout-shift', (entry) => {
    if (entry.hadRecentInput || entry.startTime - lastInput < 500) return
    const isSame = entry.startTime - last < 1000 && entry.startTime - first < 5000
    if (!isSame) [sum, first] = [0, entry.startTime]
    sum += entry.value
    last = entry.startTime
    vitals.cls = Math.max(vitals.cls, sum)
  })
}
