import type { Analytics } from '../../../shared/contract/console-records.ts'

type Series = { day: string; count: number }[]

/** One row a day on which anything happened. */
export function joinDays(series: Record<'received' | 'released' | 'reservations' | 'won', Series>): Analytics['byDay'] {
  const byDay = new Map<string, Analytics['byDay'][number]>()
  for (const [name, counts] of Object.entries(series) as [keyof typeof series, Series][])
    for (const { day, count } of counts) {
      const row = byDay.get(day) ?? { day, received: 0, released: 0, reservations: 0, won: 0 }
      byDay.set(day, { ...row, [name]: count })
    }
  return [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** Median and 90 % quantile (nearest rank) of the minutes until the first reservation. */
export function timeToFirst(
  requests: { releasedAt: string | null; firstAt: string | null }[]
): Analytics['firstReservation'] {
  const minutes = requests
    .flatMap(({ releasedAt, firstAt }) =>
      releasedAt === null || firstAt === null ? [] : [(Date.parse(firstAt) - Date.parse(releasedAt)) / 60_000]
    )
    .sort((one, other) => one - other)
  const quantile = (share: number) => minutes[Math.max(0, Math.ceil(share * minutes.length) - 1)] ?? null
  return {
    requests: minutes.length,
    waiting: requests.length - minutes.length,
    median: quantile(0.5),
    p90: quantile(0.9)
  }
}
