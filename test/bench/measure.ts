/** Milliseconds at a share of the sorted samples. */
export function quantile(samples: number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (samples: number[]): number => quantile(samples, 0.5)

export async function timed(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = []
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    await work(run)
    samples.push(performance.now() - started)
  }
  return samples
}

export const ms = (value: number): string => `${value.toFixed(2)} ms`

export function table(title: string, rows: Record<string, string | number>[]): void {
  console.log(`\n${title}`)
  console.table(rows)
}
