import { expect, it } from 'vitest'
import { runSeed, type Verdict } from './run-seed.ts'
import { Stage } from './stage.ts'

const SECONDS = Number(process.env.SIMULATION_SECONDS ?? 20)
const FIRST = Number(process.env.SIMULATION_SEED ?? 1)
const LEAST = 1_000

it(`no seed loses or doubles anything, in ${SECONDS} s of seeds`, async () => {
  const stage = await Stage.open()
  const end = Date.now() + SECONDS * 1000
  const failed: Verdict[] = []
  let seeds = 0
  while (Date.now() < end || seeds < LEAST) {
    const verdict = await runSeed(stage, FIRST + seeds)
    if (verdict.lost.length + verdict.doubled.length > 0) failed.push(verdict)
    seeds += 1
  }
  console.log(`simulated deliveries: ${seeds}`)
  expect(failed, `replay with SIMULATION_SEED=${failed[0]?.seed}`).toEqual([])
}, 120_000)
