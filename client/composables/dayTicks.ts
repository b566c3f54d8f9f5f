const DAY_MS = 86_400_000

/** Days at even distances on an axis of time, from its first to its last; at most as many as there is room for. */
export function dayTicks(from: number, to: number, most: number): number[] {
  const days = Math.round((to - from) / DAY_MS)
  const count = Math.max(1, Math.min(most - 1, days))
  return Array.from({ length: count + 1 }, (_, index) => from + ((to - from) * index) / count)
}
