import type { TestEngine } from '../support/stores.ts'
import type { KillReport } from './kill-rounds.ts'

const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' }

export function summaryOf(engine: TestEngine, kills: number, report: KillReport): string {
  const { accepted, reservations, moves } = report
  const work = `${accepted} webhooks, ${reservations} reservations, ${moves} moves in the CRM`
  return `${NAMES[engine]}: ${kills} kills, ${work}: ${report.contradictions.length} lost, doubled or wrong`
}

/** A small store, on a machine that tests keep busy. */
export const startsOf = (engine: TestEngine, { startsMs }: KillReport): string =>
  `${NAMES[engine]}, under load: p50 ${quantile(startsMs, 0.5)} ms, p99 ${quantile(startsMs, 0.99)} ms of ${startsMs.length}`

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN)
}
