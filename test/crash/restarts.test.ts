import { describe, expect, it } from 'vitest'
import { recordFigure } from '../support/figure.ts'
import { handOvers } from './hand-overs.ts'

/** All hundred: `npx tsx test/crash/main.ts --restarts 100`. */
const RESTARTS = 25

describe('an update of the running server', () => {
  it('loses no call and breaks no connection, whether it is busy or idle', async () => {
    const report = await handOvers(RESTARTS)
    expect(report.failures).toEqual([])
    expect(report.stored).toBe(report.accepted)
    recordFigure(
      'R4',
      `${report.restarts} restarts, ${report.calls} calls, ${Math.round(report.perSecond)} a second: ${report.failures.length} lost`
    )
  }, 600_000)
})
