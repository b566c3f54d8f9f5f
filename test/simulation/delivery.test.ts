import { expect, it } from 'vitest'
import { recordFigure } from '../support/figure.ts'
import { runSeed, type Verdict } from './run-seed.ts'
import { Stage } from './stage.ts'

const SECONDS = Number(process.env.SIMULATION_SECONDS ?? 75)
const FIRST = Number(process.env.SIMULATION_SEED ?? 1)
const LEAST = 1_000

it(`no seed loses or doubles anything, in ${SECONDS} s of seeds`, async () => {
  const stage = await Stage.open()
  const end = Date.now() + SECONDS * 1000
  const failed: Verdict[] = []
  let [seeds, crashes] = [0, 0]
  while (Date.now() < end || seeds < LEAST) {
    const verdict = await runSeed(stage, FIRST + seeds)
    if (verdict.lost.length + verdict.doubled.length > 0) failed.push(verdict)
    seeds += 1
    crashes += verdict.crashes
  }
  const [lost, doubled] = (['lost', 'doubled'] as const).map(
    (what) => failed.filter((one) => one[what].length > 0).length
  )
  recordFigure('R10', `${seeds} seeds, ${crashes} crashes: ${lost} lost, ${doubled} doubled`)
  expect(failed, `replay with SIMULATION_SEED=${failed[0]?.seed}`).toEqual([])
}, 300_000)
