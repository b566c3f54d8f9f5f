import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFigures, type Figure } from './support/figure.ts'

/**
 * Prints what the tests measured of what the app promises about reliability. `npm test` hands it the file that its tests
 * wrote; alone, `npx tsx test/scoreboard.ts` runs all tests first.
 */

const TITLES: Record<string, string> = {
  R1: 'power cuts, acknowledged rows lost',
  R2: 'kill -9 under load',
  R3: 'restart to ready',
  R4: 'lost per restart at 300 calls a second',
  R5: 'disk full',
  R6: '500 reserve one request at once',
  R7: 'linearizable histories of reservations',
  R8: 'schedules explored',
  R9: 'model sequences',
  R10: 'seeds of the simulated deliveries',
  R11: 'deliveries to a portal that fails',
  R12: 'portal limits overrun by us',
  R13: 'bad webhooks',
  R14: 'webhooks repeated',
  R15: 'events in any order, any number of times',
  R16: 'events missed while down',
  R24: 'addresses outside of the allow-list called',
  R25: 'forged installs and events'
}

const folder = process.env.FIGURES_FILE ? undefined : mkdtempSync(join(tmpdir(), 'figures-'))
const file = process.env.FIGURES_FILE ?? join(folder!, 'figures')
if (folder) {
  const tests = spawnSync('npx', ['vitest', 'run'], { stdio: 'inherit', env: { ...process.env, FIGURES_FILE: file } })
  process.exitCode = tests.status ?? 1
}
print(readFigures(file))
if (folder) rmSync(folder, { recursive: true, force: true })

function print(figures: Figure[]): void {
  console.log('\nScoreboard')
  for (const [name, title] of Object.entries(TITLES)) {
    const values = figures.filter((figure) => figure.name === name).map((figure) => figure.value)
    console.log(`${name.padEnd(4)} ${title.padEnd(44)} ${values.join('; ') || 'not measured'}`)
  }
  for (const { name, value } of figures) if (!(name in TITLES)) console.log(`${name.padEnd(4)} ${value}`)
}
