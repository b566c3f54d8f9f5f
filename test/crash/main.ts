import { parseArgs } from 'node:util'
import { startPostgres } from '../support/postgres-server.ts'
import { handOvers } from './hand-overs.ts'
import { killRounds } from './kill-rounds.ts'
import { startsOf, summaryOf } from './summary.ts'

/**
 * Longer than `npm test`, after `npm run build`:
 * `npx tsx test/crash/main.ts --kills 1000 [--engine sqlite|postgres] [--seed n]` or `--restarts 100`.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '0' },
    engine: { type: 'string' },
    seed: { type: 'string' },
    restarts: { type: 'string', default: '0' }
  }
})
const kills = Number(values.kills)
const restarts = Number(values.restarts)

if (kills > 0) await kill()
if (restarts > 0) await restart()

async function kill(): Promise<void> {
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const postgres = await startPostgres()
  process.env.TEST_POSTGRES_URL ??= postgres.url
  for (const engine of ['sqlite', 'postgres'] as const) {
    if (values.engine !== undefined && values.engine !== engine) continue
    const report = await killRounds(engine, kills, seed)
    console.log(`seed ${seed}. ${summaryOf(engine, kills, report)}; ${report.cut} calls were cut`)
    console.log(`start to ready, ${startsOf(engine, report)}; ${report.lookups} keys looked up`)
    complain(report.contradictions)
  }
  await postgres.stop()
}

async function restart(): Promise<void> {
  const { failures, ...report } = await handOvers(restarts)
  console.log({ ...report, lost: failures.length })
  complain(failures)
}

function complain(sentences: string[]): void {
  for (const sentence of sentences.slice(0, 50)) console.log(sentence)
  if (sentences.length > 0) process.exitCode = 1
}
