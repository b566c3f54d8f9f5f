import { describe, expect, it } from 'vitest'
import { recordFigure } from '../support/figure.ts'
import { killRounds } from './kill-rounds.ts'
import { startsOf, summaryOf } from './summary.ts'

/** A longer run: `npx tsx test/crash/main.ts --kills 1000`. */
const KILLS = { sqlite: 120, postgres: 80 }
const LONGEST_MS = 12 * 60_000

describe('a server that is killed -9 under load', () => {
  for (const engine of ['sqlite', 'postgres'] as const)
    it(
      `loses nothing and doubles nothing on ${engine}`,
      async () => {
        const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000)
        const report = await killRounds(engine, KILLS[engine], seed)
        expect(report.contradictions, `again with CRASH_SEED=${seed}`).toEqual([])
        expect(report.accepted).toBeGreaterThan(KILLS[engine])
        expect(report.reservations).toBeGreaterThan(KILLS[engine] / 8)
        expect(report.lookups).toBeGreaterThan(0)
        recordFigure('R2', summaryOf(engine, KILLS[engine], report))
        recordFigure('R3', startsOf(engine, report))
        recordFigure('R12', `kill -9 rounds: ${report.throttled} calls refused for our rate`)
      },
      LONGEST_MS
    )
})
