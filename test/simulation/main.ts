import { runSeed, type Verdict } from './run-seed.ts'
import { Stage } from './stage.ts'

/** `tsx test/simulation/main.ts [seeds] [first seed]`: the long run. Ends with 1 when a seed lost or doubled something. */
const seeds = Number(process.argv[2] ?? 20_000)
const first = Number(process.argv[3] ?? 1)

const startedAt = Date.now()
const stage = await Stage.open()
const failed: Verdict[] = []
let [crashes, hours] = [0, 0]
for (let seed = first; seed < first + seeds; seed++) {
  const verdict = await runSeed(stage, seed)
  crashes += verdict.crashes
  hours += verdict.hours
  if (verdict.lost.length + verdict.doubled.length === 0) continue
  failed.push(verdict)
  console.error(`seed ${seed}: lost ${verdict.lost.join() || '–'}, doubled ${verdict.doubled.join() || '–'}`)
}
const seconds = (Date.now() - startedAt) / 1000
const speed = Math.round((hours * 3600) / seconds)
console.log(
  `${seeds} seeds from ${first}, ${crashes} crashes, ${failed.length} failed; ` +
    `${hours.toFixed(0)} simulated hours in ${seconds.toFixed(0)} s: ${speed} times as fast as real time`
)
process.exitCode = failed.length === 0 ? 0 : 1
