/** Welch's t of two series of times; beyond 4.5 they differ (the bound of dudect, which tests code for constant time). */
export function welch(one: number[], other: number[]): number {
  const [a, b] = [one, other].map(withoutSlowest).map(momentsOf) as [Moments, Moments]
  return (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count)
}

export function medianOf(times: number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!
}

/** What the system did in between says nothing about the code. */
function withoutSlowest(times: number[]): number[] {
  return [...times].sort((one, other) => one - other).slice(0, Math.ceil(times.length * 0.9))
}

interface Moments {
  count: number
  mean: number
  variance: number
}

function momentsOf(times: number[]): Moments {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  const squares = times.reduce((sum, time) => sum + (time - mean) ** 2, 0)
  return { count: times.length, mean, variance: squares / (times.length - 1) }
}
